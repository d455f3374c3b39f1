// Preferences of this library, with their defaults. Limits in bytes, times in milliseconds.
import { z } from 'zod'

export const Theme = z.enum(['system', 'light', 'sepia', 'grey', 'dark', 'black'])

const readingFields = {
  font: z.enum(['literata', 'hanken', 'plex-mono', 'atkinson', 'opendyslexic']),
  /** px */
  size: z.number().min(12).max(24),
  /** Line height as a multiple of the size. */
  leading: z.number().min(1.2).max(2.5),
  /** em */
  measure: z.number().min(28).max(52),
  /** Code's size as a share of the text's. */
  codeSize: z.number().min(0.7).max(1.1),
  justify: z.boolean(),
  hyphenate: z.boolean(),
  wrapCode: z.boolean(),
}

/** How articles are set, everywhere in the reader. Lengths in CSS pixels or em, as the Aa panel says them. */
export const Reading = z.object({
  font: readingFields.font.default('literata'),
  size: readingFields.size.default(18),
  leading: readingFields.leading.default(1.62),
  measure: readingFields.measure.default(38),
  codeSize: readingFields.codeSize.default(0.84),
  justify: readingFields.justify.default(false),
  hyphenate: readingFields.hyphenate.default(false),
  wrapCode: readingFields.wrapCode.default(false),
})
export type Reading = z.infer<typeof Reading>
/** The dials that were turned. Made without the defaults, like SettingsChange and for its reason. */
const ReadingChange = z.object(readingFields).partial().strict()

const fields = {
  theme: Theme,
  reading: Reading,
  /** The reader's own keys: the binding's id to its combination; what is not here has its own default. */
  keys: z.record(z.string().max(100), z.string().max(50)),
  density: z.enum(['comfortable', 'compact']),
  sort: z.enum(['added', 'title', 'length', 'progress', 'opened']),
  /** The library's size at which earlier copies are dropped and `cache.full` is said. */
  maxBytes: z.number().int().min(50_000_000),
  maxPageBytes: z.number().int().min(100_000),
  maxAssetBytes: z.number().int().min(10_000),
  jobsAtOnce: z.number().int().min(1).max(16),
  /** The window's program starts with the system. */
  openAtLogin: z.boolean(),
  paused: z.boolean(),
  /** http(s) proxy address; null: the environment's or the system's. */
  proxy: z.string().nullable(),
}

export const Settings = z.object({
  theme: fields.theme.default('system'),
  reading: fields.reading.prefault({}),
  keys: fields.keys.default({}),
  density: fields.density.default('comfortable'),
  sort: fields.sort.default('added'),
  maxBytes: fields.maxBytes.default(20_000_000_000),
  maxPageBytes: fields.maxPageBytes.default(20_000_000),
  maxAssetBytes: fields.maxAssetBytes.default(30_000_000),
  jobsAtOnce: fields.jobsAtOnce.default(4),
  openAtLogin: fields.openAtLogin.default(false),
  paused: fields.paused.default(false),
  proxy: fields.proxy.default(null),
})
export type Settings = z.infer<typeof Settings>
/** A change names what it changes and nothing else. Made without the defaults: a partial schema would fill them in and reset the rest. */
export const SettingsChange = z
  .object({ ...fields, reading: ReadingChange })
  .partial()
  .strict()
export type SettingsChange = z.infer<typeof SettingsChange>
export const defaultSettings: Settings = Settings.parse({})
