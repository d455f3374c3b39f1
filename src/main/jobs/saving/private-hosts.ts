// Which private hosts a job may reach: only the one the reader typed.
import type { ItemRecord } from '../../cache/cache.ts'
import { privateHostOf } from '../../network/address-guard.ts'

/** The host and port of a typed link; a private page may name its own host, nothing else private. */
export function privateHostsOf(record: ItemRecord): ReadonlySet<string> {
  const host = record.typed ? privateHostOf(record.item.url) : null
  return new Set(host === null ? [] : [host])
}
