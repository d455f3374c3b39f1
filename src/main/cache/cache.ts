// The front door of the shelves: everything the rest of the house may ask of the cache. Shelves with much to say have a file of their own
// (item-shelf.ts, job-shelf.ts, highlight-shelf.ts …); open-cache.ts puts them together.
import type { CopySource, CopySummary } from '../../shared/copy.ts'
import type { CompletenessReport, CopyId, ItemId, ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { ListId } from '../../shared/list.ts'
import type { RepairReport } from '../../shared/repair-report.ts'
import type { Settings, SettingsChange } from '../../shared/settings.ts'
import type { TranscriptFacts } from '../../shared/transcript.ts'
import type { BackupShelf } from './backups.ts'
import type { ContactShelf } from './contacts.ts'
import type { HighlightShelf } from './highlight-shelf.ts'
import type { ItemFacts, ItemShelf, NewBlob } from './item-shelf.ts'
import type { JobShelf } from './job-shelf.ts'
import type { ListShelf } from './list-shelf.ts'
import type { MarkShelf } from './mark-shelf.ts'
import type { RecordingShelf } from './recording-shelf.ts'
import type { SeriesShelf } from './series-shelf.ts'
import type { TagShelf } from './tag-shelf.ts'

export type { ItemFacts, ItemQuery, ItemRecord, ItemShelf, NewBlob, NewItem, SavedItem } from './item-shelf.ts'
export type { Job, JobShelf, JobStep } from './job-shelf.ts'

export type NewCopy = {
  readonly itemId: ItemId
  readonly source: CopySource
  readonly fetchedAt: number
  readonly finalUrl: string
  readonly form: 'article' | 'document'
  readonly mime: string
  readonly title: string
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly words: number
  readonly etag: string | null
  readonly lastModified: string | null
  readonly extractorVersion: number
  readonly normaliserVersion: number
  /** The page as it came (compressed inside), the cleaned article with `asset/<sha256>` addresses, its one plain text. */
  readonly raw: Uint8Array
  readonly html: string | null
  readonly text: string
  readonly document: Uint8Array | null
  readonly assets: readonly (NewBlob & {
    readonly mime: string
    readonly url: string
    readonly role: string
    readonly width: number | null
    readonly height: number | null
  })[]
  readonly report: CompletenessReport | null
  /** Only of a transcript. */
  readonly transcript?: TranscriptFacts
  /** What the row becomes when this copy is shown. */
  readonly facts: ItemFacts
}

export type StoredCopy = CopySummary & {
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** Of the text offsets count in. */
  readonly normaliserVersion: number
}

export type CopyShelf = {
  /**
   * Writes blobs first (beside, fsynced, renamed), then one transaction: copy, assets, operations, the row's facts, the index's outbox.
   * `show` decides whether the row shows it (a worse copy is kept but not shown). Throws cache.full before the disk is.
   */
  store(copy: NewCopy, options: { readonly show: boolean }): Promise<{ readonly copyId: CopyId; readonly item: ItemSummary }>
  /** Throws copy.unknown. */
  get(id: CopyId): StoredCopy
  ofItem(id: ItemId): readonly StoredCopy[]
  show(itemId: ItemId, copyId: CopyId): ItemSummary
  /** Empty for a document. Throws cache.missing-blob when the file is gone or damaged; so do its neighbours. */
  readHtml(id: CopyId): Promise<string>
  readText(id: CopyId): Promise<string>
  readRaw(id: CopyId): Promise<Uint8Array>
  assetsOf(id: CopyId): readonly {
    readonly sha256: string
    readonly mime: string
    readonly url: string
    readonly role: string
    readonly width: number | null
    readonly height: number | null
  }[]
  /** True when every file of the copy is there and holds what it should. Reads them all. */
  isWhole(id: CopyId): Promise<boolean>
  /** Every transcript of an item with its times: the shown one first, then the newest. */
  transcripts(id: ItemId): readonly { readonly copy: StoredCopy; readonly facts: TranscriptFacts }[]
  /** Those of the items that have a transcript. */
  withTranscript(ids: readonly ItemId[]): ReadonlySet<ItemId>
  /**
   * Deletes one transcript, with a tombstone; another one, else the newest page, is shown instead, else the row has no copy. Highlights that
   * were removed go with it. Throws copy.unknown, transcript.unknown (a copy of a page), transcript.marked.
   */
  dropTranscript(id: CopyId): ItemSummary
  /** Drops earlier copies, oldest first, never one shown or pointed to by a highlight, until `bytes` are free of them; 0: all of them. */
  dropEarlier(bytes: number): { readonly copies: number; readonly bytes: number }
}

export type BlobShelf = {
  /** Absolute path of a blob's file, whether or not it is there. */
  pathOf(sha256: string): string
  /** The bytes; throws cache.missing-blob when gone or not matching their name. */
  read(sha256: string): Promise<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** The media type recorded for a blob, by any copy or item that points to it. */
  mimeOf(sha256: string): string | null
  /** Removes blobs nobody points to and that are older than a day, and stale temporary files. Only a long-lived door calls it. */
  sweep(): Promise<{ readonly blobs: number; readonly bytes: number }>
}

/** One line of the index's outbox, with the text to index; `doc` null: take it out of the index. */
export type OutboxLine = {
  readonly seq: number
  readonly itemId: ItemId
  readonly doc: {
    readonly ordinal: number
    readonly title: string
    readonly byline: string | null
    readonly siteName: string | null
    readonly url: string
    readonly lang: string | null
    readonly text: string
  } | null
}

export type OutboxShelf = {
  take(limit: number): Promise<readonly OutboxLine[]>
  done(seqs: readonly number[]): void
  /** The number of the last line there ever was. */
  lastSeq(): number
  /** Every item again, for a new or rebuilt index. */
  fill(): number
  /** True while the line of this item has not been indexed. */
  pending(id: ItemId): boolean
}

export type SettingsShelf = { get(): Settings; change(changes: SettingsChange): Settings }

export type StorageShelf = {
  use(): Promise<{
    readonly bytes: number
    readonly maxBytes: number
    readonly freeBytes: number | null
    readonly items: number
    readonly copies: number
    readonly blobs: number
    readonly heaviest: readonly { readonly id: ItemId; readonly title: string; readonly bytes: number }[]
  }>
  /** Free bytes of the disk; null when the system does not say. */
  freeBytes(): Promise<number | null>
  bytesOf(id: ItemId): number
  /** Throws cache.full when `bytes` more would pass the library's limit (after dropping earlier copies) or leave too little of the disk. */
  makeRoom(bytes: number): Promise<void>
}

/** What another process (or this one) changed since `after`. */
export type Changes = {
  readonly seq: number
  readonly items: readonly ItemSummary[]
  readonly removed: readonly ItemId[]
  readonly jobs: readonly JobProgress[]
  /** Items whose highlights came, changed or went; at most `limit` too. */
  readonly highlights: readonly ItemId[]
  /** Lists that came, changed or went; at most `limit` too. */
  readonly lists: readonly ListId[]
  readonly settings: boolean
}

export type Cache = {
  readonly folder: string
  /** The folder cannot be written: everything is read, and every write is cache.read-only. */
  readonly readOnly: boolean
  readonly items: ItemShelf
  readonly copies: CopyShelf
  readonly blobs: BlobShelf
  readonly jobs: JobShelf
  readonly highlights: HighlightShelf
  readonly marks: MarkShelf
  readonly recordings: RecordingShelf
  readonly contacts: ContactShelf
  readonly tags: TagShelf
  readonly series: SeriesShelf
  readonly lists: ListShelf
  readonly outbox: OutboxShelf
  readonly settings: SettingsShelf
  readonly storage: StorageShelf
  readonly backups: BackupShelf
  /** Copies that lie among the saved files and that library.db does not know: it was put back to an earlier state. */
  lostCopies(): Promise<number>
  /** Takes those back, holds every saved file against its name, and says on each item what it lacks. Minutes for a large library. */
  rereadFiles(): Promise<Pick<RepairReport, 'reread' | 'files' | 'fetchAgain'>>
  /** Deletes forever what has rested in the trash for 30 days, and highlights that have been removed as long; answers how many items. Only a long-lived door calls it. */
  emptyOldTrash(now?: number): number
  /** The time to keep house by: the clock's, but never far beyond the last one (house-time.ts). Only a long-lived door calls it. */
  houseTime(): number
  /** Several writes in one transaction: a crash, or whatever `work` throws, leaves none of them. */
  together<T>(work: () => T): T
  /** Cheap: true when another process has written since the last call (PRAGMA data_version). */
  changedElsewhere(): boolean
  /** The number of the last change; where a listener begins. Only grows. */
  currentSeq(): number
  /** Everything changed after `seq`, for events; at most `limit` items and jobs. `seq` of the answer is the last change even then: whoever gets `limit` items asks for the whole list again. */
  changesSince(seq: number, limit: number): Changes
  close(): void
}
