// An item of the list while it is being made: which link of which block, and what the steps have found out so far.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block, LinkSpan } from './block.ts'

export type DraftItem = {
  /** The block it stands in, and its link there; no link for what is only named. */
  readonly block: number
  readonly link: LinkSpan | null
  /** Where it belongs in the list: block and place in it. A footnote belongs where it is cited, an index where its series is named. */
  place: Place
  address: ParsedLink | null
  /** The part of a cut address that the text shows. */
  readonly prefix: string | null
  resolveVia: string | null
  title: string | null
  by: string | null
  kind: ListKind
  /** Words the kind may be told by, nearest first: tags and labels at the link, then the words around it. */
  label: string
  around: string
  startSeconds: number | null
  durationSeconds: number | null
  partOf: string | null
  partNumber: number | null
  recommendation: string | null
  alternates: string[]
}

export type Place = { readonly block: number; readonly at: number }

/** What every step may ask about the text as a whole. */
export type Reading = {
  readonly blocks: readonly Block[]
  /** Addresses of the blocks' links, in the order of the links; null for what leads nowhere. */
  readonly addresses: readonly (readonly (ParsedLink | null)[])[]
  /** The headings above each block, outermost first. */
  readonly headings: readonly (readonly string[])[]
  /** Link words that only tell where things are kept, in small letters. */
  readonly labels: ReadonlySet<string>
  /** Most links are entries of lists: those in sentences between them are asides. */
  readonly isListed: boolean
  /** It has headings: a page about something, not a comment. */
  readonly isSectioned: boolean
  /** Its headings are drawn as such, not only lines that lead a list. */
  readonly isPage: boolean
  readonly title: string | null
  /** The title where it stands over the text as a heading: then it tells what kind of things are in it. A mail's subject does not. */
  readonly topic: string | null
}

/** Earlier in the list first. */
export function comparePlaces(a: Place, b: Place): number {
  return a.block - b.block || a.at - b.at
}
