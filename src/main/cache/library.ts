// What every shelf stands on: the open database, the folder, the outside world, and who we are among the library's processes.
import type { Clock } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import type { Database } from '../platform/sqlite.ts'

export type Library = {
  readonly folder: string
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Only a long-lived process keeps house: recovers jobs, sweeps, empties the old trash. */
  readonly role: 'long-lived' | 'short'
  /** Its folder cannot be written: it is read, and every write is cache.read-only. */
  readonly readOnly: boolean
  /** 16 hex digits: the author of our operations. */
  readonly device: string
  /** The holder of our leases: random, because process ids are used again. */
  readonly owner: { readonly id: string; readonly pid: number; readonly host: string }
  /** Free bytes of the disk the library lies on; null when the system does not say. */
  freeBytes(): Promise<number | null>
}
