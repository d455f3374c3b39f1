// The attack by a long life: thousands of items come and go in one core, and nothing that is gone may be held on to: no memory, no handle, no
// file, no row beyond the few words that tell other machines of a deletion.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { randomIds } from '../../../src/main/platform/ids.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import type { Attack, Given, Outcome } from '../attack.ts'
import { liveARound } from './live-a-round.ts'
import { type LivingSite, openLivingSite } from './living-site.ts'
import { openLivingCore } from './open-living-core.ts'
import { type Held, rowsOf, whatIsHeld } from './what-is-held.ts'

const dayMs = 86_400_000
/** Items that stay from beginning to end. */
const kept = 12
/** What may be more at the end than after the first rounds, whatever was done in between. */
const allowed: Readonly<Record<keyof Held, number>> = {
  heapMb: 8,
  rssMb: 150,
  resources: 6,
  openFiles: 4,
  children: 0,
  temporary: 0,
  blobs: 250,
  blobMb: 1,
  libraryMb: Number.POSITIVE_INFINITY,
  indexMb: 2,
  walMb: 24,
}
/** Bytes of library.db that a deleted item may leave for ever: tombstone, cell and operation of the item and of each copy; 2,100 were measured. */
const bytesOfDeletion = 2_500

export const longLife: Attack = {
  name: 'long-life',
  async run(given) {
    const before = process.env.TMPDIR
    const temporary = await mkdtemp(path.join(tmpdir(), 'carrel-long-life-'))
    const libraries = await mkdtemp(path.join(tmpdir(), 'carrel-long-lived-'))
    process.env.TMPDIR = temporary
    const site = await openLivingSite()
    try {
      return await live(given, site, temporary, libraries)
    } finally {
      await site.close()
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      for (const folder of [temporary, libraries]) await rm(folder, { recursive: true, force: true })
    }
  },
}

async function live({ length, say }: Given, site: LivingSite, temporary: string, libraries: string): Promise<readonly Outcome[]> {
  const full = length === 'full'
  const [items, leastMs, mostMs, aRound] = full ? [10_000, 600_000, 1_500_000, 100] : [40, 0, 60_000, 8]
  // Two days ahead: what is deleted may go at once, as it does a day later.
  const clock = { now: () => Date.now() + 2 * dayMs }
  const nextDay = { now: () => clock.now() + 2 * dayMs }
  const folder = path.join(libraries, 'lived')
  const library = await openLivingCore({ library: folder, clock })
  const held: Held[] = []
  const begun = performance.now()
  let gone = 0
  try {
    await library.call('item.save', { links: Array.from({ length: kept }, (_, at) => site.address(at)), typed: true })
    await library.core.settled()
    const passed = (): number => performance.now() - begun
    while ((gone < items || passed() < leastMs) && passed() < mostMs) {
      await liveARound(library, site, kept + gone, aRound)
      gone += aRound
      // Four times a day, as if a day had passed since; here, after every other round.
      if (gone % (aRound * 2) === 0) await keepHouse(folder, nextDay)
      held.push(whatIsHeld(folder, temporary))
      if (gone % (aRound * 5) === 0) say(`${gone} items, ${spell(held.at(-1))}`)
    }
  } finally {
    await library.core.close()
  }
  const outcomes = [grownOf(held, gone)]
  const later = { now: () => clock.now() + 40 * dayMs }
  await keepHouse(folder, later)
  const fresh = path.join(libraries, 'fresh')
  const other = await openLivingCore({ library: fresh, clock })
  await other.call('item.save', { links: Array.from({ length: kept }, (_, at) => site.address(at)), typed: true })
  await other.core.settled()
  await other.core.close()
  await keepHouse(fresh, later)
  return [...outcomes, againstFresh(folder, fresh, temporary, gone)]
}

/** What a window or server does four times a day, in the room that does it. */
async function keepHouse(folder: string, clock: { now(): number }): Promise<void> {
  const cache = await openCache({ folder, clock, ids: randomIds, log: silentLog, role: 'long-lived' })
  try {
    cache.emptyOldTrash()
    await cache.blobs.sweep()
  } finally {
    cache.close()
  }
}

/** The last rounds against the first ones, those left out in which caches fill for the first time. */
function grownOf(held: readonly Held[], gone: number): Outcome {
  const some = Math.max(1, Math.floor(held.length / 5))
  const [early, late] = [held.slice(some, some * 2), held.slice(-some)]
  const broken: string[] = []
  for (const what of Object.keys(allowed) as (keyof Held)[]) {
    const more = middle(late.map((at) => at[what])) - middle(early.map((at) => at[what]))
    if (more > allowed[what]) broken.push(`${what} grew by ${more.toFixed(1)} over ${gone} items`)
  }
  return { name: 'one process', cases: gone, broken, figure: `at first ${spell(early[0])}; at last ${spell(late.at(-1))}` }
}

/** The library that lived against one that never had anything but what is left. */
function againstFresh(lived: string, fresh: string, temporary: string, gone: number): Outcome {
  const [old, young] = [whatIsHeld(lived, temporary), whatIsHeld(fresh, temporary)]
  const rows = rowsOf(lived)
  const broken: string[] = []
  if (old.blobs !== young.blobs) broken.push(`${old.blobs} blobs where ${young.blobs} are kept`)
  const perItem = ((old.libraryMb - young.libraryMb) * 1e6) / gone
  if (perItem > bytesOfDeletion + 300_000 / gone) broken.push(`library.db holds ${perItem.toFixed(0)} bytes of each item that is gone`)
  if (old.indexMb - young.indexMb > 0.5 + (gone * 100) / 1e6)
    broken.push(`index.db is ${old.indexMb.toFixed(1)} MB, fresh ${young.indexMb.toFixed(1)}`)
  for (const [table, number] of rowsOf(fresh)) {
    const more = (rows.get(table) ?? 0) - number
    // A deletion is told once for the item and once for each copy it had.
    const mayStay = ['operations', 'cells', 'tombstones'].includes(table) ? gone * 3 : table === 'item_counts' ? 40 : 4
    if (more > mayStay) broken.push(`${table} has ${more} rows more`)
  }
  const told = [...rows].filter(([, number]) => number > kept * 8).map(([table, number]) => `${table} ${number}`)
  return { name: 'its library', cases: gone, broken, figure: `${perItem.toFixed(0)} bytes left of each item; ${told.join(', ')}` }
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function spell(held: Held | undefined): string {
  if (held === undefined) return 'nothing'
  const { heapMb, rssMb, openFiles, resources, blobs, libraryMb, indexMb, walMb } = held
  return `heap ${heapMb.toFixed(1)} MB, rss ${rssMb.toFixed(0)}, ${openFiles} files, ${resources} resources, ${blobs} blobs, library ${libraryMb.toFixed(1)}, index ${indexMb.toFixed(1)}, wal ${walMb.toFixed(1)}`
}
