// Preferences of this library, with their defaults. Limits in bytes, times in milliseconds.
import { z } from 'zod'

export const Theme = z.enum(['system', 'light', 'sepia', 'grey', 'dark', 'black'])

export const Settings = z.object({
  theme: Theme.default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  sort: z.enum(['added', 'title', 'length', 'progress']).default('added'),
  /** The library's size at which earlier copies are dropped and `cache.full` is said. */
  maxBytes: z.number().int().min(50_000_000).default(20_000_000_000),
  maxPageBytes: z.number().int().min(100_000).default(20_000_000),
  maxAssetBytes: z.number().int().min(10_000).default(30_000_000),
  jobsAtOnce: z.number().int().min(1).max(16).default(4),
  paused: z.boolean().default(false),
  /** http(s) proxy address; null: the environment's or the system's. */
  proxy: z.string().nullable().default(null),
})
export type Settings = z.infer<typeof Settings>
export const defaultSettings: Settings = Settings.parse({})
