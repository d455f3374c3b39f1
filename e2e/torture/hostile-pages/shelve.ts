// Puts hostile pages on the shelves, by the real road; and beside each clean copy a raw one, as if nothing had ever been cleaned.
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { openCore } from '../../../src/main/core.ts'
import { systemClock } from '../../../src/main/platform/clock.ts'
import { randomIds } from '../../../src/main/platform/ids.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import type { Answer, CallName, InputOf } from '../../../src/shared/contract.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'

export type Shelved = { readonly id: ItemId; readonly copy: CopyId; readonly html: string }

export type Call = <N extends CallName>(name: N, input: InputOf<N>) => Promise<Answer<N>>

/** Saves pages as files a reader had; `then` is done with them before the library is closed. Answers their items and what is stored of them, in order. */
export async function savePages(
  library: string,
  pages: readonly { readonly name: string; readonly html: string }[],
  then: (call: Call, ids: readonly ItemId[]) => Promise<void> = async () => undefined,
): Promise<readonly Shelved[]> {
  const core = await openCore({ library, role: 'short', version: '0.0.0-test', log: silentLog })
  const ids = await Promise.all(
    pages.map(async ({ name, html }) => {
      const files = [{ path: name, base64: Buffer.from(html).toString('base64') }]
      const answer = (await core.call('item.saveFile', { files })) as Answer<'item.saveFile'>
      if (!answer.ok) throw new Error(`${name} was not saved: ${JSON.stringify(answer.failure)}`)
      return answer.value.item.id
    }),
  )
  await then(async (name, input) => (await core.call(name, input)) as Answer<typeof name>, ids)
  await core.settled()
  await core.close()
  const cache = await openCache({ folder: library, clock: systemClock, ids: randomIds, log: silentLog, role: 'short' })
  const stored = await Promise.all(
    ids.map(async (id) => {
      const { shownCopy } = cache.items.get(id).item
      if (shownCopy === null) throw new Error(`nothing is shown of ${id}`)
      return { id, copy: shownCopy, html: await cache.copies.readHtml(shownCopy) }
    }),
  )
  cache.close()
  return stored
}

/** Stores markup as it is, as another copy of an item. Answers the copies. */
export async function shelveRaw(
  library: string,
  raw: readonly { readonly id: ItemId; readonly html: string }[],
): Promise<readonly CopyId[]> {
  const cache = await openCache({ folder: library, clock: systemClock, ids: randomIds, log: silentLog, role: 'short' })
  const copies: CopyId[] = []
  for (const { id, html } of raw) {
    const { copyId } = await cache.copies.store(
      {
        itemId: id,
        source: 'file',
        fetchedAt: 1,
        finalUrl: cache.items.get(id).item.url,
        form: 'article',
        mime: 'text/html; charset=utf-8',
        title: '</title><script>top.carrelTrap(0)</script>',
        lang: '"><script>top.carrelTrap(0)</script>',
        dir: null,
        words: 10,
        etag: null,
        lastModified: null,
        extractorVersion: 1,
        normaliserVersion: 1,
        raw: new Uint8Array(),
        html,
        text: 'raw',
        document: null,
        assets: [],
        report: null,
        facts: {},
      },
      { show: false },
    )
    copies.push(copyId)
  }
  cache.close()
  return copies
}
