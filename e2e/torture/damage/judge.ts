// What must hold after harm: a listed failure or an answer, nothing saved touched, and after the repair everything that was promised.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../../../src/main/cache/cache.ts'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { repairLibrary } from '../../../src/main/cache/repair/repair-library.ts'
import { Failure } from '../../../src/shared/failure.ts'
import { wordsFor } from '../../../src/shared/failure-words.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'
import type { RepairReport } from '../../../src/shared/repair-report.ts'
import { keptList, type Lived, optionsFor } from './lived-library.ts'

/** Null when it was said as a listed failure; otherwise what was thrown. */
export function unsaid(error: unknown): string | null {
  if (error instanceof Failure) return error.code !== 'internal' && wordsFor(error.toValue()).remedy !== '' ? null : `said as ${error.code}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Tries some work; complaints are what it threw that is no listed failure. */
export async function tried(what: string, work: () => unknown): Promise<readonly string[]> {
  try {
    await work()
    return []
  } catch (error) {
    const complaint = unsaid(error)
    return complaint === null ? [] : [`${what}: ${complaint}`]
  }
}

export type Judged = { readonly complaints: readonly string[]; readonly report: RepairReport | null; readonly said: boolean }

/** Uses a harmed library, repairs it, uses it again. `said` is true when opening or using it told the damage. */
export async function judge(folder: string, lived: Lived): Promise<Judged> {
  const blobs = digest(join(folder, 'blobs'))
  const complaints: string[] = []
  let said = false
  try {
    const cache = await openCache(optionsFor(folder))
    for (const [what, work] of usesOf(cache, [...lived.words.keys()])) {
      const before = complaints.length
      complaints.push(...(await tried(`using it, ${what}`, work)))
      if (complaints.length > before) break
    }
    cache.close()
  } catch (error) {
    const complaint = unsaid(error)
    said = true
    if (complaint !== null) complaints.push(`opening: ${complaint}`)
  }
  const path = join(folder, 'library.db')
  const harmed = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
  let report: RepairReport | null = null
  try {
    report = await repairLibrary(optionsFor(folder, { role: 'short' }))
    complaints.push(...keptAside(report, harmed), ...(await everythingBack(folder, lived)))
  } catch (error) {
    complaints.push(`repairing: ${error instanceof Failure ? `${error.code} ${JSON.stringify(error.facts)}` : unsaid(error)}`)
  }
  const after = digest(join(folder, 'blobs'))
  for (const [name, hash] of blobs) if (after.get(name) !== hash) complaints.push(`the saved file ${name} was touched`)
  return { complaints, report, said: said || report?.library !== 'sound' }
}

/** What doors do with a library, each on its own. */
function usesOf(cache: Cache, ids: readonly ItemId[]): readonly (readonly [string, () => unknown])[] {
  const all = { sort: 'added', offset: 0, limit: 500 } as const
  return [
    ['its list', () => cache.items.list(all)],
    ['its counts', () => cache.items.counts()],
    ['its settings', () => cache.settings.get()],
    ['its tags', () => cache.tags.list()],
    ['its series', () => cache.series.list()],
    ['its lists', () => cache.lists.list().map(({ id }) => [cache.lists.get(id), cache.lists.entries(id)])],
    ['its highlights', () => cache.highlights.count()],
    ['its storage', () => cache.storage.use()],
    ['its jobs', () => cache.jobs.list()],
    ['its outbox', () => cache.outbox.take(50)],
    ['its house', () => cache.blobs.sweep()],
    ...ids.map((id) => [`item ${id}`, () => readItem(cache, id)] as const),
    ['a new item', () => cache.items.save([], { lease: false })],
  ]
}

async function readItem(cache: Cache, id: ItemId): Promise<void> {
  const { item } = cache.items.get(id)
  if (item.shownCopy) await cache.copies.readHtml(item.shownCopy as CopyId)
  cache.highlights.ofItem(id)
  cache.marks.ofItem(id)
  cache.lists.recommendationsOf(id)
}

function keptAside(report: RepairReport, harmed: Buffer | null): readonly string[] {
  if (report.library === 'sound' || report.library === 'finished' || harmed === null || harmed.length === 0) return []
  const aside = report.keptAside === null ? null : join(report.keptAside, 'library.db')
  return aside !== null && existsSync(aside) && readFileSync(aside).equals(harmed) ? [] : ['the damaged file was not kept as it was']
}

async function everythingBack(folder: string, lived: Lived): Promise<readonly string[]> {
  const cache = await openCache(optionsFor(folder))
  const complaints: string[] = []
  try {
    for (const [id, words] of lived.words) {
      try {
        const { item } = cache.items.get(id)
        const text = item.shownCopy === null ? null : await cache.copies.readText(item.shownCopy)
        if (text !== words) complaints.push(`after the repair ${id} says ${text === null ? 'nothing' : 'something else'}`)
      } catch (error) {
        complaints.push(`after the repair ${id} cannot be read: ${error instanceof Failure ? error.code : error}`)
      }
    }
    if (cache.items.list({ sort: 'added', offset: 0, limit: 1 }).total !== lived.words.size)
      complaints.push('the list is not as long as it was')
    const kept = cache.lists.list().find(({ title }) => title === keptList)
    const entries = kept ? cache.lists.entries(kept.id) : []
    if (
      entries.length === 0 ||
      entries.some(({ item, recommendation }, n) => recommendation !== `Read old-${n}.` || !lived.words.has(item.id))
    )
      complaints.push('the reading list is not as it was')
  } finally {
    cache.close()
  }
  return complaints.slice(0, 5)
}

/** Every file of a folder by the hash of its bytes; what is no plain file is left out. */
export function digest(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return new Map(
    names.flatMap((name) => {
      const path = join(folder, name)
      return lstatSync(path).isFile() ? [[name, createHash('sha256').update(readFileSync(path)).digest('hex')] as const] : []
    }),
  )
}
