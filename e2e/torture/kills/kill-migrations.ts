// A library of every earlier schema, opened by a core that is killed while it is brought to ours: it is of the old schema or of a newer one,
// wholly, its backup is whole or not there, and the next core has all of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '../../../src/main/cache/migrations/all.ts'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { systemClock } from '../../../src/main/platform/clock.ts'
import { randomIds } from '../../../src/main/platform/ids.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import { openDatabase } from '../../../src/main/platform/sqlite.ts'
import { prepareCoreProcess } from '../../../src/main/testing/core-process.ts'
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { childrenOf, livingOf } from './children-of.ts'
import { filesBelow, lookAt } from './look.ts'
import { spreadOf } from './spread-of.ts'
import { within } from './within.ts'

const fixtures = new URL('../../../src/main/cache/migrations/fixtures/', import.meta.url)
const newest = allMigrations.at(-1)?.version ?? 0
/** Enough that each step of a migration, and the backup before it, lasts long enough to be hit. */
const rows = 1_500
const kept = `SELECT count(*) AS n FROM items WHERE place <> 'trash'`

export async function killMigrations(given: Given, kills: number): Promise<Outcome> {
  const chance = chanceFrom(given.seed)
  const folder = await mkdtemp(join(tmpdir(), 'carrel-migrating-'))
  const broken: string[] = []
  const found = new Map<string, number>()
  let spare = prepareCoreProcess()
  // How long a migration takes here and now, told by those that were left to end, the first of them on purpose.
  let usualMs = 60_000
  try {
    for (let n = 0; n < kills; n++) {
      const version = chance.between(1, newest - 1)
      const library = join(folder, `library-${n}`)
      await mkdir(library)
      const all = layDown(library, version)
      const core = spare
      spare = prepareCoreProcess()
      const begun = performance.now()
      const victim = await core.open(library, { opened: false })
      const ended = await Promise.race([
        victim.call('item.counts', {}).then(
          () => true,
          () => false,
        ),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), (n === 0 ? 1 : chance.next()) * usualMs * 1.1)),
      ])
      if (ended) usualMs = performance.now() - begun
      const children = childrenOf(victim.pid)
      await victim.kill()
      const state = lookAt(join(library, 'library.db'), (database) => database.pragma('user_version'))
      const saved = existsSync(join(library, 'backups', `library-version-${version}.db`))
      const where =
        state === newest
          ? 'migrated'
          : saved
            ? 'with its backup'
            : filesBelow(library).some((file) => file.includes('.tmp'))
              ? 'in its backup'
              : 'before'
      found.set(where, (found.get(where) ?? 0) + 1)
      for (const line of faultsAfter(library, all)) broken.push(`kill ${n + 1} of version ${version}, ${where}: ${line}`)
      if (n % 4 === 0 || where !== 'migrated') {
        const total = await nextOpening(library)
        if (total !== all) broken.push(`after kill ${n + 1}: ${total} items are shown`)
        for (const line of faultsAfter(library, all)) broken.push(`after kill ${n + 1}: ${line}`)
        const lying = filesBelow(library).filter((file) => file.includes('.tmp'))
        if (lying.length > 0) broken.push(`after kill ${n + 1}: ${lying[0]} lies about`)
        if (!existsSync(join(library, 'backups', `library-version-${version}.db`))) broken.push(`after kill ${n + 1}: there is no backup`)
      }
      // Its index process ends a moment later, and may still write.
      await within(20_000, () => livingOf(children).length === 0)
      await rm(library, { recursive: true, force: true, maxRetries: 5 })
    }
  } finally {
    await spare.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { name: 'kill -9 while migrating', cases: kills, broken, figure: spreadOf(found) }
}

/**
 * An earlier version's library as its fixture tells it, and many more rows of the same kind. Answers how many items must always be there: those
 * outside the trash, which the next core may empty, for what lies there has rested for long.
 */
function layDown(library: string, version: number): number {
  const database = openDatabase(join(library, 'library.db'))
  try {
    database.exec(readFileSync(new URL(`version-${version}.sql`, fixtures), 'utf8'))
    const columns = database
      .all(`SELECT name FROM pragma_table_info('items')`)
      .map((row) => String(row.name))
      .filter((name) => name !== 'ordinal')
    const own: Readonly<Record<string, string>> = {
      id: "printf('%032x', n)",
      comparison_key: `'many.test/' || n`,
      url: `'https://many.test/' || n`,
      page_title: `'Many things, part ' || n`,
      place: `'inbox'`,
      trashed_at: 'NULL',
      shown_copy: 'NULL',
      state: `'failed'`,
    }
    database.transaction(() =>
      database.run(
        `WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < ${rows})
         INSERT INTO items (${columns.join(', ')}) SELECT ${columns.map((name) => own[name] ?? name).join(', ')}
           FROM many, (SELECT * FROM items WHERE kind = 'article' LIMIT 1)`,
      ),
    )
    return Number(database.get(kept)?.n)
  } finally {
    database.close()
  }
}

/** The next process, two days later, keeps house; answers how many items it shows. */
async function nextOpening(library: string): Promise<number> {
  const clock = { now: () => systemClock.now() + 2 * 86_400_000 }
  const cache = await openCache({ folder: library, clock, ids: randomIds, log: silentLog, role: 'long-lived' })
  try {
    await cache.blobs.sweep()
    const { inbox, later, archive } = cache.items.counts().places
    return inbox + later + archive
  } finally {
    cache.close()
  }
}

/** What does not hang together: the library itself, and every backup under its name. */
function faultsAfter(library: string, all: number): readonly string[] {
  const backups = join(library, 'backups')
  const named = existsSync(backups) ? readdirSync(backups).filter((name) => /^library-version-\d+\.db$/.test(name)) : []
  return [join(library, 'library.db'), ...named.map((name) => join(backups, name))].flatMap((path) =>
    lookAt(path, (database) => {
      const faults: string[] = []
      const name = path.slice(library.length + 1)
      if (database.pragma('integrity_check') !== 'ok') faults.push(`${name} is damaged`)
      if (database.all('PRAGMA foreign_key_check').length > 0) faults.push(`${name}: a row points to nothing`)
      if (Number(database.get(kept)?.n) !== all) faults.push(`${name} lacks items`)
      const schema = Number(database.pragma('user_version'))
      // Killed between two steps, the library is backed up once more, as the version it then is.
      const said = /version-(\d+)\.db$/.exec(name)?.[1]
      if (said !== undefined && schema !== Number(said)) faults.push(`${name} is of version ${schema}`)
      return faults
    }),
  )
}
