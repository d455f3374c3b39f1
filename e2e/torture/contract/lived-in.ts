// A real core on a library with articles and highlights, kept stocked while calls empty it.
import '../../../src/main/testing/no-outside-network.ts'
import { lineLog } from '../../../src/main/platform/log.ts'
import { seriesPath } from '../../../src/main/testing/site/series.ts'
import { openTemporaryCore, type TemporaryCore } from '../../../src/main/testing/temporary-core.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'
import { anchorOf } from '../../../src/shared/quote/describe-passage.ts'
import type { Chance } from '../random.ts'

export type Lived = {
  readonly core: TemporaryCore
  /** What the program itself holds for a mistake of its own, with its stack. */
  readonly faults: readonly string[]
  ids(): readonly string[]
  /** A passage that stands in a copy: the part of `highlight.add` that cannot be guessed. */
  passage(chance: Chance): object
  /** Looks what is there now, and saves again what was deleted for good. */
  restock(): Promise<void>
}

export async function liveIn(site: string): Promise<Lived> {
  const faults: string[] = []
  const log = lineLog((line) => void (line.includes('internal failure') && faults.push(line.slice(0, 1_500))), 'error')
  // No name but this machine's is known, so none is looked up elsewhere.
  const resolver = async (host: string) => {
    if (host !== 'localhost') throw Object.assign(new Error('unknown name'), { code: 'ENOTFOUND' })
    return [{ address: '127.0.0.1', family: 4 as const }]
  }
  const core = await openTemporaryCore({ log, network: { resolver, perHost: { atOnce: 4, pauseMs: 0 } } })
  let ids: readonly string[] = []
  let copy: CopyId | null = null
  let text = ''

  const restock = async (): Promise<void> => {
    const { items } = await core.call('item.list', { limit: 10_000 })
    if (!items.some(({ shownCopy, kind }) => shownCopy !== null && kind === 'article')) await stock()
    const after = (await core.call('item.list', { limit: 10_000 })).items
    const shown = after.find(({ shownCopy, kind }) => shownCopy !== null && kind === 'article')
    if (shown !== undefined && shown.shownCopy !== copy) {
      copy = shown.shownCopy
      text = (await core.call('item.read', { id: shown.id, as: 'text' })).content
    }
    const marks = (await core.call('highlight.list', { limit: 200 })).entries.map(({ highlight }) => highlight.id)
    const jobs = (await core.call('job.list', {})).jobs.map(({ id }) => id)
    ids = [...after.slice(0, 200).flatMap(({ id, shownCopy }) => [id, ...(shownCopy === null ? [] : [shownCopy])]), ...marks, ...jobs]
  }
  const stock = async (): Promise<void> => {
    const links = [1, 2].map((part) => `${site}${seriesPath(part)}`)
    const { results } = await core.call('item.save', { links, typed: true })
    await core.call('job.pause', { paused: false })
    const saved = results.flatMap((one): ItemId[] => (one.ok ? [one.item.id] : []))
    if (saved.length > 0) await core.call('item.move', { ids: saved, place: 'inbox' })
    await core.core.settled()
  }
  await stock()
  await restock()
  return {
    core,
    faults,
    ids: () => ids,
    passage(chance) {
      if (copy === null || text.length < 100) return {}
      const start = chance.between(0, text.length - 60)
      return { copyId: copy, anchor: anchorOf(text, start, start + chance.between(1, 50), null) }
    },
    restock,
  }
}
