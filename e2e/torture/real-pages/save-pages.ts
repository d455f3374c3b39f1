// Saves pages of any bytes through a whole core, over real HTTP, and says of each what is wrong with how it ended: nothing, when a copy is there
// or a failure of the closed list that is no accident of ours.
import { lineLog } from '../../../src/main/platform/log.ts'
import { openTemporaryCore } from '../../../src/main/testing/temporary-core.ts'
import { collectedHeap } from '../collected-heap.ts'
import { openByteSite } from './byte-site.ts'
import type { Damaged } from './damages.ts'

export type Saved = { readonly cases: number; readonly broken: readonly string[]; readonly figure: string }

/** Some at a time, so that no more than these are held. */
const batch = 60
/** What a core may keep after hundreds of pages: caches of connections, statements, compiled code. */
const mostKept = 40_000_000

export async function savePages(pages: AsyncIterable<Damaged> | Iterable<Damaged>, say: (line: string) => void): Promise<Saved> {
  const site = await openByteSite()
  const errors: string[] = []
  const library = await openTemporaryCore({
    // One host is all there is: no pause between its pages.
    network: { perHost: { atOnce: 6, pauseMs: 0 } },
    log: lineLog((line) => errors.push(line.slice(0, 400)), 'error'),
  })
  const broken: string[] = []
  const ends = new Map<string, number>()
  let cases = 0
  let first: number | null = null
  const settle = async (some: readonly (Damaged & { link: string })[]): Promise<void> => {
    const { results } = await library.call('item.save', { links: some.map(({ link }) => link), typed: true })
    await library.core.settled()
    for (const [at, { name, link }] of some.entries()) {
      const saved = results[at]
      cases += 1
      if (saved === undefined || !saved.ok) broken.push(`${name}: ${link} was not taken`)
      else {
        const { item } = await library.call('item.get', { id: saved.item.id })
        const end = item.failure?.code ?? item.state
        ends.set(end, (ends.get(end) ?? 0) + 1)
        if (!['complete', 'partial', 'failed'].includes(item.state)) broken.push(`${name}: is still ${item.state}`)
        if (end === 'internal' || end === 'page.unreadable') broken.push(`${name}: ${end} ${JSON.stringify(item.failure?.facts ?? {})}`)
      }
    }
    // The first batch has everything loaded that stays loaded.
    first ??= collectedHeap()
    say(`${cases} saved`)
  }
  try {
    let waiting: (Damaged & { link: string })[] = []
    for await (const page of pages) {
      waiting.push({ ...page, link: site.put(page.body, page.contentType) })
      if (waiting.length < batch) continue
      await settle(waiting)
      waiting = []
    }
    if (waiting.length > 0) await settle(waiting)
    // The site holds the pages in this very process; they are no part of what the program keeps.
    await site.close()
    const kept = collectedHeap() - (first ?? 0) - site.bytes()
    if (kept > mostKept) broken.push(`${(kept / 1e6).toFixed(0)} MB more are held than after the first ${batch}`)
    broken.push(...errors.slice(0, 20))
    const told = [...ends].sort((a, b) => b[1] - a[1]).map(([end, number]) => `${number} ${end}`)
    return { cases, broken, figure: `${told.join(', ')}; held after: ${(kept / 1e6).toFixed(1)} MB more than after the first` }
  } finally {
    await library.remove()
  }
}
