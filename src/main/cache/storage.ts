// What the library weighs, and that it never grows past its limit or fills the disk: cache.full is said before either.
import { Failure } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { SettingsShelf, StorageShelf } from './cache.ts'
import { numberOf, textOf } from './columns.ts'
import { dropEarlierCopies } from './earlier-copies.ts'
import type { Library } from './library.ts'

/** Left free on the disk, whatever we store: for the database's own log, and for everybody else. */
const leaveFreeBytes = 200_000_000
const heaviestShown = 20

export function openStorage(library: Library, settings: SettingsShelf): StorageShelf {
  const { database } = library

  function count(sql: string, ...values: readonly string[]): number {
    const row = database.get(sql, ...values)
    return row ? numberOf(row, 'n') : 0
  }
  const blobBytes = (): number => count('SELECT bytes AS n FROM blob_totals')

  return {
    async use() {
      return {
        bytes: blobBytes(),
        maxBytes: settings.get().maxBytes,
        freeBytes: await library.freeBytes(),
        items: count('SELECT coalesce(sum(items), 0) AS n FROM item_counts'),
        copies: count('SELECT count(*) AS n FROM copies'),
        blobs: count('SELECT blobs AS n FROM blob_totals'),
        heaviest: database
          .all(`SELECT id, title, bytes FROM items WHERE bytes > 0 ORDER BY bytes DESC LIMIT ${heaviestShown}`)
          .map((row) => ({ id: textOf(row, 'id') as ItemId, title: textOf(row, 'title'), bytes: numberOf(row, 'bytes') })),
      }
    },
    freeBytes: () => library.freeBytes(),
    bytesOf: (id) => count('SELECT bytes AS n FROM items WHERE id = ?', id),
    async makeRoom(bytes) {
      const { maxBytes } = settings.get()
      const over = blobBytes() + bytes - maxBytes
      if (over > 0 && bytes <= maxBytes) dropEarlierCopies(library, over)
      if (blobBytes() + bytes > maxBytes) throw new Failure('cache.full', { disk: false, neededBytes: bytes, maxBytes })
      const freeBytes = await library.freeBytes()
      if (freeBytes !== null && freeBytes < Math.max(leaveFreeBytes, 2 * bytes)) {
        throw new Failure('cache.full', { disk: true, neededBytes: bytes, freeBytes })
      }
    },
  }
}
