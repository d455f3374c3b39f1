// Finds the links of a pasted text in their order. Lists with titles and recommendations are a later room (reading-lists).
import { LinkifyIt } from 'linkify-it'

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })
/** A name and a password before the host; the link is found without them, since they are neither sent nor kept. */
const credentials = /(https?:\/\/)[^\s/?#<>"()[\]]+@/giu
/** As far as an address may go; the dots of a cut one; where the next begins. Each looks at a letter once: texts may be made to be slow to read. */
const run = /https?:\/\/[^\s<>"]+/giu
const dots = /(?:…|\.\.\.)(?=[)\]]|$)/gu
const scheme = /https?:\/\//giu

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
  let rest = ''
  for (const { from, to } of cutLinks(open)) {
    add(open.slice(from, to), from, to)
    rest += open.slice(rest.length, from) + ' '.repeat(to - from)
  }
  rest += open.slice(rest.length)
  for (const match of linkify.match(rest) ?? []) {
    if (/^(https?:)?\/\//i.test(match.url)) add(match.url, match.index, match.lastIndex)
  }
  if (found.length === 0 && !/\s/.test(trimmed)) return [{ link: trimmed, at: text.indexOf(trimmed), length: trimmed.length }]
  const seen = new Set<string>()
  return found.toSorted((a, b) => a.at - b.at).filter(({ link }) => !seen.has(link) && seen.add(link))
}

/** Addresses that end in dots, in order: behind the dots stand at most a bracket and the end of the run. */
function* cutLinks(text: string): Generator<{ readonly from: number; readonly to: number }> {
  for (const { 0: letters, index } of text.matchAll(run)) {
    let begin = 0
    for (const { 0: mark, index: at } of letters.matchAll(dots)) {
      scheme.lastIndex = begin
      const opening = scheme.exec(letters)
      if (opening === null) break
      begin = opening.index
      if (at <= begin + opening[0].length) continue
      yield { from: index + begin, to: index + at + mark.length }
      begin = at + mark.length
    }
  }
}

/** The text without names and passwords before hosts, and how a place in it is found again in the text as it was. */
function withoutCredentials(text: string): { readonly open: string; readonly inText: (at: number) => number } {
  /** Where something was taken out of the open text, and how much by then. */
  const removed: { readonly at: number; readonly gone: number }[] = []
  let gone = 0
  const open = text.replace(credentials, (whole, scheme: string, index: number) => {
    const at = index + scheme.length - gone
    gone += whole.length - scheme.length
    removed.push({ at, gone })
    return scheme
  })
  const goneBefore = (at: number): number => {
    let [low, high] = [0, removed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((removed[middle]?.at ?? at) < at) low = middle + 1
      else high = middle
    }
    return removed[low - 1]?.gone ?? 0
  }
  return { open, inText: (at) => at + goneBefore(at) }
}
