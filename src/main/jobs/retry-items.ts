// Try again, as a person means it: the row waits again and says so, and its job starts now.
import type { ItemId } from '../../shared/item.ts'
import type { JobId } from '../../shared/job.ts'
import type { Cache } from '../cache/cache.ts'

/** Gives every item a new job: save where nothing of it is here, refresh otherwise. Throws item.unknown. */
export function retryItems(ids: readonly ItemId[], cache: Cache, options: { readonly lease: boolean }): readonly JobId[] {
  const records = ids.map((id) => cache.items.get(id))
  for (const { item } of records) if (item.state === 'failed') cache.items.describe(item.id, { state: 'waiting', failure: null })
  const jobs = records.map(({ item }) => ({ itemId: item.id, kind: item.shownCopy ? ('refresh' as const) : ('save' as const) }))
  return cache.jobs.add(jobs, options).map((job) => job.id)
}
