// Lays a believable library on the desk: everything is saved through the served core, then read, moved, tagged and marked as a reader would.
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright/test'
import { essayLinks, failedLinks, linkedTalk, otherScripts, paperLinks, partialLink, talkLinks } from './desk-pages.ts'
import { seriesLink } from './desk-series.ts'

export type Call = <Answer>(name: string, input: unknown) => Promise<Answer>
type Row = { readonly id: string; readonly url: string; readonly title: string; readonly state: string }

/** Calls through the open page, as its own screens do. */
export function callThrough(page: Page): Call {
  return async (name, input) => {
    const answer = await page.evaluate(
      async ([called, given]) =>
        (await fetch(`/call/${called}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: given ?? '' })).json(),
      [name, JSON.stringify(input)],
    )
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`)
    return answer.value
  }
}

/** All rows, wherever they are, by the link they were saved with. */
export async function rowsByLink(call: Call): Promise<ReadonlyMap<string, Row>> {
  const { items } = await call<{ items: readonly Row[] }>('item.list', { limit: 1_000 })
  return new Map(items.map((item) => [item.url, item]))
}

/** Saves the lot; resolves when nothing is on its way any more. */
export async function saveEverything(call: Call): Promise<void> {
  const series = [1, 2, 3, 4, 5, 6, 7].map(seriesLink)
  for (const links of [
    [...essayLinks].reverse(),
    [...otherScripts, ...paperLinks, ...failedLinks, ...series.reverse(), partialLink, ...[...talkLinks].reverse(), linkedTalk],
  ]) {
    await call('item.save', { links })
  }
  for (;;) {
    const { items } = await call<{ items: readonly Row[] }>('item.list', { limit: 1_000 })
    if (items.every((item) => item.state !== 'waiting')) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Puts things where a reader would have them after a few weeks. */
export async function useEverything(call: Call): Promise<void> {
  const rows = await rowsByLink(call)
  const id = (link: string | undefined) => {
    const row = rows.get(link ?? '')
    if (row === undefined) throw new Error(`not in the library: ${link}`)
    return row.id
  }
  const essay = (...at: readonly number[]) => at.map((n) => id(essayLinks[n]))
  const tag = (ids: readonly string[], ...add: readonly string[]) => call('item.tag', { ids, add })
  const read = (ids: readonly string[], progress: number) =>
    Promise.all(ids.map((one) => call('item.setReading', { id: one, position: Math.round(progress * 9_000), progress })))

  const linked = [...rows.values()].find((row) => row.url.includes('emptyfile01'))
  await call('item.rename', { id: linked?.id, title: 'An empty file and ten minutes: a scheduler, typed on stage' })
  await tag([linked?.id ?? ''], 'concurrency')
  await call('item.move', { ids: essay(3, 7, 9, 12, 15, 18, 19, 20), place: 'later' })
  await call('item.move', { ids: essay(4, 5, 14, 16, 17, 21), place: 'archive' })
  await call('item.favourite', { ids: [...essay(2, 10, 15, 20), id(seriesLink(3))], favourite: true })
  await tag(
    [1, 2, 3, 4, 5, 6, 7].map((n) => id(seriesLink(n))),
    'catalogues',
  )
  await tag([id(seriesLink(3)), ...essay(6, 11)], 'data-structures')
  await tag([...essay(10, 11, 12, 18), id(talkLinks[0]), id(partialLink)], 'machines')
  await tag([...essay(2, 3, 20, 21)], 'the sea')
  await tag([...essay(0, 13, 14), id(talkLinks[1])], 'craft')
  await read([id(seriesLink(1)), id(seriesLink(2)), ...essay(4, 5, 16)], 1)
  await read([id(seriesLink(4))], 0.12)
  await read(essay(0), 0.62)
  await read(essay(8), 0.3)
  await read(essay(20), 0.08)
}

/** Spreads the days on which things were added over the last weeks; only between two openings of the library. */
export function spreadDays(library: string): void {
  const database = new DatabaseSync(path.join(library, 'library.db'))
  const day = 86_400_000
  const ordinals = database.prepare('SELECT ordinal, series_key FROM items ORDER BY ordinal DESC').all() as {
    ordinal: number
    series_key: string | null
  }[]
  const change = database.prepare('UPDATE items SET added_at = added_at - ?, group_at = group_at - ? WHERE ordinal = ?')
  ordinals.forEach(({ ordinal, series_key }, at) => {
    // Newest first: four of today, the series and what came with it yesterday, the rest over weeks.
    const days = series_key === null ? (at < 5 ? 0 : at < 18 ? 1 : 2 + Math.floor((at - 18) * 1.3)) : 0
    change.run(days * day, days * day, ordinal)
  })
  database.close()
}
