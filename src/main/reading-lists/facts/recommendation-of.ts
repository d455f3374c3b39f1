// What a text says of a link: in an entry of a list the words behind it, in a sentence the sentence.
import type { Block, LinkSpan } from '../blocks/block.ts'
import { kindOfWords } from '../words/link-words.ts'
import { lastSentence } from '../words/title-in-sentence.ts'

/**
 * The words, at most 2,000 letters; `before` and `after` reach to the neighbouring links. Null when there are none, and when they are the title
 * again, only the words of the link itself, or a label (`Video:`): nothing is said by it.
 */
export function recommendationOf(
  block: Block,
  link: LinkSpan,
  before: string,
  after: string,
  isEntry: boolean,
  title: string | null,
): string | null {
  const letters = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const tidy = (words: string): string =>
    words
      .replace(/\s+/g, ' ')
      .replace(/^[\s\])}"”*_.,;:|>–—-]+/u, '')
      .replace(/[\s([{"“*_|]+$/u, '')
      .trim()
  // Where a bare address was taken out of the sentence: no space before its comma, no "and" that led to the next address.
  const joined = (words: string): string =>
    words
      .replace(/\s+(?=[,.;:!?](?:\s|$))/g, '')
      .replace(/^(?:and|or)\b[\s,]*/i, '')
      .replace(/[\s,:;]+(?:and|or)$/i, '')
  // Whose it is has its own place: "by Ada Example. A gem." says that it is a gem.
  const behind = tidy(
    tidy(after).replace(/^by\s+\p{Lu}[^.!?,;:()\n]{2,60}(?:[.,;:]|\s[–—-])(?:\s|$)|^by\s+\p{Lu}[^.!?,;:()\n]{2,60}$/u, ''),
  )
  const own = link.bare ? '' : block.text.slice(link.start, link.end)
  const following = title === null ? after : after.replace(` ("${title}")`, '')
  // An address that begins its line has nothing to do with what the lines above say.
  const lead = /\n\s*$/.test(before) && link.bare && /^\s*[|–—-]/.test(after) ? '' : before
  const sentence = `${lastSentence(lead)} ${own} ${following.split(/(?<=[.!?])\s/, 1)[0] ?? ''}`
  const whole = isEntry ? behind : joined(tidy(sentence.replace(/\(\s*\)/g, ' ')))
  // `**Title:** what is said of it`
  const named = title !== null && whole.startsWith(title) && /^\s*[:–—-]\s/.test(whole.slice(title.length))
  const rest = named ? tidy(whole.slice(title.length)) : whole
  return /\p{L}{2}/u.test(rest) &&
    rest.length > 3 &&
    letters(rest) !== letters(title ?? '') &&
    letters(rest) !== letters(own) &&
    kindOfWords(rest) === 'title'
    ? rest.slice(0, 2_000)
    : null
}

/** True when more is said than what things are called and whose they are; `names`: of the thing, and of its neighbours. */
export function saysMore(words: string, names: readonly (string | null)[]): boolean {
  const rest = names.reduce<string>((left, name) => (name === null ? left : left.replace(name, ' ')), words)
  return /\p{L}{3}/u.test(rest.replace(/\b(?:and|by|or)\b/gi, ' ').replace(/\s\|\s[\p{L} ]{3,30}$/u, ''))
}
