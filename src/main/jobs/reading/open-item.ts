// What the reader and the details panel need of one item, gathered from its shelves.
import type { OutputOf } from '../../../shared/contract.ts'
import type { CopySummary } from '../../../shared/copy.ts'
import { Failure } from '../../../shared/failure.ts'
import type { CopyId, ItemId } from '../../../shared/item.ts'
import type { Cache, StoredCopy } from '../../cache/cache.ts'
import type { Log } from '../../platform/log.ts'

/** Everything the reader needs, in one call, and that it was opened. `copyId` null: the copy the row shows. Throws item.unknown, copy.unknown. */
export function openItem(
  id: ItemId,
  copyId: CopyId | null,
  { cache, log }: { readonly cache: Cache; readonly log: Log },
): OutputOf<'item.open'> {
  const { item, talk, position, anchor } = cache.items.get(id)
  const wanted = copyId ?? item.shownCopy
  const copy = wanted ? cache.copies.get(wanted) : null
  if (copy && copy.itemId !== id) throw new Failure('copy.unknown')
  try {
    cache.items.noteOpened(id)
  } catch (error) {
    // A full disk, or a library that cannot be written, keeps nobody from reading.
    log.write('warn', 'that an item was opened could not be noted', { error })
  }
  return {
    item,
    copy: copy ? summaryOf(copy) : null,
    talk,
    framePath: copy?.form === 'article' ? `/copy/${copy.id}/` : null,
    dir: copy?.dir ?? null,
    reading: { position, progress: item.progress, anchor },
  }
}

/** Everything the details panel shows. Throws item.unknown. */
export function detailsOf(id: ItemId, cache: Cache): OutputOf<'item.get'> {
  const { item, talk, originalLink } = cache.items.get(id)
  return {
    item,
    copies: cache.copies.ofItem(id).map(summaryOf),
    talk,
    bytes: cache.storage.bytesOf(id),
    originalLink,
    job: cache.jobs.ofItem(id),
  }
}

/** A copy as it crosses a door. */
export function summaryOf({ lang: _l, dir: _d, etag: _e, lastModified: _m, normaliserVersion: _n, ...summary }: StoredCopy): CopySummary {
  return summary
}
