// Which private hosts a job may reach: only the one the reader typed.
import type { ItemRecord } from '../cache/cache.ts'

/** The host and port of a typed link; a private page may name its own host, nothing else private. */
export function privateHostsOf(record: ItemRecord): ReadonlySet<string> {
  return record.typed ? new Set([new URL(record.item.url).host]) : new Set()
}
