// The words beside a chosen link that say something of it: tags and labels, how long it is, where to begin, what is said behind it.
import type { Block, LinkSpan } from '../blocks/block.ts'
import { neighboursOf } from '../blocks/link-neighbours.ts'
import { kindOfWords } from '../words/link-words.ts'
import { durationIn } from '../words/times-in-words.ts'
import { lastSentence } from '../words/title-in-sentence.ts'

/** What a section of one address is said to be by its first words: `A short blog post by Somebody …`. */
export function saidBelow(blocks: readonly Block[], index: number, link: LinkSpan): string {
  const block = blocks[index]
  if (blocks[index - 1]?.role !== 'heading' || block?.role !== 'paragraph' || block.links[0] !== link) return ''
  return (
    /^(?:An?|This)\s+(?:[\w'-]+\s+){0,3}?(blog post|article|essay|paper|book|talk|lecture|video|podcast|course)\b/.exec(block.text)?.[1] ??
    ''
  )
}

/** `[video] [Title](…)`, `📖 [Title](…)`, `Video: [Title](…)`. */
export function tagBefore(before: string): string {
  if (/\b(?:online|free|companion)\s+course\s*:?\s*$/i.test(before)) return 'course'
  return (
    /(?:\[[^\][]{2,20}\]|\([^()]{2,20}\)|\p{Extended_Pictographic}\ufe0f?|:[a-z_]{3,30}:|\b(?:video|talk|webinar|keynote|lecture|screencast|recording|paper|book|podcast|course|article|slides|playlist)\s*:)[\s*_:-]*$/iu
      .exec(before)?.[0]
      .replace(/\d/g, '') ?? ''
  )
}

/** `[Title](…) (video)`, `[Title](…) [pdf]`. */
export function tagBehind(after: string): string {
  return (
    /^[\s*_"”]*(?:\[([^\][\d]{2,16})\]|\(([^()\d]{2,16})\))/u
      .exec(after)
      ?.slice(1)
      .find((one) => one !== undefined) ?? ''
  )
}

/** What is said of a link right behind it: its sentence, and the next one when that tells where to begin. */
export function nearWords(after: string): string {
  const [first = '', second = ''] = after.slice(0, 220).split(/(?<=[^.\d\s])[.!?]\s+(?=\p{Lu})/u, 2)
  return /^(?:Skip|Start|Jump|Begins?|The (?:good|interesting|relevant))\b/.test(second) ? `${first} ${second}` : first
}

/** `Part 2: [The Spout](…)`: the number in front of a link. */
export function partBefore(before: string): number | null {
  const number = /(?:\b(?:part|pt\.?|episode|chapter)\s*|#)(\d{1,3})[\s:.,)–—-]*$/i.exec(before)?.[1]
  return number === undefined ? null : Number(number)
}

/** The few words behind a link in its sentence, and in a sentence the few before it. */
export function wordsAround(block: Block, link: LinkSpan, before: string, after: string): string {
  const behind = (
    after.replace(/^[\s,:;.)\]–—-]+(?:(?:and|or|but)\b.*)?/su, '').split(/[.!?;,\n]\s|\n|\s(?:and|but|or|while)\s/, 1)[0] ?? ''
  )
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
  const lead = block.role === 'paragraph' || link.bare ? lastSentence(before).split(/\s+/).slice(-14).join(' ') : ''
  // "Part 2: …" is one of a series, whatever is said of the whole.
  return `${partBefore(before) === null ? lead : ''} ${behind}`.trim()
}

/** What stands behind a link and the labels that follow it, `[Title](…) [RSS](…) [slides](…) What is said of it`, up to the next link. */
export function behindLabels(block: Block, link: LinkSpan): string {
  let end = link.end
  for (;;) {
    const label = neighboursOf(block, { start: end, end }).after
    const isLabel =
      label !== undefined &&
      /^[\s[\](){},;|/·•&+–—-]*$/.test(block.text.slice(end, label.start)) &&
      /^(?:other|aside|media)$/.test(kindOfWords(block.text.slice(label.start, label.end)))
    if (!isLabel) return block.text.slice(end, label?.start)
    end = label.end
  }
}

/** `[1] (from 18:20 on)`, `[1], starting at 3:10`: what is said of a footnote's thing right where it is cited. */
export function asideBehind(words: string): string {
  return /^\s*\([^()]{0,80}\)|^[\s,–—-]*(?:from|at|start\w*|skip|@)\s[^.;!?\n]{0,60}/i.exec(words)?.[0] ?? ''
}

/** How long a recording is said to be: behind its link, or in brackets before a bare one. */
export function lengthOf(before: string, after: string, bare: boolean): number | null {
  const bracketed = bare ? /[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]/.exec(before)?.[0] : undefined
  return durationIn(after.slice(0, 160)) ?? (bracketed === undefined ? null : durationIn(bracketed))
}
