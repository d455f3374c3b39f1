// From the chosen links of a text to drafts of items: title, kind, author, times and the recommender's words, each by its own rule.

import type { Block, LinkSpan } from './blocks/block.ts'
import type { DraftItem, Place, Reading } from './blocks/draft-item.ts'
import { neighboursOf } from './blocks/link-neighbours.ts'
import { makerOfRow, remarkOfRow } from './facts/cells-of-row.ts'
import { kindOf } from './facts/kind-of.ts'
import { readBracketedMoments } from './facts/moments-in-brackets.ts'
import { captionOver } from './facts/promised-kind.ts'
import { recommendationOf, saysMore } from './facts/recommendation-of.ts'
import { nameSpeakers } from './facts/speakers-in-titles.ts'
import {
  asideBehind,
  behindLabels,
  lengthOf,
  nearWords,
  partBefore,
  saidBelow,
  tagBefore,
  tagBehind,
  wordsAround,
} from './facts/words-at-link.ts'
import { authoredHeadings } from './layout/authored-headings.ts'
import { type Footnote, findFootnotes } from './layout/footnotes.ts'
import { type Chosen, chooseLinks } from './links/choose-links.ts'
import { isAction, isFurnitureSection } from './links/furniture.ts'
import { nameByWordsBelow } from './titles/address-first.ts'
import { nameByFields } from './titles/fields-of-link.ts'
import { nameByHeadlines } from './titles/headlines-over.ts'
import { joinNestedLabels, joinSectionLabels, joinUnderEntry } from './titles/join-labels.ts'
import { nameLikeNeighbours } from './titles/like-neighbours.ts'
import { nameParts } from './titles/name-parts.ts'
import { typeOfRow } from './titles/row-title.ts'
import { titleOf } from './titles/title-of.ts'
import { nameBySections } from './titles/titles-of-sections.ts'
import { cleanTitle } from './words/clean-title.ts'
import { looksLikeName } from './words/link-words.ts'
import { nameNear, ownerBefore } from './words/names-in-words.ts'
import { momentBefore, startIn } from './words/times-in-words.ts'
import { lastSentence } from './words/title-in-sentence.ts'

/** A draft for every link that is something to read or watch, in the order they stand. */
export function draftItems(reading: Reading): readonly DraftItem[] {
  const footnotes = findFootnotes(reading.blocks)
  const drafts = reading.blocks.flatMap((_, index) => {
    const footnote = footnotes.get(index) ?? null
    if (footnote?.cited && isAction(citedWords(reading.blocks, footnote.cited))) return []
    return chooseLinks(reading, index).map((chosen) => draftOf(reading, index, chosen, footnote))
  })
  const banner = bannerEnd(reading)
  const kept = drafts.filter(({ block }) => block >= banner && !(reading.headings[block] ?? []).some(isFurnitureSection))
  const items = joinSectionLabels(joinUnderEntry(joinNestedLabels(kept.length > 0 ? kept : drafts, reading), reading), reading)
  nameParts(items, reading)
  nameByFields(items, reading)
  nameBySections(items, reading)
  nameByHeadlines(items, reading)
  nameByWordsBelow(items, reading)
  nameLikeNeighbours(items, reading)
  // `A Title (https://…), Another Title (https://…`: what is next is nobody's name.
  for (const [at, item] of items.entries()) if (item.by !== null && item.by === items[at + 1]?.title) item.by = null
  shareOwners(items, reading.blocks)
  readBracketedMoments(items, ({ block, link }) => reading.blocks[block]?.text.slice(link?.end) ?? '')
  nameMakers(items, reading.blocks)
  nameSpeakers(items, reading)
  for (const [at, item] of items.entries()) {
    const names = [item.title, item.by, items[at - 1]?.title ?? null, items[at + 1]?.title ?? null]
    if (item.recommendation !== null && !saysMore(item.recommendation, names)) item.recommendation = null
  }
  const [only] = items
  // A page of one address is called what its address is called.
  if (items.length === 1 && only && only.title === null && only.block > 0) only.title = headOf(reading)
  return items
}

const several = /^['’]s\s[^.!?]{0,80}\b(?:talks|keynotes|presentations|lectures|videos|posts|articles|essays|papers|books)\b/

/** `Ada Example's talks like "A" (https://…), "B" (https://…), and "C" (https://…)`: whose the first is, all of them are. */
function shareOwners(items: readonly DraftItem[], blocks: readonly Block[]): void {
  for (const [at, item] of items.entries()) {
    const before = items[at - 1]
    if (item.by !== null || !before?.by || before.block !== item.block || !before.link || !item.link) continue
    const text = blocks[item.block]?.text ?? ''
    const between = text.slice(before.link.end, item.link.start).replace(item.title ?? '', '')
    if (!/^[\s"“”'),;(*_]*(?:and|or)?[\s"“”'(,*_]*$/.test(between)) continue
    const lead = text.slice(Math.max(0, item.link.start - 2_000), item.link.start)
    const owner = Math.max(lead.lastIndexOf(`${before.by}'s `), lead.lastIndexOf(`${before.by}’s `))
    if (owner >= 0 && several.test(lead.slice(owner + before.by.length, owner + before.by.length + 100))) item.by = before.by
  }
}

/** What is called as a heading that says whose it is: `A Title — Somebody`. */
function nameMakers(items: readonly DraftItem[], blocks: readonly Block[]): void {
  const works = new Map([...authoredHeadings(blocks)].map(([index, work]) => [cleanTitle(blocks[index]?.text ?? ''), work]))
  for (const item of items) {
    const work = item.title === null ? undefined : works.get(item.title)
    if (work === undefined) continue
    item.title = cleanTitle(work.title)
    item.by ??= work.by
  }
}

/** The title of a text, without whose it is. */
function headOf({ title, blocks }: Reading): string | null {
  const head = blocks[0]?.role === 'heading' ? (title ?? blocks[0].text) : null
  return head === null || head.split(/\s+/).length < 3 ? null : cleanTitle(head.replace(/\s+by\s+\p{Lu}[^,]{2,40}$/u, ''))
}

/** Where the one heading of the first level stands, when other things stand over it: banners and thanks, not the list. */
function bannerEnd({ blocks }: Reading): number {
  const tops = blocks.flatMap(({ role, level }, index) => (role === 'heading' && level === 1 ? [index] : []))
  const [top = 0] = tops
  return tops.length === 1 && top < 15 && !blocks.slice(0, top).some(({ role }) => role === 'item' || role === 'row') ? top : 0
}

function draftOf(reading: Reading, index: number, chosen: Chosen, footnote: Footnote | null): DraftItem {
  const block = reading.blocks[index] as Block
  const { link, address } = chosen
  const { given } = block
  const before = block.text.slice(previousEnd(block, link), link.start)
  const after = block.text.slice(link.end, nextStart(block, link))
  const words = block.text.slice(link.start, link.end)
  const named = given ? { title: given.title, by: given.by } : titleOf(reading, index, chosen, footnote)
  const headings = reading.headings[index] ?? []
  const label =
    `${given?.kindWords ?? typeOfRow(block)} ${/^\s*(\[[^\][\d]{2,12}\])\s*\S/.exec(words)?.[1] ?? ''} ${tagBefore(before)} ${tagBehind(after)} ${chosen.words === 'title' || link.bare ? '' : words}`.trim() ||
    saidBelow(reading.blocks, index, link)
  const around = given
    ? (given.note ?? '')
    : footnote?.cited
      ? citingWords(reading.blocks, footnote.cited)
      : `${chosen.words === 'title' || link.bare ? '' : words} ${wordsAround(block, link, before, after)}`.trim()
  const title = named.title === null ? null : cleanTitle(named.title)
  const told =
    given?.kindWords === 'feed'
      ? 'other'
      : kindOf(address, link.cut ? link.href : null, {
          label,
          title: title ?? '',
          around,
          // A heading that is the title says nothing of what stands under it.
          headings: [...(reading.topic === null ? [] : [reading.topic]), ...headings, ...captionsOf(reading.blocks, index)].filter(
            (words) => title === null || title.length < 8 || !words.includes(title),
          ),
        })
  // "[54:20]" behind a title is how long one listens.
  const kind = (told === 'article' || told === 'other') && /^[^[(\n]{0,120}[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]/.test(after) ? 'talk' : told
  const isTalk = kind === 'talk' || address?.talk != null
  const isEntry = block.role !== 'paragraph'
  const cited = footnote?.cited ? (reading.blocks[footnote.cited.block]?.text.slice(footnote.cited.at + footnote.cited.length) ?? '') : ''
  const said = isTalk
    ? (startIn(`${title ?? ''} ${nearWords(after)}`) ?? startIn(asideBehind(cited)) ?? (link.bare ? startIn(momentBefore(before)) : null))
    : null
  const remark = block.role === 'row' ? remarkOfRow(block, link) : isEntry ? behindLabels(block, link) : after
  const by =
    named.by ??
    makerOfRow(block) ??
    (given ? null : isEntry ? ownerBefore(before) : null) ??
    (given
      ? null
      : nameNear(
          isEntry && chosen.words === 'title' ? '' : withoutTitle(lastSentence(before), title),
          title ?? '',
          `${after.replace(/[,(]\s*$/, '')}${makerBehind(block, link, after)}`,
        ))
  return {
    block: index,
    link,
    place: footnote?.cited ?? { block: index, at: link.start },
    address,
    prefix: link.cut ? link.href : null,
    resolveVia: null,
    title,
    // A whole title of capitals is nobody's name.
    by:
      by !== null &&
      title !== null &&
      by.length > 3 &&
      (title.startsWith(`${by} (`) || (title.startsWith(by) && by.split(/\s+/).length > 4) || by === title)
        ? null
        : by,
    kind,
    label,
    around,
    startSeconds: address?.startSeconds ?? said,
    durationSeconds:
      given?.durationSeconds ??
      (isTalk && said === null && !address?.startSeconds ? lengthOf(lastSentence(before), after, link.bare) : null),
    partOf: null,
    partNumber: partBefore(before),
    recommendation: given ? given.note : recommendationOf(block, link, before, remark, isEntry, title),
    alternates: [...chosen.alternates, ...(given?.alternates ?? [])],
  }
}

/** `[A Title](…) by [Ada Example](…)`: a name that is a link itself. */
function makerBehind(block: Block, link: LinkSpan, after: string): string {
  const next = /\bby\s*$/.test(after) ? neighboursOf(block, link).after : undefined
  const words = next === undefined ? '' : block.text.slice(next.start, next.end)
  return looksLikeName(words) ? words : ''
}

/** `Other books`, a line of its own over a list: as good as a heading. */
function captionsOf(blocks: readonly Block[], index: number): readonly string[] {
  const caption = captionOver(blocks, index)
  return caption === null ? [] : [caption]
}

/** The words before a title, so that what is in it is not taken for somebody's. */
function withoutTitle(words: string, title: string | null): string {
  const at = title === null ? -1 : words.indexOf(title)
  return at < 0 ? words : words.slice(0, at)
}

/** What the mark of a footnote stands behind, as far as it is set off: `Sign up [1] | Advertise [2]`. */
function citedWords(blocks: readonly Block[], { block, at }: Place): string {
  return (blocks[block]?.text.slice(Math.max(0, at - 80), at) ?? '').split(/[|·•\n\]]/).at(-1) ?? ''
}

/** The few words before the mark of a footnote. */
function citingWords(blocks: readonly Block[], { block, at }: Place): string {
  const before = blocks[block]?.text.slice(Math.max(0, at - 200), at) ?? ''
  return lastSentence(before)
    .replace(/.*\[\^?\d{1,3}\]/, '')
    .split(/\s+/)
    .slice(-12)
    .join(' ')
}

function previousEnd(block: Block, link: LinkSpan): number {
  return neighboursOf(block, link).before?.end ?? 0
}

function nextStart(block: Block, link: LinkSpan): number {
  return neighboursOf(block, link).after?.start ?? block.text.length
}
