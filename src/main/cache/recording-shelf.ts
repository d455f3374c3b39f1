// The shelf of recordings as the rest of the house sees it; part of the front door, cache.ts.
import type { ItemId } from '../../shared/item.ts'
import type { Recording, RecordingMime } from '../../shared/recording.ts'
import type { StreamedFile } from '../platform/streamed-file.ts'
import type { RecordingOrigin } from './begun-recording.ts'

export type RecordingFacts = {
  readonly mime: RecordingMime
  readonly name: string
  readonly url: string | null
  readonly stoppedAt?: number
}

export type RecordingShelf = {
  /** The recording of an item; null: none. */
  of(id: ItemId): Recording | null
  /**
   * A file beside the others to write into. The same `unique` again begins the same file anew; one that is left, by a crash or on purpose, is
   * swept after a day. `origin`: where the rest of it can be asked for; left out: nowhere.
   */
  begin(unique: string, origin?: RecordingOrigin | null): Promise<StreamedFile>
  /** What was written of a file that was begun with an origin, to write on behind it; null: none is there. */
  left(unique: string): Promise<{ readonly file: StreamedFile; readonly origin: RecordingOrigin } | null>
  /**
   * Closes the file, puts it on the shelf and makes it the item's recording; the one before is let go, and its file rests for a day.
   * Throws item.unknown, cache.full, cache.busy.
   */
  keep(id: ItemId, file: StreamedFile, facts: RecordingFacts): Promise<Recording>
  /** The item has none from now on; the file rests for a day. Answers what was removed. */
  remove(id: ItemId): Recording | null
  /** Makes a file that still rests the item's recording. Throws item.unknown, recording.unknown. */
  restore(id: ItemId, hash: string, facts: RecordingFacts): Recording
  /** Answers whether there is one. */
  stopAt(id: ItemId, seconds: number): boolean
}
