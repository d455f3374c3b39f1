// Calls about the house itself: work in the background, preferences, storage, whom it contacted, its windows, its health.
import { z } from 'zod'
import { CopyId, FailureShape, ItemId } from '../item.ts'
import { JobId, JobProgress } from '../job.ts'
import { RepairReport } from '../repair-report.ts'
import { Settings, SettingsChange } from '../settings.ts'
import { ById, call, Done, Nothing } from './call.ts'

/** One host this machine was asked to contact; times in ms since 1970. Kept on this machine alone. */
export const ContactedHost = z.object({
  host: z.string(),
  firstAt: z.number().int(),
  lastAt: z.number().int(),
  requests: z.number().int(),
  /** What for, in the network's words (page, asset, talk …). */
  purposes: z.array(z.string()),
})

export const StorageUse = z.object({
  bytes: z.number().int(),
  maxBytes: z.number().int(),
  freeBytes: z.number().int().nullable(),
  items: z.number().int(),
  copies: z.number().int(),
  blobs: z.number().int(),
  heaviest: z.array(z.object({ id: ItemId, title: z.string(), bytes: z.number().int() })),
})

/** The copies of the library file kept beside it, newest first; `at` in ms since 1970. */
export const BackupsKept = z.object({
  backups: z.array(
    z.object({
      at: z.number().int(),
      bytes: z.number().int(),
      /** Made before a newer Carrel changed the library's form; kept for good. */
      beforeChange: z.boolean(),
    }),
  ),
  /** Why the last one could not be made. */
  failure: FailureShape.nullable(),
})

export const DoctorCheck = z.object({
  name: z.enum([
    'sqlite',
    'fts5',
    'brotli',
    'folder',
    'disk',
    'library',
    'backups',
    'files',
    'index',
    'extract',
    'network',
    'electron',
    'versions',
  ]),
  ok: z.boolean(),
  says: z.string(),
})

export const houseCalls = {
  'network.contacts': call(Nothing, z.object({ hosts: z.array(ContactedHost) })),
  'network.forgetContacts': call(Nothing, Done),
  /** Opens an item in a window of its own; `opened: false` where there are no windows of ours, and the browser's tab is the way. */
  'window.open': call(ById, z.object({ opened: z.boolean() })),
  /** What this door can do; in a browser nothing of it, in a program that is not installed no opening at login. */
  'window.can': call(Nothing, z.object({ openWindows: z.boolean(), openAtLogin: z.boolean() })),
  'job.list': call(Nothing, z.object({ jobs: z.array(JobProgress), paused: z.boolean() })),
  'job.cancel': call(z.object({ ids: z.array(JobId).min(1) }).strict(), Done),
  'job.retry': call(z.object({ itemIds: z.array(ItemId).min(1) }).strict(), z.object({ jobs: z.array(JobId) })),
  'job.pause': call(z.object({ paused: z.boolean() }).strict(), z.object({ paused: z.boolean() })),
  'settings.get': call(Nothing, Settings),
  'settings.change': call(SettingsChange, Settings),
  'storage.use': call(Nothing, StorageUse),
  'storage.dropEarlierCopies': call(Nothing, z.object({ copies: z.number().int(), bytes: z.number().int() })),
  'storage.backups': call(Nothing, BackupsKept),
  /** Makes a backup of library.db now, in a process of its own. Throws cache.busy while another one is made, cache.full. */
  'storage.backUp': call(Nothing, z.object({ at: z.number().int(), bytes: z.number().int() })),
  'document.openOutside': call(z.object({ copy: CopyId }).strict(), z.object({ opened: z.boolean(), path: z.string() })),
  /**
   * Takes back copies that only the saved files know, holds every saved file against its name, and says on each item what it lacks. A damaged
   * library.db is repaired only while nobody has it open: carrel doctor --repair.
   */
  'doctor.repair': call(Nothing, RepairReport.pick({ reread: true, files: true, fetchAgain: true })),
  'doctor.run': call(Nothing, z.object({ checks: z.array(DoctorCheck) })),
} as const
