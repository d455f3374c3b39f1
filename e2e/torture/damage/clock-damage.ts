// A clock that jumps by seconds or decades, forward and back, while the library is used: nothing is deleted, nothing waits for ever, stamps
// only grow, backups are made.
import { join } from 'node:path'
import { isBackupDue } from '../../../src/main/cache/backups.ts'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { openLibrary } from '../../../src/main/cache/open-library.ts'
import { writeBackup } from '../../../src/main/cache/write-backup.ts'
import { saveOne, someCopy } from '../../../src/main/testing/temporary-library.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'
import type { Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { unsaid } from './judge.ts'
import { type Lived, optionsFor } from './lived-library.ts'

const jumps = [1_000, 60_000, 3_600_000, 86_400_000, 40 * 86_400_000, 400 * 86_400_000, 50 * 365 * 86_400_000] as const

export async function jumpClock(given: Given, lived: Lived): Promise<Outcome> {
  const cases = given.length === 'short' ? 2 : 30
  const broken: string[] = []
  for (let n = 0; n < cases; n++) {
    try {
      broken.push(
        ...(await oneCase(lived, chanceFrom(given.seed * 7_919 + n))).map((complaint) => `seed ${given.seed}, case ${n}: ${complaint}`),
      )
    } catch (error) {
      broken.push(`seed ${given.seed}, case ${n}: ${unsaid(error) ?? String(error)}`)
    }
  }
  given.say(`clocks: ${cases}`)
  return { name: 'damage: a clock that jumps', cases, broken, figure: '12 jumps each' }
}

async function oneCase(lived: Lived, chance: Chance): Promise<readonly string[]> {
  const { folder, remove } = lived.copy('closed')
  let now = Date.now()
  const clock = { now: () => now }
  const cache = await openCache(optionsFor(folder, { clock }))
  const library = await openLibrary(optionsFor(folder, { clock }))
  const complaints: string[] = []
  const trashed = [...lived.words.keys()][0] as ItemId
  cache.items.move([trashed], 'trash')
  for (let step = 0; step < 12; step++) {
    now = Math.max(0, now + (chance.next() < 0.5 ? -1 : 1) * chance.pick(jumps))
    const { id } = saveOne(cache, `step-${step}`)
    const { copyId } = await cache.copies.store(someCopy(id, `Step ${step}.`), { show: true })
    // A job that fails is tried again in two minutes of the clock as it was then.
    for (const job of cache.jobs.claim(1_000)) {
      if (job.itemId === id) cache.jobs.fail(job.id, { code: 'page.busy', facts: {} }, now + 120_000)
      else cache.jobs.finish(job.id)
    }
    if (cache.backups.isDue()) {
      const days = () => new Set(cache.backups.list().map(({ at }) => Math.floor(at / 86_400_000))).size
      const before = days()
      writeBackup(folder, { now, unique: `s${step}`, freeBytes: null })
      if (isBackupDue(cache.backups.list(), now)) complaints.push('a backup was made and another one is due at once')
      if (days() < Math.min(before, 7)) complaints.push('backups went that should have stayed')
    }
    cache.emptyOldTrash(cache.houseTime())
    await cache.blobs.sweep()
    for (const item of [trashed, id]) if (cache.items.get(item).item.id !== item) complaints.push(`${item} is gone`)
    if ((await cache.copies.readText(copyId as CopyId)) !== `Step ${step}.`) complaints.push('a fresh copy cannot be read')
  }
  for (const [id, words] of lived.words) {
    const { shownCopy } = cache.items.get(id).item
    if (shownCopy === null || (await cache.copies.readText(shownCopy)) !== words) complaints.push(`${id} cannot be read`)
  }
  // Ten minutes later every job has had its time, whatever the clock said when it was put off.
  now = Date.now()
  for (let minutes = 0; minutes < 10; minutes++) {
    now += 60_000
    for (const job of cache.jobs.claim(1_000)) cache.jobs.finish(job.id)
  }
  const left = library.database.get(
    `SELECT count(*) AS n FROM jobs WHERE state IN ('queued', 'running') AND not_before > ?`,
    now + 2 * 86_400_000,
  )
  if (Number(left?.n) > 0) complaints.push(`${left?.n} jobs wait for years`)
  const disordered = library.database.get(
    'SELECT 1 AS wrong FROM operations AS one JOIN operations AS next ON next.seq = one.seq + 1 WHERE next.hlc <= one.hlc',
  )
  if (disordered) complaints.push(`stamps went back in ${join(folder, 'library.db')}`)
  cache.close()
  library.database.close()
  remove()
  return complaints
}
