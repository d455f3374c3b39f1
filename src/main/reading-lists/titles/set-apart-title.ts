// Titles that an entry or a line sets apart, in bold, in italics or in quotation marks, somewhere before its link.
import type { Block, LinkSpan } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfWords, looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'

const citedBefore =
  /^\W{0,3}\p{Lu}[\p{L}'’-]+,\s*(?:\p{Lu}\.[\s-]*)+[^"“]{0,200}\((?:[^()]{0,20}\s)?(?:1[89]|20)\d{2}[a-z]?(?:,[^()]{1,20})?\)[.,:]?\s*$/u

/** `**Title** – Somebody, 2023. [Video](…)`: what a line begins with, set apart, is its title; unless it is a name. */
export function setAtStart(block: Block, from: number, to: number): string | null {
  const span = quotedSpans(block).find(({ start, end }) => start >= from && end <= to)
  // Flags, pictures and boxes may stand in front of it.
  const signs = /^(?:\s|:[a-z][\w+-]{1,30}:|\p{Extended_Pictographic}|\p{Regional_Indicator}|\ufe0f|\[[^\]]{1,3}\])*/u.exec(
    block.text.slice(from, to),
  )
  // `**Lamport, L.** (1998). *A Title*`: whose it is.
  if (span && /^\p{Lu}[\p{L}'’-]+,\s*(?:\p{Lu}\.?[\s-]*)+(?:$|,|&)/u.test(span.words)) return setBehind(block, span.end, to)
  // `Ott, A., & Lee, B. (2016). *A Title*. Press.`: the same, without stars.
  if (span && citedBefore.test(block.text.slice(from, span.start)) && couldBeTitle(span.words)) return span.words
  if (!span || span.start > from + Math.max(4, signs?.[0].length ?? 0) || !couldBeTitle(span.words) || span.words.split(/\s+/).length < 2)
    return null
  return (!span.quoted && span.words.split(/\s+/).length === 2 && looksLikeName(span.words)) || kindOfWords(span.words) !== 'title'
    ? null
    : span.words
}

/** `**Lamport, L.** (1998). *A Title*. Journal.`: what is set apart behind the names and the year. */
function setBehind(block: Block, from: number, to: number): string | null {
  const span = quotedSpans(block).find(({ start, end }) => start >= from && end <= to)
  const between = span === undefined ? '' : block.text.slice(from, span.start)
  return span && /^[\s.,:;()\d]*$/.test(between) && couldBeTitle(span.words) ? span.words : null
}

const makers = new RegExp(
  String.raw`^[\s*_"”]*by:?\s+(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*)[\s*_]*(?:[~,;:|([–—-]|$)`,
  'u',
)

/** Whose it is, between a title and its link: `**A Title** _by Somebody_ ~ [video](…)`. */
export function makerBetween(words: string, title: string): string | null {
  const at = words.indexOf(title)
  return at < 0 ? null : (makers.exec(words.slice(at + title.length))?.[1] ?? null)
}

/** `**A Title ([RopeConf](…))**` and its links below: what is set apart at the head, with the place it holds. */
export function overBrackets(block: Block, link: LinkSpan): string | null {
  const head = block.marks.find(({ kind, start }) => kind === 'strong' && start < 3)
  const before = block.links.filter(({ end }) => end <= link.start)
  if (!head || before.length === 0 || !before.every(({ start, end }) => start > head.start + 8 && end < head.end)) return null
  return block.text.slice(head.start, head.end)
}

/** `- **The 2007 paper "A Title of Words"** (about …):` and the address on the next line: the title is what is quoted in bold. */
export function quotedInHead(block: Block): string | null {
  const head = block.marks.find(({ kind, start }) => kind === 'strong' && start < 3)
  const quoted = head && quotedSpans(block).filter(({ start, end, quoted }) => quoted && start >= head.start && end <= head.end)
  return quoted?.length === 1 && quoted[0] && couldBeTitle(quoted[0].words) ? cleanTitle(quoted[0].words) : null
}
