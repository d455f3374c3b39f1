// Try again, as a person means it: the row waits again and says so, and its job starts now.
import type { ItemId, ItemSummary } from '../../../shared/item.ts'
import type { JobId, JobKind, JobProgress } from '../../../shared/job.ts'
import type { Cache } from '../../cache/cache.ts'

/**
 * What waits for another try is tried now; an item with nothing waiting gets a new job: save where nothing of it is here, refresh otherwise.
 * Throws item.unknown.
 */
export function retryItems(ids: readonly ItemId[], cache: Cache, options: { readonly lease: boolean }): readonly JobId[] {
  return cache.together(() => retried(ids, cache, options))
}

function retried(ids: readonly ItemId[], cache: Cache, options: { readonly lease: boolean }): readonly JobId[] {
  const records = ids.map((id) => cache.items.get(id))
  for (const { item } of records) if (item.state === 'failed') cache.items.describe(item.id, { state: 'waiting', failure: null })
  const waiting = Map.groupBy(
    cache.jobs.list().filter((job) => job.state === 'queued'),
    (job) => job.itemId,
  )
  const jobs = records.flatMap(({ item }) => {
    const kinds = waiting.get(item.id)?.map((job) => job.kind) ?? [kindToRetry(item, cache.jobs.ofItem(item.id))]
    return kinds.map((kind) => ({ itemId: item.id, kind }))
  })
  return cache.jobs.add(jobs, options).map((job) => job.id)
}

/** A transcript that was not found is looked for again: the talk itself has not failed. */
function kindToRetry({ shownCopy }: ItemSummary, last: JobProgress | null): JobKind {
  if (last?.state === 'failed' && (last.kind === 'transcript' || last.kind === 'transcript-yt-dlp')) return last.kind
  return shownCopy ? 'refresh' : 'save'
}
