// Titles that brackets tell: what stands in front of an address in brackets, and what is quoted in brackets behind one.
import { capitalShare, isTalk } from '../words/capital-share.ts'
import { isDeictic } from '../words/is-deictic.ts'
import { kindOfWords } from '../words/link-words.ts'
import { couldBeTitle } from '../words/quoted-words.ts'
import { withoutLeadIn } from '../words/without-lead-in.ts'

/** `Talks: Growing a Rope (https://…), Slack Made Easy (https://…`: between a sign and the bracket, in capitals. */
export function beforeBracket(lead: string): string | null {
  const named = /(?:^|[,:;.]\s+|\b(?:and|then|or)\s+)(\p{Lu}[^,:;.]{3,80}?)\s*[([]\s*$/u.exec(lead)?.[1]
  const words = named === undefined ? undefined : withoutLeadIn(named)
  const count = words?.split(/\s+/).length ?? 0
  const isTitle = words !== undefined && (count > 1 || words !== named || words.length > 3) && count < 11 && capitalShare(words) >= 0.6
  return isTitle && !isTalk(words) && !isDeictic(words) && kindOfWords(words) === 'title' ? words : null
}

/** `watch https://… [A Title of Words, 1h01m]`: in brackets right behind an address, in capitals. */
export function bracketedName(trail: string): string | null {
  const words = /^\s*[([](\p{Lu}[^()[\]\n]{5,120}?)(?:,\s*(?:\d{1,2}\s?h\s?)?\d{1,3}\s?m(?:in)?s?)?[)\]]/u.exec(trail)?.[1]
  const isTitle = words !== undefined && words.split(/\s+/).length > 2 && capitalShare(words) >= 0.75
  return isTitle && !isTalk(words) && couldBeTitle(words) && kindOfWords(words) === 'title' ? words : null
}

/** `start with https://… ("Title")`: in a sentence, what is quoted in brackets right behind a link is its title, and not the next link's. */
export function bracketedQuote(trail: string): { readonly words: string; readonly length: number } | null {
  const match = /^\s*(?:too\s+|also\s+)?\([^()"“\n]{0,40}["“]([^"”\n]{4,200})["”][^()\n]{0,20}\)/u.exec(trail)
  const words = match?.[1] ?? ''
  return match && couldBeTitle(words) ? { words, length: match[0].length } : null
}
