// The title of one chosen link: its own words; what stands beside it, when they only say what kind of thing it is; where a footnote is cited.
import type { Block, LinkSpan } from '../blocks/block.ts'
import type { Reading } from '../blocks/draft-item.ts'
import { neighboursOf } from '../blocks/link-neighbours.ts'
import type { Footnote } from '../layout/footnotes.ts'
import type { Chosen } from '../links/choose-links.ts'
import { unnumbered } from '../words/clean-title.ts'
import { isDeictic } from '../words/is-deictic.ts'
import { kindOfWords, looksLikeName } from '../words/link-words.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'
import { lastSentence, type NearTitle } from '../words/title-in-sentence.ts'
import { factsOfWork } from './facts-of-work.ts'
import { isOnlyLabels, namedAbove } from './named-above.ts'
import { namedByAddress } from './named-by-address.ts'
import { rowTitle } from './row-title.ts'
import { isOwnHeading, titleNear } from './title-near.ts'
import { fromLead } from './words-beside.ts'

const partWords = /^[[(]?(?:part |pt\.? ?|#)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|[ivx]{1,4})[)\]]?$/i

/** Words that describe a thing and do not name it: `[Another great talk by somebody](…) "Its title"`. */
const describes =
  /^(?:an?|another|this|that|the|his|her|their|one)\s+(?:[a-z]+\s+){0,2}(?:talk|video|paper|article|post|lecture|keynote|book|essay|presentation)(?:\s+(?:by|from|of)\s.{3,40})?$/i

const citation = /\[\^?(?:\d{1,3}|\*|†)\]/g

/** The title as the text names it, and who made it where the title says so; null when the text names none. */
export function titleOf(reading: Reading, index: number, chosen: Chosen, footnote: Footnote | null): NearTitle {
  const { link, words, belongsTo } = chosen
  const block = reading.blocks[index]
  if (!block) return { title: null, by: null }
  const own = block.text.slice(link.start, link.end)
  const entry = link.image ? entryAbove(reading, index) : null
  if (entry !== null) return { title: entry, by: null }
  if (words === 'title') {
    const said = describes.test(own) ? titleBehind(block, link) : null
    return { title: said ?? `${own}${boldBehind(block, link)}`, by: null }
  }
  if (footnote !== null) return ofFootnote(reading, index, link, footnote)
  if (words === 'other' && block.role === 'paragraph' && !link.bare) {
    const from = neighboursOf(block, link).before?.end ?? 0
    const named = quotedSpans(block).findLast((one) => one.quoted && one.start >= from && one.end <= link.start && couldBeTitle(one.words))
    if (named) return { title: named.words, by: null }
  }
  const label = own.replace(/^[[(]|[\])]$/g, '')
  if (belongsTo !== null && !link.bare) {
    const owner = ownerTitle(reading, index, block, belongsTo)
    if (owner !== null) return { title: `${owner} (${label})`, by: null }
    if (isProper(label)) return { title: label, by: null }
  }
  const around = block.marks.find(({ kind, start, end }) => kind !== 'code' && start < link.start - 8 && end >= link.end)
  const within = around === undefined ? '' : block.text.slice(around.start, link.start).replace(/[\s([–—:-]+$/u, '')
  // `_A Title of Words [video](…)_`
  if (!link.bare && within.includes(' ') && !within.includes('\n')) return { title: within, by: null }
  if (block.role === 'row') return { title: rowTitle(block, link), by: null }
  const above =
    words === 'media' || words === 'other' || (block.role === 'item' && isOnlyLabels(block)) ? namedAbove(reading, index, link) : null
  if (above !== null) return above
  const near = titleNear(reading.blocks, index, labelled(block, link), block.role === 'item' || block.role === 'heading')
  if (near.title !== null && !link.bare && partWords.test(own) && leadsParts(block, link))
    return { ...near, title: `${near.title} (${label})` }
  if (near.title !== null) return near
  const before = reading.blocks[index - 1]
  const lines = before?.role === 'paragraph' && before.links.length === 0 ? before.text : ''
  const said = `${lines}\n${block.text.slice(0, link.start)}`
  const facts = lines === '' ? null : factsOfWork(lines)
  if (facts && link.start === 0) return { title: headingOver(reading, index) ?? lineOver(reading.blocks[index - 2]), by: facts.by }
  const over = isLabelled(block, link) ? namedAbove(reading, index, link) : null
  if (over !== null) return over
  if (link.bare) return { title: namedByAddress(link.href, said) ?? headSentence(block, link), by: null }
  return {
    title:
      titleBehind(block, link) ??
      lineBehind(block, link) ??
      headingOver(reading, index) ??
      (words === 'aside' || isProper(own) || isFrontPage(block, chosen) ? own : null),
    by: null,
  }
}

/** `Free PDF: https://…` */
function isLabelled(block: Block, link: LinkSpan): boolean {
  const lead = block.text.slice(block.text.lastIndexOf('\n', link.start - 1) + 1, link.start)
  return block.role === 'item' && link.bare && /\p{L}.*:\s*$/u.test(lead) && kindOfWords(lead) !== 'title'
}

/** What a label's own link belongs to: `[Title](…) [video](…)`, or `Title [paper](…) [video](…)`. */
function ownerTitle(reading: Reading, index: number, block: Block, owner: LinkSpan): string | null {
  const words = block.text.slice(owner.start, owner.end)
  if (!owner.bare && kindOfWords(words) === 'title') return words
  return block.role === 'row' ? rowTitle(block, owner) : titleNear(reading.blocks, index, owner, block.role === 'item').title
}

/** A footnote may name its thing itself; else it is called what it is called where it is cited. */
function ofFootnote(reading: Reading, index: number, link: LinkSpan, { cited }: Footnote): NearTitle {
  const block = reading.blocks[index] as Block
  const unmarked: Block = { ...block, text: block.text.replace(/^\s*\[[^\]]*\]:?/, (mark) => ' '.repeat(mark.length)) }
  const above = reading.blocks[index - 1]
  // Right below what cites it, the footnote is not that line's.
  const here = titleNear([above === undefined || above.text.search(citation) >= 0 ? unmarked : above, unmarked], 1, link, true)
  const isDemand = /^(?:requires?|needs|note|warning|via|free|pdf)\b/i.test(here.title ?? '')
  if ((here.title !== null && !isDemand) || cited === null) return here
  const mark: LinkSpan = { start: cited.at, end: cited.at + cited.length, href: '', bare: true, cut: false, image: false }
  const citing = reading.blocks[cited.block] as Block
  // What an earlier footnote in the sentence cites is not this one's.
  const earlier = [...citing.text.slice(0, cited.at).matchAll(citation)].at(-1)
  const from = earlier ? earlier.index + earlier[0].length : 0
  const own: Block = {
    ...citing,
    text: ' '.repeat(from) + citing.text.slice(from),
    marks: citing.marks.filter(({ start }) => start >= from),
  }
  const near = titleNear([own, own], 1, mark, false)
  return near.title !== null ? near : whereCited(own, mark, earlier === undefined)
}

/** What a mark stands behind at some distance: the head of its entry, the one title its sentence sets apart, or a name in capitals. */
function whereCited(citing: Block, mark: LinkSpan, isFirst: boolean): NearTitle {
  const before = citing.text.slice(0, mark.start)
  const head = citing.role === 'item' && isFirst ? /^.{6,120}?(?<!\b\p{Lu})(?=[.!?]\s+\p{Lu})/u.exec(before)?.[0] : undefined
  if (head !== undefined) return titleNear([citing, citing], 1, { ...mark, start: head.length, end: head.length }, true)
  // `A Title of Words [5]: and what is said of it`
  const lead = isFirst && /^\s*[:–—-]\s/.test(citing.text.slice(mark.end)) ? fromLead(before, 'line') : null
  if (lead?.title != null && /\s\S+\s/.test(lead.title) && lead.title.length < 90) return lead
  const from = before.length - lastSentence(before).length - 1
  const [only, ...others] = quotedSpans(citing).filter(({ start, end, words }) => start >= from && end <= mark.start && couldBeTitle(words))
  if (only && others.length === 0 && only.words.split(/\s+/).length > 2) return { title: only.words, by: null }
  // `SICP [2]`, `start with Dynamo[1] and Spanner[2]`: a name in capitals, or right at its mark.
  const name =
    /(?:^|[\s,(])(\p{Lu}[\p{Lu}\d+]{2,9})\s*$/u.exec(before)?.[1] ??
    /(?<!\p{Lu}[\p{L}.'’-]*\s)(?<=[\s(])(\p{Lu}[\p{L}\d+-]{3,30})$/u.exec(before)?.[1]
  return { title: name !== undefined && kindOfWords(name) === 'title' && !isDeictic(name) ? name : null, by: null }
}

/** `Title — [Summary](…), [Paper](…)`: of labels in a row the first, which stands behind the title. */
function labelled(block: Block, link: LinkSpan): LinkSpan {
  const before = block.links.filter(({ start }) => start < link.start)
  const [first] = before
  if (!first || link.bare || first.start < 4) return link
  const isRow = before.every(
    (one, at) =>
      !one.bare &&
      /^[\s,;|/()[\]·•–—-]*$/.test(block.text.slice(one.end, before[at + 1]?.start ?? link.start)) &&
      kindOfWords(block.text.slice(one.start, one.end)) !== 'title',
  )
  return isRow ? first : link
}

/** True when another part follows: `[part 1](…), [part 2](…)`. */
function leadsParts(block: Block, link: LinkSpan): boolean {
  const next = neighboursOf(block, link).after
  return next !== undefined && partWords.test(block.text.slice(next.start, next.end))
}

/** A link that only points may be followed by its title: `[This talk](…), "Title", is …`. */
function titleBehind(block: Block, link: LinkSpan): string | null {
  const behind = quotedSpans(block).filter(({ start, words }) => start >= link.end && start < link.end + 120 && couldBeTitle(words))
  // Whose it is may stand between, in bold.
  const named = behind.find(({ words, quoted }) => quoted || !looksLikeName(words.replace(/\.$/, ''))) ?? behind[0]
  return named && named.start < link.end + (named === behind[0] ? 60 : 120) ? named.words : null
}

/** `this [textbook](…):`, and on the next line what it is called. */
function lineBehind({ text }: Block, { end }: LinkSpan): string | null {
  return /^\s*:\s*\n\s*["“]?(\p{Lu}[^\n]{3,120}?)["”]?(?:\.\s.*|\.?)(?:\n|$)/u.exec(text.slice(end))?.[1] ?? null
}

/** `- A name. What it is. https://…`: of an entry that ends in its address, the short sentence it begins with. */
function headSentence({ role, text }: Block, { start }: LinkSpan): string | null {
  const head = role === 'item' ? /^(\S[^.!?\n]{2,60})(?<!\b\p{Lu})\.\s+\p{Lu}/u.exec(text.slice(0, start))?.[1] : undefined
  return head !== undefined && head.split(/\s+/).length <= 7 && !isDeictic(head) && kindOfWords(head) === 'title' ? head : null
}

/** `- A Title`, and the still of its recording below the entry: what the picture is called matters less. */
function entryAbove({ blocks }: Reading, index: number): string | null {
  const [above, block] = [blocks[index - 1], blocks[index]]
  const [link] = block?.links ?? []
  if (!link || !block || block.role !== 'paragraph' || block.text.length > link.end - link.start + 4) return null
  return above?.role === 'item' && above.links.length === 0 && above.text.length < 120 && !/[.:]\s*$/.test(above.text) ? above.text : null
}

/** A line of its own that links nothing and ends as no sentence does. */
function lineOver(block: Block | undefined): string | null {
  const isLine = block?.role === 'paragraph' && block.links.length === 0 && block.text.length <= 160 && !/[.!?:,;]$|\n/.test(block.text)
  return isLine ? block.text : null
}

/** A section of one thing: its heading is the title, and a link below is called `video`; others of its labels may stand between. */
function headingOver(reading: Reading, index: number): string | null {
  const { blocks, title } = reading
  const from = Math.max(0, index - 8)
  const at = blocks.slice(from, index).findLastIndex(({ role }) => role === 'heading')
  const heading = at < 0 ? undefined : blocks[from + at]
  if (!heading || heading.text === title || heading.links.length > 0 || !isOwnHeading(heading.text)) return null
  const between = blocks.slice(from + at + 1, index)
  const own = blocks[index]
  const isApart = own !== undefined && isOnlyLabel(own) && between.every(({ role }) => role === 'paragraph')
  return own?.role !== 'paragraph' || between.some((block) => block.links.length > 0 && !isApart) ? null : unnumbered(heading.text)
}

/** A paragraph that is nothing but `[video](…)`. */
function isOnlyLabel({ text, links }: Block): boolean {
  const [link] = links
  return links.length === 1 && link !== undefined && link.end - link.start >= text.length - 3 && /^(?:media|other)$/.test(kindOfWords(text))
}

/** `[CS 61C](…) **Great Ideas**`: a code for a link, and what it stands for right behind it. */
function boldBehind(block: Block, link: LinkSpan): string {
  const mark = block.marks.find(({ kind, start }) => kind === 'strong' && start >= link.end && start <= link.end + 3)
  const code = /^[\p{L}. -]{0,8}\d[\w. /-]{0,10}$/u.test(block.text.slice(link.start, link.end))
  return mark && code ? ` ${block.text.slice(mark.start, mark.end)}` : ''
}

/** `[ACM](https://dl.acm.org/)` at the head of an entry: beside a paper only where it is, here the thing itself. */
function isFrontPage({ role }: Block, { link, address }: Chosen): boolean {
  return role === 'item' && link.start < 4 && address !== null && new URL(address.url).pathname === '/'
}

/** A label that names something after all: `Conference Video`, `Youtube-playlist`. */
function isProper(words: string): boolean {
  return (
    /\S[\s-]\S/.test(words.trim()) &&
    !/^(?:the|this|that|a|an|here|watch|read|on|\w+ly|uploaded|posted|hosted|available|part|vol|chapter|his|her|their|full|whole|entire|complete|\d)\b/i.test(
      words.trim(),
    )
  )
}
