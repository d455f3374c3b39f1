// The way in: a text of recommendations becomes a list. Pure: nothing is fetched, nothing is written. Each step is a file of this room.
import { Failure } from '../../shared/failure.ts'
import type { ListedItem, ListFormat, ListPreview } from '../../shared/reading-list.ts'
import type { ReadText } from './blocks/block.ts'
import { comparePlaces, type DraftItem, type Reading } from './blocks/draft-item.ts'
import { detectFormat } from './detect-format.ts'
import { draftItems } from './draft-items.ts'
import { joinSeries } from './facts/series-parts.ts'
import { readCsv } from './formats/csv.ts'
import { readHtml } from './formats/html.ts'
import { readMarkdown } from './formats/markdown.ts'
import { readOpml } from './formats/opml.ts'
import { readOrg } from './formats/org.ts'
import { readPlainText } from './formats/plain-text.ts'
import { readRst } from './formats/rst.ts'
import { joinDuplicates } from './join-duplicates.ts'
import { joinNamedAbove } from './join-named-above.ts'
import { completeCutLinks } from './links/complete-cut-links.ts'
import { openReading } from './open-reading.ts'
import { placesInText } from './places-in-text.ts'
import { namedOnly } from './to-find/to-find.ts'

export type ReadListOptions = {
  /** How to read it; otherwise its name and its looks tell. */
  readonly format?: ListFormat
  /** The address relative links are resolved against: where the text came from. */
  readonly base?: string
  /** The name of its file. */
  readonly name?: string
  /** The same text as rich text: it wins when it has links, since a page shows links cut and keeps them whole. */
  readonly html?: string
}

/** A text longer than this is no list. */
export const maxListChars = 16_000_000

const readers: Readonly<Record<ListFormat, (text: string) => ReadText>> = {
  text: readPlainText,
  markdown: readMarkdown,
  html: readHtml,
  bookmarks: readHtml,
  rst: readRst,
  org: readOrg,
  opml: readOpml,
  csv: readCsv,
}

/** A page's own `<base>`, which may itself be relative, goes before where the page came from. */
function baseOf({ base = null }: ReadText, address: string | null): string | null {
  const own = base === null ? null : URL.parse(base, address ?? undefined)
  return own !== null && /^https?:$/.test(own.protocol) ? own.href : address
}

/**
 * Reads a text into an ordered list: what it names, whole links and cut ones, in the order of first mention. No address is ever made up: each
 * stands in the text, or follows from it by a rule (cleaned of tracking, resolved against `base`, completed from another link).
 * Throws file.too-large (facts: name, maxBytes).
 */
export function readList(pasted: string, options: ReadListOptions = {}): ListPreview {
  const rich = options.html !== undefined && /<a\s[^>]*href\s*=\s*["']?https?:/i.test(options.html) ? options.html : null
  const given = rich ?? pasted
  if (given.length > maxListChars) throw new Failure('file.too-large', { name: options.name ?? '', maxBytes: maxListChars })
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const format = rich === null ? (options.format ?? detectFormat(text, options.name ?? null)) : 'html'
  const read = readers[format](text)
  const reading = openReading(read, { base: baseOf(read, options.base ?? read.address), hosts: format === 'text' })
  const linked = draftItems(reading)
  const named = joinNamedAbove(namedOnly(reading, linked), linked, reading)
  const drafts = [...linked, ...named]
  joinSeries(drafts, reading)
  completeCutLinks(drafts, reading)
  const ordered = joinDuplicates(drafts.toSorted((a, b) => comparePlaces(a.place, b.place)))
  const places = placesInText(
    text,
    ordered.map(({ draft }) => draft),
  )
  const items = ordered.map(({ draft, duplicateOf }, index) => itemOf(draft, duplicateOf, reading, places[index] ?? 0))
  return {
    title: reading.title,
    source: { format, address: options.base ?? read.address, author: read.author, date: read.date },
    groups: groupsOf(items),
    items,
  }
}

function itemOf(draft: DraftItem, duplicateOf: number | null, reading: Reading, at: number): ListedItem {
  const { address, prefix } = draft
  const url = address?.url ?? null
  return {
    url,
    originalLink: draft.link?.href ?? null,
    title: draft.title,
    kind: draft.kind,
    by: draft.by,
    startSeconds: draft.startSeconds,
    durationSeconds: draft.durationSeconds,
    truncated: prefix !== null,
    urlPrefix: prefix,
    resolveVia: url === null ? draft.resolveVia : null,
    partOf: draft.partOf,
    partNumber: draft.partNumber,
    recommendation: draft.recommendation || null,
    group: [...(reading.headings[draft.block] ?? [])],
    alternates: [...new Set(draft.alternates)].filter((one) => one !== url),
    duplicateOf,
    status: url !== null ? 'ready' : prefix !== null ? 'cut' : 'to-find',
    at,
  }
}

function groupsOf(items: readonly ListedItem[]): string[][] {
  const groups = new Map(items.filter(({ group }) => group.length > 0).map(({ group }) => [group.join('\n'), group]))
  return [...groups.values()]
}
