// The title a text gives to an address that stands in it without words of its own: before it, behind it, on the line above, in quotation marks.

import type { Block, LinkSpan } from '../blocks/block.ts'
import { neighboursOf } from '../blocks/link-neighbours.ts'
import { capitalShare, isTalk } from '../words/capital-share.ts'
import { cleanTitle, unnumbered } from '../words/clean-title.ts'
import { kindsOfHeading } from '../words/kind-words.ts'
import { kindOfWords, looksLikeName } from '../words/link-words.ts'
import { couldBeTitle, quotedSpans, quotesNotion } from '../words/quoted-words.ts'
import { calledIn, lastSentence, type NearTitle, titleInSentence } from '../words/title-in-sentence.ts'
import { isAddressFirst } from './address-first.ts'
import { beforeBracket, bracketedName, bracketedQuote } from './bracketed-title.ts'
import { factsOfWork } from './facts-of-work.ts'
import { makerBetween, overBrackets, quotedInHead, setAtStart } from './set-apart-title.ts'
import { fromLead, fromTrail, wholeEntry } from './words-beside.ts'

const none: NearTitle = { title: null, by: null }

/** `isLine`: the block is an item of a list, a row or a line of its own, so that what stands beside the link there belongs to it. */
export function titleNear(blocks: readonly Block[], index: number, link: LinkSpan, isLine: boolean): NearTitle {
  const block = blocks[index]
  if (!block) return none
  const { text } = block
  const lineStart = text.lastIndexOf('\n', link.start - 1) + 1
  const lineEnd = text.indexOf('\n', link.end) === -1 ? text.length : text.indexOf('\n', link.end)
  const { before, after } = neighboursOf(block, link)
  // What is quoted in brackets right behind the link before is that one's title.
  const from = (before?.end ?? 0) + (before === undefined ? 0 : (bracketedQuote(text.slice(before.end))?.length ?? 0))
  const headed =
    block.role === 'paragraph' && block.links.length === 1 && blocks[index - 1]?.role === 'heading' && blocks[index - 1]?.links.length === 0
  const quoted = (isLine ? overBrackets(block, link) : null) ?? adjacentQuote(block, link, from, headed)
  if (quoted) return { title: cleanTitle(quoted), by: null }
  const lead = text.slice(Math.max(lineStart, from), link.start).replace(/^[\s)\]>,.;:"”]+/u, '')
  // "Surprisingly beautiful [article](…) about …": what stands before it is said of it.
  if (!link.bare && /^\p{Lu}\p{Ll}+(?:\s+\p{Ll}+){0,2}\s+$/u.test(lead) && /^\s+(?:about|on|of|by|in|from)\s/.test(text.slice(link.end)))
    return none
  // `A Title - Somebody + online course https://…`: what comes with it has no name.
  if (
    /\s\+\s+(?:(?:an?|the|free|online|video|companion|official)\s+)*(?:course|lectures?|videos?|playlist|web ?site|site|solutions)\s*:?\s*$/i.test(
      lead,
    )
  )
    return none
  // `*Somebody.* https://…` under a heading: the heading is the title.
  const name = lead
    .replace(/[\s.:,–—([-]+$/u, '')
    .replace(/,?\s*\(?(?:1[89]|20)\d{2}\)?$/, '')
    .trim()
  // Set off from the address by more than a space; "Rope Downloads https://…" is the thing itself.
  const isSetOff = name !== lead.trim() || block.marks.some(({ start, end }) => start >= from && start < link.start && end > from)
  const named = headed && isSetOff && looksLikeName(name)
  const set = named
    ? null
    : (setAtStart(block, Math.max(lineStart, from), link.start) ?? (isLine ? setAtStart(block, from, link.start) : null))
  if (set !== null) return { title: cleanTitle(set), by: makerBetween(text.slice(Math.max(lineStart, from), link.start), set) }
  // `Bradley, J., "A letter …", Phil. Trans. …`: of a citation the title is what is quoted.
  const isCitation = isLine && /^\p{Lu}[\p{L}'’-]+(?:,\s*(?:\p{Lu}\.[\s-]*)+|[^"“\n]{0,80}\((?:1[89]|20)\d{2}\)).*["“]/u.test(lead)
  const said =
    named || isCitation
      ? none
      : fromLead(
          lead,
          isLine
            ? 'entry'
            : lineStart > 0 || block.text.length < 140 || (block.links.length === 1 && opensWithTitle(lead, from))
              ? 'line'
              : 'sentence',
        )
  if (said.title !== null) return said
  const whole = isLine && link.bare && text.slice(link.end, lineEnd).trim() === '' ? wholeEntry(lead) : none
  if (whole.title !== null) return whole
  const cited = isLine
    ? quotedSpans(block).find((one) => one.quoted && one.start >= lineStart && one.end <= link.start && couldBeTitle(one.words))
    : undefined
  if (cited && cited.words.split(/\s+/).length > 1) return { title: cleanTitle(cited.words), by: null }
  // `Slides: …` on one line and `Video: …` on the next: what they are of stands above them all.
  const isLabel = label.test(lead) && kindOfWords(name) !== 'title'
  if (lineStart > 0 && isLabel) {
    const over = overLabels(text.slice(0, lineStart))
    // Sentences below a heading, and the one address: `PDF: https://…`.
    const heading = over.title === null && headed ? (blocks[index - 1]?.text ?? '') : ''
    return heading !== '' && isOwnHeading(heading) ? { title: cleanTitle(unnumbered(heading)), by: null } : over
  }
  const alone = named || (headed && isLabel) || lead.replace(/[\s:–—>(["'<|→-]|\p{Extended_Pictographic}|\ufe0f/gu, '') === ''
  if (alone) {
    const trail = text.slice(link.end, Math.min(lineEnd, after?.start ?? lineEnd))
    // `https://… - and above all this: https://…`
    const followed = after !== undefined && /[:：]\s*$/.test(trail) ? none : fromTrail(trail)
    if (followed.title !== null && (isLine || /^\s*[-–—:|(]/.test(trail) || capitalShare(followed.title) >= 0.6)) return followed
    // What stands behind another address on the line above is said of that one.
    const owned = before !== undefined && !text.slice(before.end, lineStart).trimEnd().includes('\n')
    const facts = headed && lineStart > 0 ? factsOfWork(text.slice(0, lineStart)) : null
    if (facts) return { title: cleanTitle(unnumbered(blocks[index - 1]?.text ?? '')), by: facts.by }
    // `A Title`, `by Somebody` and the address, line by line.
    const lines = text.slice(from, lineStart).trim().split('\n')
    const maker = lines.length > 1 ? factsOfWork(lines.pop() ?? '') : null
    const line = lastLine(maker ? lines.join('\n') : text.slice(from, lineStart))
    // A sentence over the address says what it is, and `*Where, 2025*` where it was; the heading over both says how it is called.
    const isVenue = blocks[index - 1]?.role === 'heading' && blocks[index - 1]?.links.length === 0 && /,\s*(?:19|20)\d{2}$/.test(line)
    const over = (headed && /[.!?]$/.test(line)) || isVenue ? unnumbered(blocks[index - 1]?.text ?? '') : line
    const above = lineStart > 0 ? (owned ? '' : over) : from === 0 ? blockAbove(blocks, index) : ''
    if (above !== '' && (isOwnHeading(above) || /^["“].+["”]$/.test(above.trim()))) {
      const upper = fromLead(above, !/[:.!?]$/.test(above.trim()) || above.length < 70 ? 'line' : 'sentence')
      if (upper.title !== null) return { ...upper, by: upper.by ?? maker?.by ?? (named ? name : null) }
      const inSentence = titleInSentence(above)
      if (inSentence.title !== null) return inSentence
    }
    return { title: isLine && lineStart > 0 && !owned ? quotedInHead(block) : null, by: null }
  }
  const bracketed = bracketedQuote(text.slice(link.end, Math.min(lineEnd, after?.start ?? lineEnd)))
  if (bracketed !== null) return { title: cleanTitle(bracketed.words), by: null }
  const trailing = link.bare ? bracketedName(text.slice(link.end, Math.min(lineEnd, after?.start ?? lineEnd))) : null
  if (trailing !== null) return { title: cleanTitle(trailing), by: null }
  const enclosed = link.bare ? beforeBracket(lead) : null
  if (enclosed !== null) return { title: cleanTitle(enclosed), by: null }
  const words = text.slice(from, link.start)
  const told = titleInSentence(lastSentence(words))
  const earlier = told.title === null ? calledIn(words) : null
  return earlier === null ? told : { title: cleanTitle(earlier), by: null }
}

/** `"Title" (https://…`, `"Title" by somebody: https://…`. */
function adjacentQuote(block: Block, link: LinkSpan, from: number, headed: boolean): string | null {
  const span = quotedSpans(block).findLast(({ start, end }) => start >= from && end <= link.start)
  if (
    !span ||
    !couldBeTitle(span.words) ||
    quotesNotion(block.text.slice(0, span.start)) ||
    // `*Where, 2025*`
    (!span.quoted && /,\s*(?:19|20)\d{2}$/.test(span.words)) ||
    // `A list by *somebody*: …`
    (!span.quoted && /\bby\s+$/.test(block.text.slice(Math.max(0, span.start - 8), span.start))) ||
    (headed && !span.quoted && looksLikeName(span.words))
  )
    return null
  const gap = block.text.slice(span.end, link.start)
  // What a footnote cites is the footnote's.
  if (/^\s*\[\^?\d{1,3}\]/.test(gap)) return null
  // `*A Title* by Somebody, and this talk: https://…`: another thing.
  if (
    /,?\s+(?:and|plus|also|or)\s+(?:also\s+)?(?:this|that|the|an?|his|her|another)\s+(?:\p{Ll}+\s+){0,2}(?:talk|video|paper|book|article|essay|post|lecture|keynote)\b/u.test(
      gap,
    )
  )
    return null
  const near =
    /^[\s,.:;–—|(<[\])*（：，、-]*$/.test(gap) ||
    (gap.length <= 70 &&
      !/[.!?]\s+\p{Lu}|\n\s*\n|https?:/u.test(gap) &&
      /^[\s,(–—-]*(?:by|from|at|talk|video|paper|book|essay|article|post|lecture|keynote|thesis|course|with|\(|in\b|is|which|on|-|,)/i.test(
        gap,
      ))
  return near && kindOfWords(span.words) === 'title' ? span.words : null
}

/** `A Title: And More https://… and many words about it`: capitals, and nothing of a sentence, from the paragraph's beginning. */
function opensWithTitle(lead: string, from: number): boolean {
  return (
    from === 0 && lead.length < 90 && /\S\s+\S/.test(lead.trim()) && !/[.!?]\s/.test(lead) && !isTalk(lead) && capitalShare(lead) >= 0.8
  )
}

/** What begins small behind a long line is that line's end, broken where the text is as wide as it gets. */
function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  const last = lines.at(-1) ?? ''
  const before = lines.at(-2) ?? ''
  return /^\p{Ll}/u.test(last) && before.length >= 50 && !/[.!?:]$/.test(before) ? `${before} ${last}` : last
}

const label = /^[^\p{L}]{0,4}\p{L}[\p{L} ]{1,20}:\s*/u

/** The line above lines that each begin with a label; of a title in quotation marks and what is said of it, the title. */
function overLabels(text: string): NearTitle {
  const lines = text.trimEnd().split('\n')
  const line = lines.findLast((one) => !label.test(one)) ?? ''
  const quoted = /^["“]([^"”]{4,200})["”]/.exec(line)?.[1]
  return quoted === undefined ? fromLead(line, 'line') : { title: cleanTitle(quoted), by: null }
}

/** The block above, when it has no links of its own and stands for this one: a short line, or a sentence that ends in a colon. */
function blockAbove(blocks: readonly Block[], index: number): string {
  const above = blocks[index - 1]
  const own = blocks[index]
  if (!above || !own || isAddressFirst(blocks) || above.links.length > 0 || above.role === 'code' || above.role === 'row') return ''
  if (above.role === 'heading') return own.role === 'paragraph' && own.links.length === 1 && isOwnHeading(above.text) ? above.text : ''
  const ends = /[:：]\s*$/.test(above.text)
  // An entry with a number of its own is not called as the one before it.
  if (/^\[\^?[\w-]{1,12}\]/.test(own.text)) return ''
  if (above.text.length > 400 || (above.role === 'item' && own.role === 'item' && above.level === own.level)) return ''
  const isCry = /[!?]$/.test(above.text) && above.text.length < 100 && !/[.!?]\s/.test(above.text) && capitalShare(above.text) >= 0.6
  if (isCry) return above.text
  if (ends || (above.text.length < (above.role === 'item' ? 220 : 140) && !/[.!?。]\s*$/.test(above.text))) return lastSentence(above.text)
  // One work that a sentence names in quotation marks, and its address alone below.
  const [link] = own.links
  return own.role === 'paragraph' && link?.start === 0 && own.text.length <= link.end + 4 ? onlyWork(above) : ''
}

/** `"A Title of Some Words"` in quotation marks, when the sentence names no other. */
function onlyWork(block: Block): string {
  const quoted = quotedSpans(block).filter((one) => one.quoted && one.words.split(/\s+/).length >= 3 && couldBeTitle(one.words))
  const [only] = quoted
  return only && quoted.length === 1 && capitalShare(only.words) >= 0.6 ? only.words : ''
}

/** A heading that names one thing (`Lecture 1: Loops`), and not what kind of things stand under it, nor only a number of theirs (`Week 1`). */
export function isOwnHeading(heading: string): boolean {
  if (/^\p{L}+ \d{1,3}$|^\W*(?:19|20)\d{2}\W*$/u.test(heading)) return false
  const counted = /^\p{L}+ \d{1,3}\s*[:.–—-]\s+\S/u.test(heading)
  return heading.length < 200 && (counted || heading.split(/\s+/).length > 3 || kindsOfHeading(heading).length === 0)
}
