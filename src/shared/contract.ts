// The contract: every call and every event, with the shape of what goes in and what comes out.
// Three doors speak it (window, loopback server, command line); answer.ts checks every input against it.
import { z } from 'zod'
import { CopySummary } from './copy.ts'
import { Highlight, HighlightColour, HighlightId, HighlightTags, PassageAnchor } from './highlight.ts'
import { BlobHash, CopyId, FailureShape, ItemId, ItemKind, ItemPlace, ItemState, ItemSummary, Tag } from './item.ts'
import { JobId, JobProgress } from './job.ts'
import { Settings, SettingsChange } from './settings.ts'
import { Talk } from './talk.ts'

const Nothing = z.object({}).strict()
const ById = z.object({ id: ItemId }).strict()
const ByIds = z.object({ ids: z.array(ItemId).min(1).max(10_000) }).strict()
const Done = z.object({ done: z.number().int() })
/** A link as somebody typed or pasted it; long enough for real ones, short enough to refuse a pasted book. */
const Link = z.string().trim().min(1).max(20_000)

export const SaveLinks = z
  .object({
    links: z.array(Link).min(1).max(5_000),
    place: ItemPlace.exclude(['trash']).default('inbox'),
    /** True only when the reader typed or chose all of these links: then an address in the private network is allowed. */
    typed: z.boolean().default(false),
    /** Those among `links` that the reader typed or chose one by one, where the others are a stranger's. */
    chosen: z.array(Link).max(5_000).default([]),
  })
  .strict()

export const SavedLink = z.union([
  z.object({ link: z.string(), ok: z.literal(true), item: ItemSummary, already: z.boolean(), jobId: JobId.nullable() }),
  z.object({ link: z.string(), ok: z.literal(false), failure: FailureShape }),
])

/** What Add understood of a pasted text, before anything is fetched or written. */
export const PreviewedLink = z.object({
  link: z.string(),
  /** Where it stands in the text, in UTF-16 units. */
  at: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  url: z.string().nullable(),
  kind: ItemKind,
  startSeconds: z.number().int().nullable(),
  already: ItemSummary.nullable(),
  private: z.boolean(),
  failure: FailureShape.nullable(),
})

export const ListItems = z
  .object({
    place: ItemPlace.optional(),
    kind: ItemKind.optional(),
    state: ItemState.optional(),
    favourite: z.boolean().optional(),
    tag: Tag.optional(),
    /** `SeriesPlace.key`. */
    series: z.string().max(500).optional(),
    /** True: not finished yet. False: read to the end. */
    unread: z.boolean().optional(),
    /** True: begun and not finished, for "continue reading". */
    begun: z.boolean().optional(),
    /** Narrowed further in the words of library-query.ts; words that are no filter are left to `search.find`. */
    query: z.string().max(2_000).optional(),
    /**
     * added: newest first, parts of one series together in their order; title: A to Z; length: shortest first; progress: furthest first;
     * part: as the series counts; opened: last opened in the reader first.
     */
    sort: z.enum(['added', 'title', 'length', 'progress', 'part', 'opened']).default('added'),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(10_000).default(200),
  })
  .strict()

export const ItemDetails = z.object({
  item: ItemSummary,
  copies: z.array(CopySummary),
  talk: Talk.nullable(),
  bytes: z.number().int(),
  originalLink: z.string(),
  job: JobProgress.nullable(),
})

/** The line the reader was at: an offset in the normalised text of one copy, and the words there, to find it in another copy. */
export const ReadingAnchor = z.object({ copyId: CopyId, offset: z.number().int().nonnegative(), words: z.string().max(200) }).strict()
export type ReadingAnchor = z.infer<typeof ReadingAnchor>

export const OpenedItem = z.object({
  item: ItemSummary,
  copy: CopySummary.nullable(),
  talk: Talk.nullable(),
  /** Path of the cached page under the door's own origin, for the sandboxed frame; null for a talk or document without one. */
  framePath: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
  reading: z.object({ position: z.number().min(0), progress: z.number().min(0).max(1), anchor: ReadingAnchor.nullable() }),
})

export const SavedFile = z.object({ path: z.string().min(1).max(1_000), base64: z.string().max(100_000_000) })

export const SearchHit = z.object({ id: ItemId, title: z.string(), url: z.string(), snippet: z.string(), item: ItemSummary })

export const ListHighlights = z
  .object({
    /** Words to be found in the passage, its note or its tags; every one of them. */
    words: z.string().max(2_000).default(''),
    colours: z.array(HighlightColour).default([]),
    tag: Tag.optional(),
    hasNote: z.boolean().optional(),
    item: ItemId.optional(),
    series: z.string().max(500).optional(),
    /** item: items by their newest highlight, within one item as the text runs; newest: as they were made, newest first. */
    order: z.enum(['item', 'newest']).default('item'),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(10_000).default(200),
  })
  .strict()

export const ListedHighlights = z.object({
  entries: z.array(z.object({ highlight: Highlight, item: ItemSummary })),
  /** Of everything that fits, not of this page alone. */
  total: z.number().int(),
  items: z.number().int(),
  withNote: z.number().int(),
  /** Counts of everything that fits, whatever colours were asked for. */
  colours: z.record(HighlightColour, z.number().int()),
  tags: z.array(z.object({ tag: z.string(), highlights: z.number().int() })),
})

export const SeriesSummary = z.object({
  key: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  siteName: z.string().nullable(),
  host: z.string(),
  minutes: z.number().int(),
  /** In the series' order; what rests in the trash is left out. */
  parts: z.array(
    z.object({
      id: ItemId,
      title: z.string(),
      part: z.number().int().nullable(),
      minutes: z.number().int(),
      progress: z.number(),
      state: ItemState,
      place: ItemPlace,
    }),
  ),
})

/** One host this machine was asked to contact; times in ms since 1970. Kept on this machine alone. */
export const ContactedHost = z.object({
  host: z.string(),
  firstAt: z.number().int(),
  lastAt: z.number().int(),
  requests: z.number().int(),
  /** What for, in the network's words (page, asset, talk …). */
  purposes: z.array(z.string()),
})

/** What a menu, a shortcut of the system or a `carrel://` link asks of one window. Only the window's door sends it. */
export const WindowCommand = z.object({
  command: z.enum([
    'add',
    'paste',
    'search',
    'find',
    'palette',
    'settings',
    'keys',
    'print',
    'back',
    'forward',
    'go',
    'save-link',
    'highlight',
    'text-larger',
    'text-smaller',
    'text-reset',
    'left-panel',
    'right-panel',
    'add-files',
  ]),
  /** add, save-link: the stranger's text; go: a route's hash (`#/item/<id>`); find: the words. */
  text: z.string().max(200_000).optional(),
  /** add-files: what was opened with Carrel, dropped on its icon, or chosen; shown in Add before it is saved. */
  files: z.array(SavedFile).max(2_000).optional(),
})
export type WindowCommand = z.infer<typeof WindowCommand>

export const StorageUse = z.object({
  bytes: z.number().int(),
  maxBytes: z.number().int(),
  freeBytes: z.number().int().nullable(),
  items: z.number().int(),
  copies: z.number().int(),
  blobs: z.number().int(),
  heaviest: z.array(z.object({ id: ItemId, title: z.string(), bytes: z.number().int() })),
})

export const DoctorCheck = z.object({
  name: z.enum(['sqlite', 'fts5', 'brotli', 'folder', 'disk', 'library', 'index', 'extract', 'network', 'electron', 'versions']),
  ok: z.boolean(),
  says: z.string(),
})

type Shape = z.ZodType
function call<I extends Shape, O extends Shape>(input: I, output: O): { readonly input: I; readonly output: O } {
  return { input, output }
}

export const calls = {
  'item.preview': call(z.object({ text: z.string().max(2_000_000) }).strict(), z.object({ links: z.array(PreviewedLink) })),
  'item.save': call(SaveLinks, z.object({ results: z.array(SavedLink) })),
  'item.saveFile': call(
    z
      .object({ url: Link.optional(), files: z.array(SavedFile).min(1).max(2_000), place: ItemPlace.exclude(['trash']).default('inbox') })
      .strict(),
    z.object({ item: ItemSummary, already: z.boolean() }),
  ),
  'item.list': call(ListItems, z.object({ items: z.array(ItemSummary), total: z.number().int() })),
  'item.counts': call(
    Nothing,
    z.object({
      places: z.record(ItemPlace, z.number().int()),
      states: z.record(ItemState, z.number().int()),
      talks: z.number().int(),
      favourites: z.number().int(),
      highlights: z.number().int(),
    }),
  ),
  'item.get': call(ById, ItemDetails),
  'item.open': call(z.object({ id: ItemId, copy: CopyId.optional() }).strict(), OpenedItem),
  'item.read': call(z.object({ id: ItemId, as: z.enum(['html', 'markdown', 'text']) }).strict(), z.object({ content: z.string() })),
  'item.move': call(z.object({ ids: z.array(ItemId).min(1).max(10_000), place: ItemPlace }).strict(), Done),
  'item.favourite': call(z.object({ ids: z.array(ItemId).min(1).max(10_000), favourite: z.boolean() }).strict(), Done),
  'item.rename': call(z.object({ id: ItemId, title: z.string().trim().min(1).max(1_000) }).strict(), ItemSummary),
  'item.deleteForever': call(ByIds, Done),
  'item.emptyTrash': call(Nothing, Done),
  'item.refresh': call(
    z.object({ ids: z.array(ItemId).min(1).max(10_000), missing: z.boolean().default(false) }).strict(),
    z.object({ jobs: z.array(JobId) }),
  ),
  'item.fetchFromArchive': call(ById, z.object({ jobs: z.array(JobId) })),
  'item.showCopy': call(z.object({ id: ItemId, copy: CopyId }).strict(), ItemSummary),
  'item.setReading': call(
    z
      .object({
        id: ItemId,
        position: z.number().min(0),
        progress: z.number().min(0).max(1),
        anchor: ReadingAnchor.nullable().default(null),
      })
      .strict(),
    Done,
  ),
  /** Which of these addresses the library has, whatever their tracking parameters; in the order asked, unknown ones left out. */
  'item.known': call(
    z.object({ urls: z.array(Link).max(5_000) }).strict(),
    z.object({ known: z.array(z.object({ url: z.string(), item: ItemSummary })) }),
  ),
  /** Adds and removes tags of several items at once. */
  'item.tag': call(
    z
      .object({ ids: z.array(ItemId).min(1).max(10_000), add: z.array(Tag).max(50).default([]), remove: z.array(Tag).max(50).default([]) })
      .strict(),
    Done,
  ),
  'tag.list': call(Nothing, z.object({ tags: z.array(z.object({ tag: z.string(), items: z.number().int() })) })),
  /** Renames a tag everywhere; onto another one it joins it. */
  'tag.rename': call(z.object({ from: Tag, to: Tag }).strict(), Done),
  'tag.remove': call(z.object({ tag: Tag }).strict(), Done),
  /** Sites of items outside the trash, the fullest first, at most 500. */
  'site.list': call(Nothing, z.object({ sites: z.array(z.object({ site: z.string(), items: z.number().int() })) })),
  /** Series of at least two items of the library, by the newest part. */
  'series.list': call(Nothing, z.object({ series: z.array(SeriesSummary) })),
  'highlight.add': call(
    z
      .object({
        copyId: CopyId,
        anchor: PassageAnchor,
        colour: HighlightColour.default('yellow'),
        note: z.string().max(100_000).default(''),
        tags: HighlightTags.default([]),
      })
      .strict(),
    Highlight,
  ),
  'highlight.change': call(
    z
      .object({
        id: HighlightId,
        colour: HighlightColour.optional(),
        note: z.string().max(100_000).optional(),
        tags: HighlightTags.optional(),
      })
      .strict(),
    Highlight,
  ),
  /** Removed ones rest for 30 days and can be put back with `highlight.restore`. */
  'highlight.remove': call(z.object({ ids: z.array(HighlightId).min(1).max(10_000) }).strict(), Done),
  'highlight.restore': call(z.object({ ids: z.array(HighlightId).min(1).max(10_000) }).strict(), Done),
  /** All of one item, of every copy, as the text runs. */
  'highlight.ofItem': call(ById, z.object({ highlights: z.array(Highlight) })),
  'highlight.list': call(ListHighlights, ListedHighlights),
  /** Saves the welcome article that comes with the program, from its own files. */
  'library.welcome': call(Nothing, z.object({ item: ItemSummary })),
  'network.contacts': call(Nothing, z.object({ hosts: z.array(ContactedHost) })),
  'network.forgetContacts': call(Nothing, Done),
  /** Opens an item in a window of its own; `opened: false` where there are no windows of ours, and the browser's tab is the way. */
  'window.open': call(ById, z.object({ opened: z.boolean() })),
  /** What this door can do; in a browser nothing of it, in a program that is not installed no opening at login. */
  'window.can': call(Nothing, z.object({ openWindows: z.boolean(), openAtLogin: z.boolean() })),
  /** Takes the whole query language. Without words to look for it lists what fits, newest first, with the item's excerpt as snippet. */
  'search.find': call(
    z
      .object({
        words: z.string().max(2_000),
        limit: z.number().int().min(1).max(200).default(50),
        order: z.enum(['newest', 'best']).default('best'),
      })
      .strict(),
    z.object({
      hits: z.array(SearchHit),
      /** How many there are in all; null where counting them would keep somebody who types waiting. */
      total: z.number().int().nullable(),
    }),
  ),
  'job.list': call(Nothing, z.object({ jobs: z.array(JobProgress), paused: z.boolean() })),
  'job.cancel': call(z.object({ ids: z.array(JobId).min(1) }).strict(), Done),
  'job.retry': call(z.object({ itemIds: z.array(ItemId).min(1) }).strict(), z.object({ jobs: z.array(JobId) })),
  'job.pause': call(z.object({ paused: z.boolean() }).strict(), z.object({ paused: z.boolean() })),
  'settings.get': call(Nothing, Settings),
  'settings.change': call(SettingsChange, Settings),
  'storage.use': call(Nothing, StorageUse),
  'storage.dropEarlierCopies': call(Nothing, z.object({ copies: z.number().int(), bytes: z.number().int() })),
  'document.openOutside': call(z.object({ copy: CopyId }).strict(), z.object({ opened: z.boolean(), path: z.string() })),
  'doctor.run': call(Nothing, z.object({ checks: z.array(DoctorCheck) })),
} as const

export const events = {
  'item.changed': ItemSummary,
  'item.removed': z.object({ id: ItemId }),
  'job.progressed': JobProgress,
  'settings.changed': Settings,
  /** Highlights of this item came, changed or went. */
  'highlight.changed': z.object({ itemId: ItemId }),
  'window.command': WindowCommand,
  /** The library changed in another process or in bulk: ask again rather than patch. */
  'library.changed': z.object({ at: z.number().int() }),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
/** What a caller hands over (defaults may be left out), what a handler receives, and what comes back. */
export type InputOf<N extends CallName> = z.input<Calls[N]['input']>
export type CheckedInputOf<N extends CallName> = z.output<Calls[N]['input']>
export type OutputOf<N extends CallName> = z.output<Calls[N]['output']>
export type EventName = keyof typeof events
export type EventOf<N extends EventName> = z.output<(typeof events)[N]>
/** One published event as it crosses a door. */
export type PublishedEvent = { [N in EventName]: { readonly name: N; readonly value: EventOf<N> } }[EventName]

/** The answer every door gives. */
export type Answer<N extends CallName = CallName> =
  | { readonly ok: true; readonly value: OutputOf<N> }
  | { readonly ok: false; readonly failure: z.output<typeof FailureShape> }

export { BlobHash }
