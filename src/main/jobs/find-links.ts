// Finds the links of a pasted text in their order. Lists with titles and recommendations are a later room (reading-lists).
import { LinkifyIt } from 'linkify-it'

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })
/** A name and a password before the host; the link is found without them, since they are neither sent nor kept. */
const credentials = /(https?:\/\/)[^\s/?#<>"()[\]]+@/giu
const cut = /https?:\/\/[^\s<>"]+?(?:…|\.\.\.)(?=[\s<>")\]]|$)/giu

/** A link and where it stands in the text, in UTF-16 units; its words there may be longer than the link (a name and a password). */
export type FoundLink = { readonly link: string; readonly at: number; readonly length: number }

/**
 * The links of a text, once each, in order. Cut-off addresses are found first and handed on with their dots, so that
 * they are said to be cut instead of being saved as if whole. A text that is one bare word with a dot counts as an address.
 */
export function findLinks(text: string): readonly FoundLink[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const { open, inText } = withoutCredentials(text)
  const found: FoundLink[] = []
  const add = (link: string, from: number, to: number) => {
    const at = inText(from)
    found.push({ link, at, length: inText(to) - at })
  }
  let rest = open
  for (const match of open.matchAll(cut)) {
    add(match[0], match.index, match.index + match[0].length)
    rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length)
  }
  for (const match of linkify.match(rest) ?? []) {
    if (/^(https?:)?\/\//i.test(match.url)) add(match.url, match.index, match.lastIndex)
  }
  if (found.length === 0 && !/\s/.test(trimmed)) return [{ link: trimmed, at: text.indexOf(trimmed), length: trimmed.length }]
  const seen = new Set<string>()
  return found.toSorted((a, b) => a.at - b.at).filter(({ link }) => !seen.has(link) && seen.add(link))
}

/** The text without names and passwords before hosts, and how a place in it is found again in the text as it was. */
function withoutCredentials(text: string): { readonly open: string; readonly inText: (at: number) => number } {
  const removed: { readonly at: number; readonly length: number }[] = []
  let gone = 0
  const open = text.replace(credentials, (whole, scheme: string, index: number) => {
    const length = whole.length - scheme.length
    removed.push({ at: index + scheme.length - gone, length })
    gone += length
    return scheme
  })
  return { open, inText: (at) => removed.reduce((sum, cut) => (cut.at < at ? sum + cut.length : sum), at) }
}
