// A claim on something several processes share, held by a lock of the operating system on a small file: it ends with the process
// that holds it, however that ends.
import { rmSync } from 'node:fs'
import { Failure } from '../../shared/failure.ts'
import { makePrivateFile } from './files.ts'
import { type Database, openDatabase } from './sqlite.ts'

export type Claim = { release(): void }

/**
 * Claims `path` (made when missing) for this process `alone`, or `shared` with others who share it. Waits `waitMs` for whoever holds it
 * otherwise, blocking; then throws cache.busy. Throws cache.read-only, cache.full.
 */
export function takeClaim(path: string, options: { readonly how: 'alone' | 'shared'; readonly waitMs: number }): Claim {
  const database = claimed(path, options, true)
  return { release: () => database.close() }
}

function claimed(path: string, options: { readonly how: 'alone' | 'shared'; readonly waitMs: number }, again: boolean): Database {
  makePrivateFile(path)
  const database = openDatabase(path, { busyMs: options.waitMs })
  try {
    if (options.how === 'alone') database.exec('BEGIN EXCLUSIVE')
    else {
      database.exec('BEGIN')
      // The read takes the lock and the transaction keeps it.
      database.get('SELECT count(*) AS n FROM sqlite_schema')
    }
    return database
  } catch (error) {
    database.close()
    // Nothing is kept in it: one that somebody wrote into is thrown away.
    if (!again || !(error instanceof Failure) || error.code !== 'cache.damaged') throw error
    rmSync(path, { force: true })
    return claimed(path, options, false)
  }
}
