// Finds the addresses that stand in a text as they are. Cut ones are found first, in the same pass, and never taken for whole:
// `https://example.com/a-long-na...` is a beginning, whatever follows it.
import type { Block, LinkSpan } from '../blocks/block.ts'

/** What ends an address wherever it stands. Full-width signs are sentence marks of Chinese and Japanese. */
const stops = /[\s<>"`\\{}|^\u0000-\u001f。，；：！？、（）「」『』【】《》〈〉“”„«»\u200b\u2028\u2029\ufffc]/
const scheme = /(?:https?:\/\/|(?<![\w.@/:-])www\.(?=[\w-]+\.[a-z]))/gi
/** Hosts without a scheme are taken only where nothing else could be meant: a known ending, and a path. */
const bareHost =
  /(?<![\w.@/:%-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|edu|gov|io|dev|de|fr|uk|me|tv|be|info|ly|gl|co|ai|app|blog|fm|xyz|ch|nl|se|ru|cn|jp|in|eu)\/(?=[\w~@#?-])/gi
/** A name of a paper that has an address by rule: doi.org, arxiv.org. */
const paperName = /(?<![\w/.])(?:doi:\s?(10\.\d{4,9}\/[^\s<>"]{2,200})|arxiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?))/gi
const cjk = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/
const longest = 2_048

type Found = { readonly start: number; readonly end: number; readonly href: string; readonly cut: boolean }

/** The block with the addresses of its text among its links. `hosts`: whether addresses without a scheme count, as in plain text. */
export function withBareLinks(block: Block, hosts: boolean): Block {
  if (block.role === 'code') return block
  const found = findAddresses(block.text, hosts)
  const linked = block.links.map((link) => markCut(link, block.text.slice(link.start, link.end)))
  const free = found.filter(({ start, end }) => !linked.some((link) => start < link.end && link.start < end) && !inCode(block, start))
  if (free.length === 0 && linked.length === 0) return block
  const links = [...linked, ...free.map((one): LinkSpan => ({ ...one, bare: true, image: false }))]
  return { ...block, links: links.toSorted((a, b) => a.start - b.start) }
}

/** Every address of a text in order, whole or cut. */
export function findAddresses(text: string, hosts: boolean): readonly Found[] {
  if (!/[.:]/.test(text)) return []
  const found: Found[] = []
  let from = 0
  const starts = [...text.matchAll(scheme)].map(({ index }) => index)
  const bare = hosts ? [...text.matchAll(bareHost)].map(({ index }) => index) : []
  for (const start of [...starts, ...bare].toSorted((a, b) => a - b)) {
    if (start < from) continue
    const one = addressAt(text, start)
    if (!one) continue
    found.push(one)
    from = one.end
  }
  for (const match of text.matchAll(paperName)) {
    const [whole, doi, arxiv] = match
    const name = doi === undefined ? (arxiv ?? '') : trimmed(doi)
    const end = match.index + whole.length - (doi === undefined ? 0 : doi.length - name.length)
    if (found.some((one) => one.start < end && match.index < one.end)) continue
    found.push({
      start: match.index,
      end,
      href: doi === undefined ? `https://arxiv.org/abs/${name}` : `https://doi.org/${name}`,
      cut: false,
    })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function addressAt(text: string, start: number): Found | null {
  let end = start
  for (; end < text.length && end - start < longest; end += 1) {
    const letter = text[end] ?? ''
    if (stops.test(letter)) break
    // Chinese words right behind an address are no part of it; in a path they are.
    if (cjk.test(letter) && !/[/=_\-#%]/.test(text[end - 1] ?? '') && !cjk.test(text[end - 1] ?? '')) break
    // Two addresses without a space between them are two, unless one is part of the other's path or query.
    if (
      letter === 'h' &&
      end > start + 7 &&
      /^https?:\/\//i.test(text.slice(end, end + 8)) &&
      (end === start + 8 || !/[=/?&]/.test(text[end - 1] ?? ''))
    )
      break
  }
  // What is longer than any address is none, and its beginning is not one either.
  if (end - start >= longest) return null
  const single = text.slice(start, end)
  const cut = cutAt(single)
  if (cut !== null) {
    const prefix = single.slice(0, cut)
    // What stands behind the dots, in place of a folder, belongs to the address as shown.
    const dots = atDots.exec(single.slice(cut))?.[0].length ?? 0
    const shown = Math.max(cut + dots, trimmed(single).length)
    return prefix.length > 10 ? { start, end: start + shown, href: withScheme(prefix), cut: true } : null
  }
  // `_https://…_`: set in italics.
  const address = trimmed(text[start - 1] === '_' ? single.replace(/_[.,;:!?]*$/, '') : single)
  return /^(?:https?:\/\/|www\.)?[^\s/?#]+\.[^\s/?#]|^https?:\/\/(?:localhost|\[)/i.test(address)
    ? { start, end: start + address.length, href: withScheme(address), cut: false }
    : null
}

/**
 * Where an address was cut off: `…` or three dots at its end (brackets and sentence marks may follow), or in place of a folder.
 * null: it was not. `a...b` in the middle of a name is how code hosts write a comparison.
 */
export function cutAt(address: string): number | null {
  const dots = anyDots.exec(address)
  return dots ? dots.index : null
}

/** The sign itself, as addresses and HTML write it too. */
const sign = '(?:[…⋯‥]|%E2%80%A6|%E2%8B%AF|&hellip;?|&#8230;|&#x2026;)'
const anyDots = new RegExp(String.raw`[\[(]?${sign}|[\[(]\.{2,}[\])]|\.{3,}(?=[)\]}>"'”’»*_,;:!?.]*$)|(?<=\/)\.{3}(?=\/)`, 'i')
const atDots = new RegExp(String.raw`^[\[(]?(?:${sign}|\.+)`, 'i')

/** A link that shows its address has no words of its own; one with a title keeps it, though its address was cut. */
function markCut(link: LinkSpan, words: string): LinkSpan {
  const cut = /^https?:/i.test(link.href) ? cutAt(link.href) : null
  if (cut === null) return link
  return { ...link, cut: true, bare: link.bare || /^(?:https?:|www\.)|^\S+\.\S+$|^\s*$/i.test(words), href: link.href.slice(0, cut) }
}

function withScheme(address: string): string {
  return /^https?:\/\//i.test(address) ? address : `https://${address}`
}

const openers: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** Takes off the sentence's own signs, and closing brackets that nothing in the address opened. */
export function trimmed(address: string): string {
  const surplus: Record<string, number> = { ')': 0, ']': 0 }
  for (const letter of address) {
    const closer = openers[letter]
    if (closer !== undefined) surplus[closer] = (surplus[closer] ?? 0) - 1
    else if (letter in surplus) surplus[letter] = (surplus[letter] ?? 0) + 1
  }
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? ''
    const loose = (surplus[last] ?? 0) > 0
    if (!loose && !/[.,;:!?'’‘*~]/.test(last)) break
    if (loose) surplus[last] = (surplus[last] ?? 0) - 1
  }
  return address.slice(0, end)
}

function inCode(block: Block, at: number): boolean {
  return block.marks.some(({ kind, start, end }) => kind === 'code' && start <= at && at < end)
}
