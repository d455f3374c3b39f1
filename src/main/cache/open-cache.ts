// Puts the shelves together on one open library.
import { backupsOf, isBackupDue } from './backups.ts'
import { openBlobs } from './blobs.ts'
import type { Cache } from './cache.ts'
import { openChanges } from './changes.ts'
import { openContacts } from './contacts.ts'
import { openCopies } from './copies.ts'
import { lostCopies } from './copy-records.ts'
import { openHighlights } from './highlights.ts'
import { moveHouseTime } from './house-time.ts'
import { openItemList } from './item-list.ts'
import { openItems } from './items.ts'
import { openJobs } from './jobs.ts'
import { openLists } from './lists.ts'
import { openMarks } from './marks.ts'
import { type LibraryOptions, openLibrary } from './open-library.ts'
import { openOutbox } from './outbox.ts'
import { openReadingState } from './reading-state.ts'
import { openRecordings } from './recordings.ts'
import { rereadFiles } from './repair/repair-library.ts'
import { openSeries } from './series.ts'
import { openSeriesLooks } from './series-looks.ts'
import { openSettings } from './settings.ts'
import { openStorage } from './storage.ts'
import { openTags } from './tags.ts'
import { deleteForever, emptyOldTrash } from './trash.ts'

/**
 * Opens the library in `folder`, made when missing. Several processes may have one open at once. Throws cache.cloud-folder,
 * cache.read-only, cache.damaged, cache.newer, cache.busy, cache.full; then nothing was touched.
 */
export async function openCache(options: LibraryOptions): Promise<Cache> {
  const library = await openLibrary(options)
  const jobs = openJobs(library)
  const settings = openSettings(library)
  const storage = openStorage(library, settings)
  const items = openItems(library, jobs)
  let open = true
  return {
    folder: library.folder,
    readOnly: library.readOnly,
    items: {
      ...items,
      ...openItemList(library),
      ...openReadingState(library),
      deleteForever: (ids) => deleteForever(library, ids),
    },
    copies: openCopies(library, storage),
    blobs: openBlobs(library),
    jobs,
    highlights: openHighlights(library),
    marks: openMarks(library),
    recordings: openRecordings(library),
    contacts: openContacts(library),
    tags: openTags(library),
    series: { ...openSeries(library), ...openSeriesLooks(library) },
    lists: openLists(library, items),
    outbox: openOutbox(library),
    settings,
    storage,
    backups: {
      list: () => backupsOf(library.folder),
      isDue: () => isBackupDue(backupsOf(library.folder), library.clock.now()),
    },
    lostCopies: async () => (await lostCopies(library)).length,
    rereadFiles: () => rereadFiles(library),
    together: (work) => library.database.transaction(work),
    ...openChanges(library),
    houseTime: () => moveHouseTime(library),
    emptyOldTrash: (now) => emptyOldTrash(library, now),
    close() {
      if (!open) return
      open = false
      try {
        if (!library.readOnly) jobs.release()
      } catch (error) {
        // A library that broke meanwhile is closed all the same; whoever comes next sees that our process is gone.
        library.log.write('warn', 'the jobs under way could not be given back', { error })
      } finally {
        library.database.close()
      }
    },
  }
}
