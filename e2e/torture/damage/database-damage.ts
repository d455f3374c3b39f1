// library.db and its log, harmed at seeded places.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applicationId } from '../../../src/main/cache/migrate.ts'
import { openDatabase } from '../../../src/main/platform/sqlite.ts'
import type { Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { judge } from './judge.ts'
import type { Lived } from './lived-library.ts'

type Harm = {
  readonly name: string
  readonly left: 'closed' | 'crashed'
  readonly times: readonly [short: number, full: number]
  do(folder: string, chance: Chance): string
}

const db = (folder: string): string => join(folder, 'library.db')

/** Random bytes at a random place; answers where. */
export function scatter(path: string, length: number, chance: Chance): string {
  const bytes = readFileSync(path)
  const from = chance.between(0, Math.max(0, bytes.length - 1))
  const end = Math.min(bytes.length, from + length)
  for (let at = from; at < end; at++) bytes[at] = chance.between(0, 255)
  writeFileSync(path, bytes)
  return `${end - from} bytes from ${from}`
}

export function cut(path: string, chance: Chance): string {
  const to = chance.between(1, Math.max(1, statSync(path).size - 1))
  truncateSync(path, to)
  return `to ${to} bytes`
}

const harms: readonly Harm[] = [
  ...[1, 16, 300, 4_096, 40_000].map(
    (length): Harm => ({
      name: `library.db: ${length} random bytes`,
      left: 'closed',
      times: [1, 40],
      do: (folder, chance) => scatter(db(folder), length, chance),
    }),
  ),
  {
    name: 'library.db: three places',
    left: 'closed',
    times: [1, 30],
    do: (folder, chance) => [1, 2, 3].map(() => scatter(db(folder), chance.between(1, 2_000), chance)).join(', '),
  },
  { name: 'library.db: cut', left: 'closed', times: [1, 40], do: (folder, chance) => cut(db(folder), chance) },
  {
    name: 'library.db: empty, gone, a folder, no database, another’s database',
    left: 'closed',
    times: [5, 10],
    do(folder, chance) {
      const which = chance.pick(['empty', 'gone', 'a folder', 'no database', 'another’s'])
      rmSync(db(folder))
      if (which === 'empty') writeFileSync(db(folder), '')
      if (which === 'a folder') mkdirSync(db(folder))
      if (which === 'no database') writeFileSync(db(folder), 'a shopping list '.repeat(chance.between(1, 5_000)))
      if (which === 'another’s') {
        const other = openDatabase(db(folder))
        other.exec('CREATE TABLE recipes (title); PRAGMA user_version = 2')
        other.close()
      }
      return which
    },
  },
  {
    name: 'the log: gone, cut, random bytes',
    left: 'crashed',
    times: [4, 60],
    do(folder, chance) {
      const log = `${db(folder)}-wal`
      if (!existsSync(log) || statSync(log).size === 0) throw new Error('there is no log to harm')
      const which = chance.pick(['gone', 'cut', 'random bytes', 'all random'])
      if (which === 'gone') rmSync(log)
      if (which === 'cut') return `cut ${cut(log, chance)}`
      if (which === 'random bytes') return scatter(log, chance.between(1, 5_000), chance)
      if (which === 'all random') return scatter(log, statSync(log).size, chance)
      return which
    },
  },
  {
    name: 'the log’s index: garbage',
    left: 'crashed',
    times: [1, 20],
    do(folder, chance) {
      writeFileSync(`${db(folder)}-shm`, Buffer.alloc(32_768, chance.between(0, 255)))
      return 'garbage'
    },
  },
  {
    name: 'library.db and its log together',
    left: 'crashed',
    times: [1, 30],
    do: (folder, chance) =>
      `${scatter(db(folder), chance.between(1, 5_000), chance)}; log ${scatter(`${db(folder)}-wal`, chance.between(1, 5_000), chance)}`,
  },
  {
    name: 'library.db damaged, and the newest backup too',
    left: 'closed',
    times: [1, 20],
    do(folder, chance) {
      const backups = join(folder, 'backups')
      const newest = join(backups, 'library-2036-01-01T00-00-00Z.db')
      writeFileSync(newest, readFileSync(db(folder)))
      cut(newest, chance)
      return `${scatter(db(folder), 60_000, chance)}; head ${scatterHead(db(folder))}`
    },
  },
]

function scatterHead(path: string): string {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, 0, 200)
  writeFileSync(path, bytes)
  return 'gone'
}

export async function harmDatabase(given: Given, lived: Lived): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [at, harm] of harms.entries()) {
    const cases = harm.times[given.length === 'short' ? 0 : 1]
    const broken: string[] = []
    const became: Record<string, number> = {}
    for (let n = 0; n < cases; n++) {
      const seed = given.seed * 1_000_003 + at * 1_009 + n
      const { folder, remove } = lived.copy(harm.left)
      const what = harm.do(folder, chanceFrom(seed))
      const { complaints, report } = await judge(folder, lived)
      broken.push(...complaints.map((complaint) => `seed ${given.seed}, case ${n} (${what}): ${complaint}`))
      const end = report?.library ?? 'not repaired'
      became[end] = (became[end] ?? 0) + 1
      remove()
    }
    given.say(`${harm.name}: ${cases}`)
    outcomes.push({
      name: `damage: ${harm.name}`,
      cases,
      broken,
      figure: Object.entries(became)
        .map(([end, count]) => `${count} ${end}`)
        .join(', '),
    })
  }
  return outcomes
}

/** A library of a newer Carrel is refused and not touched, repair or not. */
export async function newerLibrary(lived: Lived): Promise<Outcome> {
  const { folder, remove } = lived.copy('closed')
  const database = openDatabase(db(folder))
  database.pragma(`user_version = 999`)
  database.pragma(`application_id = ${applicationId}`)
  database.close()
  const before = readFileSync(db(folder))
  const { complaints } = await judge(folder, lived)
  const broken = complaints.filter((complaint) => !complaint.startsWith('repairing: cache.newer'))
  if (complaints.length === broken.length) broken.push('the repair did not refuse it')
  if (!readFileSync(db(folder)).equals(before)) broken.push('it was touched')
  remove()
  return { name: 'damage: a library of a newer Carrel', cases: 1, broken }
}
