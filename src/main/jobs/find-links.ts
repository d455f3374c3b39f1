// Finds the links of a pasted text in their order. Lists with titles and recommendations are a later room (reading-lists).
import { LinkifyIt } from 'linkify-it'

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })
/** A name and a password before the host; the link is found without them, since they are neither sent nor kept. */
const credentials = /(https?:\/\/)[^\s/?#<>"()[\]]+@/giu
const cut = /https?:\/\/[^\s<>"]+?(?:…|\.\.\.)(?=[\s<>")\]]|$)/giu

/**
 * The links of a text, once each, in order. Cut-off addresses are found first and handed on with their dots, so that
 * they are said to be cut instead of being saved as if whole. A text that is one bare word with a dot counts as an address.
 */
export function findLinks(text: string): readonly string[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const open = text.replace(credentials, '$1')
  const found: { readonly at: number; readonly link: string }[] = []
  let rest = open
  for (const match of open.matchAll(cut)) {
    found.push({ at: match.index, link: match[0] })
    rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length)
  }
  for (const match of linkify.match(rest) ?? []) {
    if (/^(https?:)?\/\//i.test(match.url)) found.push({ at: match.index, link: match.url })
  }
  if (found.length === 0 && !/\s/.test(trimmed)) return [trimmed]
  const ordered = found.toSorted((a, b) => a.at - b.at).map((one) => one.link)
  return [...new Set(ordered)]
}
