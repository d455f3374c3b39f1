// The title that a sentence names in front of an address: in quotation marks, right behind its noun, or by its capitals alone.
import { cleanTitle } from './clean-title.ts'
import { kindOfWords } from './link-words.ts'
import { endOfName } from './names-in-words.ts'
import { couldBeTitle, quotesNotion } from './quoted-words.ts'
import { titleRun } from './title-run.ts'

export type NearTitle = { readonly title: string | null; readonly by: string | null }
const none: NearTitle = { title: null, by: null }

const work = '(?:talk|paper|book|article|essay|post|video|lecture|keynote|tutorial|podcast|course)'
/** Behind a title, on to another work: `… and of Jo's essay on knots`. */
const leadsOn = new RegExp(String.raw`^,?\s+(?:and|or|but also|as well as)\s+(?:\S+\s+){0,5}${work}\b`, 'iu')

/** What is quoted right before the mark of a footnote is the footnote's. */
const citedQuote = /["“][^"”\n]{4,200}["”]\s*\[\^?\d{1,3}\]/g

/** "X by Somebody, and this talk: https://…": what is named first is not linked here. */
function pointedAt(sentence: string): string {
  const last = new RegExp(
    String.raw`^.*,?\s+(?:and|plus|or)\s+(?=(?:also\s+)?(?:this|that|another|an?)\s+(?:\p{Ll}+\s+){0,2}${work}\W*$)`,
    'su',
  )
  return sentence.replace(last, '')
}

/** Whose a work is, with first and last name. */
const authored = /\s+by\s+\p{Lu}[\p{L}.'’-]+\s+\p{Lu}[\p{L}'’-]+/gu

/** The title a sentence names: in quotation marks, behind its noun, or by its capitals. `whole` ends where the link stands. */
export function titleInSentence(whole: string): NearTitle {
  // "start with X, and after that Y https://…": what is taken up first is not linked here.
  const sentence =
    pointedAt(whole)
      .replace(citedQuote, ' ; ')
      .split(/[,;]\s+(?:and\s+|but\s+)?(?:then|next|finally|followed by|after (?:that|this|which))\s+/i)
      .at(-1) ?? whole
  const quoted = [...sentence.matchAll(/"([^"\n]{4,200})"|“([^”\n]{4,200})”|«([^»\n]{4,200})»|「([^」\n]{2,100})」|《([^》\n]{2,100})》/g)]
    .map((match) => ({
      words: match.slice(1).find((one) => one !== undefined) ?? '',
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ start }) => !quotesNotion(sentence.slice(0, start)))
    .filter(({ words }) => couldBeTitle(words) && kindOfWords(words) === 'title')
    .at(-1)
  const behind = quoted ? sentence.slice(quoted.end) : ''
  if (quoted && !leadsOn.test(behind)) return { title: cleanTitle(quoted.words), by: null }
  const open = quoted ? behind : sentence
  const called = calledIn(open)
  if (called !== null) return { title: cleanTitle(called), by: null }
  // "X by Ada Example and Y by Ben Example (https://…": the last of them is linked.
  const [before, last] = [...open.matchAll(authored)].slice(-2)
  const named =
    before && last
      ? /(?:^|\band\s+|[,;]\s*)(\p{Lu}.{1,100})$/su.exec(open.slice(before.index + before[0].length, last.index))?.[1]
      : undefined
  if (named !== undefined && last) return { title: cleanTitle(named), by: endOfName(last[0].replace(/^\s+by\s+/, '')) }
  const run = titleRun(open)
  return run === null || kindOfWords(run.title) !== 'title' ? none : { title: cleanTitle(run.title), by: run.by }
}

const capital = String.raw`\p{Lu}[\p{L}\p{N}'’+#-]*`
const called = new RegExp(
  String.raw`\b${work}(?:,|\s+called|\s+titled|\s+named)?\s+(${capital}(?:\s+(?:${capital}|of|the|for|and|in|a|an|to|on|with|from|is|not|at)){0,9}\s+${capital})(?=\s*(?:[.:!?](?:\s|$)|$))`,
  'gu',
)

/** `his talk Radical Simplicity:`, `an earlier talk, Simplicity Ain't Easy.`: what stands right behind its noun, in capitals. */
export function calledIn(words: string): string | null {
  return [...words.slice(-400).matchAll(called)].at(-1)?.[1] ?? null
}

/** The sentence a text ends in. */
export function lastSentence(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]$/, '')
  const breaks = [
    ...plain.matchAll(/(?<!\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Prof|etc|al|cf|St|No|\p{Lu}))[.!?]["”')\]]*\s+(?=["“'(]?[\p{Lu}\p{N}])/gu),
  ]
  const last = breaks.at(-1)
  return last ? plain.slice(last.index + last[0].length) : plain
}
