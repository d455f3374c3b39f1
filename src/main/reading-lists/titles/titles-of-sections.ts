// Texts that are sections of one make, a title, what is said of it and an address, in whichever order: the line that is the title in most of them is it
// in all. Line by line, since some set every line apart and others none.
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { cleanTitle, unnumbered } from '../words/clean-title.ts'
import { isDeictic } from '../words/is-deictic.ts'
import { looksLikeName } from '../words/link-words.ts'
import { startIn } from '../words/times-in-words.ts'

/** `title`: it could be one; `said`: a sentence; `fact`: tags, a date, a name between them. */
type Line = {
  readonly words: string
  readonly sort: 'title' | 'said' | 'fact'
  readonly links: boolean
  readonly block: number
  readonly at: number
}
type Section = { readonly draft: DraftItem; readonly above: readonly Line[]; readonly below: readonly Line[] }

/** So many lines, at most, make a section. */
const longest = 12
const facts =
  /^(?:tags?|title|name|urls?|link|categor(?:y|ies)|labels|topics|keywords|filed under|date|posted|published|reading time|source|authors?|by)\b\s*[:=]?\s|^(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+(?:\d{1,2},?\s+)?\d{4}$|^\d{4}-\d{2}-\d{2}$/i
const label =
  /^\W*(?:(?:source|link|url|via|read(?: more)?|more|watch|website|full (?:story|article)|article|video|by\s[\p{L}.'’ -]{3,40})\s*[:：]?)?\W*$/iu

/** Names what has no title, or a wrong line for one, where at least three addresses alone on their lines have such a section; changes the drafts it is given. */
export function nameBySections(items: readonly DraftItem[], { blocks }: Reading): void {
  const lines = linesOf(blocks)
  const ofBlock = Map.groupBy(lines.keys(), (at) => lines[at]?.block)
  const sections = items.flatMap((draft): readonly Section[] => {
    const start = draft.link?.start ?? -1
    const at = ofBlock.get(draft.block)?.find((one) => isWithin(lines[one], start)) ?? -1
    if (at < 0 || !isAlone(lines[at], draft)) return []
    const above = upTo(lines.slice(Math.max(0, at - longest), at).toReversed()).toReversed()
    return [{ draft, above, below: upTo(lines.slice(at + 1, at + 1 + longest)) }]
  })
  if (sections.length < 3) return
  for (const { draft, above } of sections) beginWhereSaid(draft, above, kindOfText(blocks) === 'talk')
  const isBelow = standBelow(sections)
  const chosen = sections.map(({ draft, above, below }) => ({
    draft,
    lines: (isBelow ? below : above).filter(({ sort }) => sort !== 'fact'),
  }))
  const places = chosen.map(({ lines: own }) => own.findLastIndex(({ sort }) => sort === 'title'))
  const isFirst = !isBelow && places.slice(1).filter((place) => place === 0).length * 3 >= (places.length - 1) * 2
  const usual = Math.max(...chosen.slice(1).map(({ lines: own }) => own.length))
  for (const [index, { draft, lines: own }] of chosen.entries()) {
    const place = isBelow || (isFirst && index > 0) ? 0 : (places[index] ?? -1)
    const line = own[place]
    if (line === undefined || (index === 0 && own.length - place > usual + 3)) continue
    const title = cleanTitle(unnumbered(line.words))
    // What was taken for the title may be said of the thing, or be the title of the one before it.
    const others = [
      ...own.filter(({ sort }) => sort !== 'title'),
      ...(sections[index]?.above ?? []).filter(({ sort }) => isBelow || sort !== 'title'),
    ]
    if (title !== null && line.words.length <= 140 && !isDeictic(title) && mayBe(draft.title, title, others)) draft.title = title
  }
}

/** "If you fast forward to 0:45:00, …", said of a recording in its section. */
function beginWhereSaid(draft: DraftItem, lines: readonly Line[], areTalks: boolean): void {
  if (draft.startSeconds !== null || (draft.kind !== 'talk' && !areTalks)) return
  const start = startIn(lines.flatMap(({ words, sort }) => (sort === 'said' ? [words] : [])).join('\n'))
  if (start !== null) Object.assign(draft, { kind: 'talk', startSeconds: start })
}

/** What has a title keeps it, unless that is a line that is none, or little of this one. */
function mayBe(now: string | null, title: string, others: readonly Line[]): boolean {
  return now === null || (title.includes(now) && now.length * 2 < title.length) || others.some(({ words }) => cleanTitle(words) === now)
}

/** True where titles follow their addresses: behind each of them a title and what is said, also behind the last one, and none before the first. */
function standBelow(sections: readonly Section[]): boolean {
  const [first] = sections
  const opens = sections.filter(({ below }) => below[0]?.sort === 'title').length
  const hasTitleOver = first?.above.slice(-3).some(({ sort }) => sort === 'title') ?? false
  return opens === sections.length && !hasTitleOver
}

/** Up to the next line with a link. */
function upTo(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(({ links }) => links)
  return end < 0 ? lines : lines.slice(0, end)
}

function isWithin(line: Line | undefined, place: number): boolean {
  return line !== undefined && line.at <= place && place < line.at + line.words.length
}

function isAlone(line: Line | undefined, { link, block }: DraftItem): boolean {
  if (line === undefined || link === null || line.block !== block) return false
  const rest = line.words.slice(0, link.start - line.at) + line.words.slice(link.end - line.at)
  return (link.bare || label.test(line.words.slice(link.start - line.at, link.end - line.at))) && label.test(rest)
}

function linesOf(blocks: readonly Block[]): readonly Line[] {
  const lines: Line[] = []
  for (const [block, { role, text, links }] of blocks.entries()) {
    let at = 0
    for (const words of text.split('\n')) {
      const isLinked = role === 'code' || role === 'row' || links.some(({ start }) => start >= at && start < at + words.length)
      if (words.trim() !== '')
        lines.push({ words, sort: role === 'heading' ? 'title' : sortOf(words, lines.at(-1)), links: isLinked, block, at })
      at += words.length + 1
    }
  }
  return lines
}

function sortOf(words: string, above: Line | undefined): Line['sort'] {
  if (facts.test(words) || (above?.sort === 'title' && !above.links && looksLikeName(words))) return 'fact'
  return words.length > 140 || /[.!?:;,…]["”']?$/.test(words) ? 'said' : 'title'
}
