// What the reader and the details panel need of one item, gathered from its shelves.
import type { OutputOf } from '../../shared/contract.ts'
import type { CopySummary } from '../../shared/copy.ts'
import { Failure } from '../../shared/failure.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import type { Cache, StoredCopy } from '../cache/cache.ts'

/** Everything the reader needs, in one call. `copyId` null: the copy the row shows. Throws item.unknown, copy.unknown. */
export function openItem(id: ItemId, copyId: CopyId | null, cache: Cache): OutputOf<'item.open'> {
  const { item, talk, position } = cache.items.get(id)
  const wanted = copyId ?? item.shownCopy
  const copy = wanted ? cache.copies.get(wanted) : null
  if (copy && copy.itemId !== id) throw new Failure('copy.unknown')
  return {
    item,
    copy: copy ? summaryOf(copy) : null,
    talk,
    framePath: copy?.form === 'article' ? `/copy/${copy.id}/` : null,
    dir: copy?.dir ?? null,
    reading: { position, progress: item.progress, anchor: null },
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

function summaryOf({ lang: _lang, dir: _dir, etag: _etag, lastModified: _lastModified, ...summary }: StoredCopy): CopySummary {
  return summary
}
