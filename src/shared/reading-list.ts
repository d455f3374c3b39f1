// What a pasted text of recommendations becomes before anything is fetched or written: an ordered list of what it names.
// How it is read is src/main/reading-lists; what is stored of it is decided elsewhere.
import { z } from 'zod'

/** How a text was read. `chat` and forum comments are plain text with links in their own brackets. */
export const listFormats = ['text', 'markdown', 'html', 'rst', 'org', 'opml', 'csv', 'bookmarks'] as const
export const ListFormat = z.enum(listFormats)
export type ListFormat = z.infer<typeof ListFormat>

export const listKinds = ['article', 'talk', 'series', 'book', 'repo', 'paper', 'other'] as const
export const ListKind = z.enum(listKinds)
export type ListKind = z.infer<typeof ListKind>

/** `ready`: has an address. `cut`: the text shows only the beginning of one. `to-find`: named, but not linked. */
export const ListedStatus = z.enum(['ready', 'cut', 'to-find'])
export type ListedStatus = z.infer<typeof ListedStatus>

export const ListedItem = z.object({
  /** The address that is opened, tracking and start time taken out; null for a cut link that the text does not complete, and for what is only named. */
  url: z.string().nullable(),
  /** The link as the text shows it. */
  originalLink: z.string().nullable(),
  /** As the text names it; null when it names none, so that the page may tell it later. */
  title: z.string().nullable(),
  kind: ListKind,
  /** Who wrote or spoke it, where the text says so. */
  by: z.string().nullable(),
  startSeconds: z.number().int().nonnegative().nullable(),
  durationSeconds: z.number().int().nonnegative().nullable(),
  /** True when the text shows the address cut off; `urlPrefix` is the part that is there, also when the text completes it elsewhere. */
  truncated: z.boolean(),
  urlPrefix: z.string().nullable(),
  /** An index or tag page named in the same text by which a cut address can be completed later. */
  resolveVia: z.string().nullable(),
  partOf: z.string().nullable(),
  partNumber: z.number().int().nullable(),
  /** The recommender's own words about it. */
  recommendation: z.string().nullable(),
  /** The headings above it, outermost first. */
  group: z.array(z.string()),
  /** Other addresses of the same thing: mirror, slides, DOI, feed, the original of an archived copy. */
  alternates: z.array(z.string()),
  /** The place in this list of an earlier item with the same address, which the text names again under another title. */
  duplicateOf: z.number().int().nonnegative().nullable(),
  status: ListedStatus,
  /** Where it stands in the text, in UTF-16 units; 0 when its place is not known. */
  at: z.number().int().nonnegative(),
})
export type ListedItem = z.infer<typeof ListedItem>

export const ListPreview = z.object({
  /** The list's own title, where the text has one. */
  title: z.string().nullable(),
  source: z.object({
    format: ListFormat,
    /** Where the text came from, when it says so or when it was given. */
    address: z.string().nullable(),
    author: z.string().nullable(),
    date: z.string().nullable(),
  }),
  /** Every heading path that has items, in order. */
  groups: z.array(z.array(z.string())),
  items: z.array(ListedItem),
})
export type ListPreview = z.infer<typeof ListPreview>
