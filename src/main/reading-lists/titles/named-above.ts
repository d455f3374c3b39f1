// A link that is only called `video` or `slides` in an entry of its own: what it is of stands above, in the entry it is under or in the heading.
import type { Block, LinkSpan } from '../blocks/block.ts'
import type { Reading } from '../blocks/draft-item.ts'
import { authoredLine } from '../words/authored-line.ts'
import { cleanTitle, unnumbered } from '../words/clean-title.ts'
import { kindOfWords, looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'
import type { NearTitle } from '../words/title-in-sentence.ts'
import { isOwnHeading } from './title-near.ts'

const names = String.raw`${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*`
/** Nothing but whose it is: `By: Ada Example`. */
const byLine = new RegExp(String.raw`^(?:(?:by|speakers?|authors?|presenters?|presented by)\s*:?\s*)?(${names})\.?$`, 'iu')
/** What is told of the thing a heading names: whose it is, where and when it was given. */
const fact =
  /^(?:about|summary|description|notes?|topics?|topics covered|content(?: coverage)?|best for|why|format|key chapters|role|genres?|rating|status|price|tags|pros|cons|by|speakers?|authors?|presenters?|presented by|where|when|dates?|venue|event|location|conference|year|released?(?: date)?|release date|aired|recorded|posted|hosts?|guests?|length|duration|level|language|publisher|published|isbn|pages)\s*:/i

/** True for such a line. */
export function isFact(line: string): boolean {
  return fact.test(line)
}

/** `Ada Example: **A Title** (RopeConf)`. */
const makerBefore = new RegExp(String.raw`^(${names})\s*[:–—-]\s*$`, 'u')

/** The title from above and whose it is; null where the link does not stand so. */
export function namedAbove(reading: Reading, index: number, link: LinkSpan): NearTitle | null {
  const block = reading.blocks[index]
  if (!block || link.image) return null
  const lead = block.text
    .slice(block.text.lastIndexOf('\n', link.start - 1) + 1, link.start)
    .replace(/(?:\s+(?:on|at|from))?[\s:([–—-]+$/iu, '')
  if (lead !== '' && kindOfWords(lead) === 'title') return null
  return (block.role === 'item' ? ofEntry(reading.blocks, index) : null) ?? ofHeading(reading, index)
}

function ofEntry(blocks: readonly Block[], index: number): NearTitle | null {
  const level = blocks[index]?.level ?? 0
  let at = index - 1
  while (blocks[at]?.role === 'item' && (blocks[at]?.level ?? 0) >= level && index - at < 20) at -= 1
  const parent = blocks[at]
  if (parent?.role !== 'item' || parent.level >= level || parent.links.length > 0 || parent.text.length > 240) return null
  const own = blocks[index]
  // `- A Title`, and below it, alone, `- [slides](…)`.
  if (
    own &&
    isOnlyLabels(own) &&
    parent.text.length < 140 &&
    !/[.:!]\s*$/.test(parent.text) &&
    kindOfWords(parent.text) === 'title' &&
    isOwnHeading(parent.text)
  )
    return ofLine(parent.text)
  const bold = parent.marks.find(({ kind, start, end }) => kind === 'strong' && parent.text.slice(start, end).trim().length > 3)
  if (!bold || bold.start < 3) return null
  const by = makerBefore.exec(parent.text.slice(0, bold.start))?.[1]
  return by === undefined ? null : { title: cleanTitle(parent.text.slice(bold.start, bold.end)), by }
}

/** `A Title, Ada Example`: the name has its own place. */
function ofLine(line: string): NearTitle {
  const [, title, by] = authoredLine.exec(line) ?? /^(.{4,}?),\s+([^,]{4,40})$/u.exec(line) ?? []
  return title !== undefined && looksLikeName(by ?? '')
    ? { title: cleanTitle(title), by: by ?? null }
    : { title: cleanTitle(line), by: null }
}

/** Nothing but `[slides](…)`, `[video](…)`. */
export function isOnlyLabels({ text, links }: Block): boolean {
  const rest = links.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), text)
  return (
    links.length > 0 &&
    /^(?:[\s[\](),;:|/·•&+–—-]|\b(?:pdf|book|paper|free|official|copy|available|version|on|at|from|the|its|also)\b|\p{Extended_Pictographic}|\ufe0f)*$/iu.test(
      rest,
    ) &&
    links.every(({ start, end }) => kindOfWords(text.slice(start, end)) !== 'title')
  )
}

function ofHeading({ blocks, title }: Reading, index: number): NearTitle | null {
  let by: string | null = null
  let isTold = false
  for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
    const above = blocks[at]
    if (!above) return null
    // `#### "A Title" - Somebody`, and in its list one link: `Free PDF: [https://…](…)`.
    const quoted =
      above.role === 'heading' && above.links.length === 0 ? quotedSpans(above).find((one) => one.quoted || one.start < 6) : undefined
    if (
      quoted &&
      !isTold &&
      blocks[index]?.role === 'item' &&
      couldBeTitle(quoted.words) &&
      quoted.words.includes(' ') &&
      isOnlyLinkBelow(blocks, at, index)
    )
      return { title: cleanTitle(quoted.words), by: byLine.exec(above.text.slice(quoted.end).replace(/^["”\s*_,–—-]+/u, ''))?.[1] ?? null }
    if (above.role === 'heading')
      return !isTold || above.text === title || above.links.length > 0 || !isOwnHeading(above.text)
        ? null
        : { title: cleanTitle(unnumbered(above.text)), by }
    // Only what is told of it, and other labels, may stand between.
    const maker = above.links.length === 0 ? byLine.exec(above.text)?.[1] : undefined
    const isLabel = above.links.length > 0 && kindOfWords(above.text) !== 'title'
    const isOfIt = maker !== undefined || (above.links.length === 0 && isFact(above.text))
    if (!isOfIt && !isLabel) return null
    by = maker ?? by
    isTold ||= isOfIt
  }
  return null
}

/** True when no other block of the section links anything. */
function isOnlyLinkBelow(blocks: readonly Block[], heading: number, own: number): boolean {
  const level = blocks[heading]?.level ?? 0
  for (let at = heading + 1; at < Math.min(blocks.length, heading + 60); at += 1) {
    const block = blocks[at]
    if (block?.role === 'heading' && block.level <= level) return true
    if (at !== own && (block?.links.length ?? 0) > 0) return false
  }
  return true
}
