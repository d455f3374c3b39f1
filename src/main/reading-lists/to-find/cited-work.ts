// A work cited as libraries do it, without a link: authors, a year in brackets, a title.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { capitalShare } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfHeading } from '../words/kind-words.ts'
import { endOfName, nameSource } from '../words/names-in-words.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'
import type { Found } from './found-work.ts'

/** `Martin Example and Cleo Example, *A Title*, …`: whole names, and the title set apart. */
const named =
  /^(?:\s*\[\^?[\w*†]+\]:?\s*)?\p{Lu}[\p{L}.'’-]+\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}'’-]+(?:(?:,\s+|\s+and\s+|,\s+and\s+)\p{Lu}[\p{L}.'’-]+\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}'’-]+){0,5},\s/u

/** `[3] "A Title", Somebody, 2001` or `[3] A Title of Words`: a footnote that names a work and links none. */
const note = new RegExp(String.raw`^\[\^?\d{1,3}\]:?\s*["“]([^"”\n]{4,200})["”],?\s+(?:by\s+)?(${nameSource})\s*(?:[,.(]|$)`, 'u')

/** `[1] A. M. Turing. On Computable Numbers, with an Application …. 1936.`: initials first, full stops between. */
const initialled =
  /^(?:\[\w{1,8}\]:?\s*)?((?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}'’-]+(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}'’-]+){0,6})\.\s+(\p{Lu}[^.?!"“]{8,200})[.?!]\s(?:.{0,120}\b)?(?:1[89]|20)\d{2}\.?$/u

/** `Surname, First M. A Title: What It Is About. Publisher, 2006.`: as the MLA Handbook has it; what is said of it may follow. */
const handbook =
  /^(\p{Lu}[\p{L}'’-]+,\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}\.)?(?:,?\s+(?:and|&)\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}\.)?\s+\p{Lu}[\p{L}'’-]+|,\s+et al)?)\.?\s+(\p{Lu}[^.?!"“]{3,200})[.?!]\s+(?:[^.]{2,40}[.:]\s+)?[^.]{2,60},\s+(?:1[89]|20)\d{2}(?:\.?$|\.\s+(\p{Lu}.+)$)/u

/** `Ada Example and Ben Second. A Title. Harbour Press, 2006.`: whole names, and full stops between. */
const imprinted = new RegExp(
  String.raw`^(${nameSource}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s*&\s*)${nameSource}){0,5})\.\s+(\p{Lu}[^.?!"“]{3,200})[.?!]\s+(?:\p{Lu}[^.]{1,60}[,.:]\s+)?(?:1[89]|20)\d{2}(?:\.?$|\.\s+(\p{Lu}.+)$)`,
  'u',
)

/** `Lamport, L. (1978). "Time, Clocks, …"`: authors, a year in brackets, a title. */
export function cited(block: Block, headings: readonly string[]): readonly Found[] {
  const { text } = block
  if (block.links.length > 0 || text.length > 700 || text.length < 25) return []
  const bare = /^\[\^?\d{1,3}\]:?\s+(\p{Lu}[^.!?"“]{12,120})\.?$/u.exec(text)?.[1]
  if (bare !== undefined && bare.split(/\s+/).length > 2 && capitalShare(bare) >= 0.8)
    return [{ title: cleanTitle(bare), by: null, kind: kindOfCited(text, ['Books', ...headings]), at: 0 }]
  const noted = note.exec(text)
  if (noted)
    return [{ title: cleanTitle(noted[1] ?? ''), by: endOfName(noted[2] ?? ''), kind: kindOfCited(text, ['Books', ...headings]), at: 0 }]
  const shelved = handbook.exec(text.replace(/\s+/g, ' ')) ?? imprinted.exec(text.replace(/\s+/g, ' '))
  if (shelved) {
    const [, by = null, title = '', said] = shelved
    return [{ title: cleanTitle(title), by, kind: 'book', at: 0, ...(said === undefined ? {} : { said }) }]
  }
  const plain = initialled.exec(text.replace(/\s+/g, ' '))
  if (plain) return [{ title: cleanTitle(plain[2] ?? ''), by: plain[1] ?? null, kind: kindOfCited(text, headings), at: 0 }]
  const year = /\((?:[A-Z][a-z]+\s+)?(?:1[89]|20)\d{2}[a-z]?\)|,\s(?:1[89]|20)\d{2}[.,]?(?:\s|$)/.exec(text)
  const whole = named.test(text)
  const authors =
    whole || /^(?:\s*\[\^?[\w*†]+\]:?\s*)?(?:\p{Lu}[\p{L}'’-]+,\s*(?:\p{Lu}\.[\s-]*)+|(?:\p{Lu}\.\s*){1,3}\p{Lu}[\p{L}'’-]+)/u.test(text)
  if (!year || !authors) return bySurnames(text, headings)
  const quoted = quotedSpans(block).find(({ words }) => couldBeTitle(words) && words.split(/\s+/).length >= 2)
  const behind = /^[\s.,:]*([^.]{8,200})\./.exec(text.slice(year.index + year[0].length))?.[1]
  const title = quoted?.words ?? behind
  if (!title || (whole && (!quoted || quoted.start < 8 || quoted.start > 160))) return []
  const by = text
    .slice(0, Math.min(year.index, quoted?.start ?? year.index))
    .replace(/^\s*\[\^?[\w*†]+\]:?\s*/, '')
    .replace(/[\s,.("“]+$/, '')
  return [{ title: cleanTitle(title), by: by || null, kind: kindOfCited(text, headings), at: 0 }]
}

/** `Fischer, Lynch, Paterson. Impossibility of Distributed Consensus. JACM 1985`: names, a title, where it appeared and when. */
function bySurnames(text: string, headings: readonly string[]): readonly Found[] {
  const [, by, title] =
    /^(?:\p{Lu}[\p{Ll} -]{3,20}:\s+)?(\p{Lu}[\p{L}'’-]+(?:(?:,\s+(?:and\s+|&\s+)?|\s+(?:and|&)\s+)\p{Lu}[\p{L}'’-]+){1,6}(?:,?\s+et al)?|\p{Lu}[\p{L}'’-]+,?\s+et al)\.\s+([^.?!]{12,200}[?!]?)[.?!]\s.*\b(?:1[89]|20)\d{2}\b/u.exec(
      text.replace(/\s+/g, ' '),
    ) ?? []
  if (title === undefined || title.split(' ').length < 3) return []
  return [{ title: cleanTitle(title), by: by ?? null, kind: kindOfCited(text, headings), at: 0 }]
}

function kindOfCited(text: string, headings: readonly string[]): 'book' | 'paper' {
  return /\bISBN\b|\b(?:Springer(?!Link)|O[’']Reilly|Wiley|Addison[- ]Wesley|Prentice[- ]Hall|McGraw[- ]Hill|Pearson|Penguin|Manning|No Starch|Vintage|Routledge|Elsevier|\p{Lu}\p{L}+ (?:University )?Press|Press of)\.?(?:[,;].{0,40})?\s*$/u.test(
    text,
  ) || headings.map(kindOfHeading).findLast((kind) => kind !== null) === 'book'
    ? 'book'
    : 'paper'
}

const joined = String.raw`\p{Lu}[\p{L}'’-]+(?:,\s+\p{Lu}[\p{L}'’-]+)*,?\s+(?:and|&)\s+\p{Lu}[\p{L}'’-]+`
const joinedFirst = new RegExp(String.raw`^(${joined})\s+[-–—]\s+(\p{Lu}[^\n(]{5,150}?)\s*(?:\(([^()\n]{1,120})\))?$`, 'u')

/** `Kaye, Laflamme, and Mosca - An Introduction to …`: an entry of a list that is recommended, or promises works of a kind. */
export function authorsFirst({ role, links, text }: Block, kind: ListKind | null, isRecommended: boolean): readonly Found[] {
  const [, by, title, said] =
    role === 'item' && links.length === 0 && (kind !== null || isRecommended) ? (joinedFirst.exec(text) ?? []) : []
  return by === undefined || title === undefined || /^\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+$/u.test(title)
    ? []
    : [{ title: cleanTitle(title), by, kind: kind ?? 'book', at: 0, ...(said ? { said } : {}) }]
}
