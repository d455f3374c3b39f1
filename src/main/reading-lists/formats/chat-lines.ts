// Who spoke when, as chats write it in front of words or on a line of its own: it is no title, and where it stands something new begins.
import type { Line } from './unfold-lines.ts'

const clock = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`
const day = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[Tt]oday(?: at)?|[Yy]esterday(?: at)?)`

/** `[10:32] Ann:`, `10:32 AM - Ann:`, `10:32 <ann>`, `11:01:22 ann | `, `12/03/21, 10:56 - Ann Reader: `. */
const speaker = new RegExp(
  [
    String.raw`^\s*(?:\[[^\]\n]{0,30}\d{1,2}:\d{2}[^\]\n]{0,20}\]|(?:${day},?\s+)?${clock})\s*[-–]?\s*(?:<?[@\p{L}\d_][\p{L}\p{M}\d_ .'’-]{0,30}>?:\s+|<[\w-]{1,30}>\s*)`,
    String.raw`^\s*\d{1,2}:\d{2}:\d{2}\s+[\w-]{1,30}\s+[|│]\s+`,
  ].join('|'),
  'u',
)
/** `Ann, [12.03.21 10:56]`, `ann — Today at 10:56 PM`, `Ann Reader  APP  10:56 PM`, `Ann  [10:56 PM]`: nothing else on the line. */
const dated = new RegExp(
  String.raw`^\s*[@\p{L}\d_][^\n:[\]]{0,40}?(?:,\s+\[${day},?\s+${clock}\]|\s+[—–-]\s+(?:${day},?\s+(?:at\s+)?)?${clock}|\s+${day},?\s+${clock})\s*$`,
  'u',
)
const timed =
  /^\s*([@\p{L}\d_][\p{L}\p{M}\d_.'’-]{0,20}(?:\s+[\p{Lu}][\p{L}\p{M}.'’-]{0,20}){0,2})(?:\s+APP)?\s+\[?\d{1,2}:\d{2}\s?[AaPp][Mm]\]?\s*$/u
/** What a programme writes before an hour, where a chat writes a name. */
const programme =
  /\b(?:keynote|talks?|lunch|breakfast|dinner|coffee|break|session|panel|registration|workshop|doors?|opening|closing|day)\b/i

/** `Ann: …` at the head of a line, and what is written so in forms and lists. */
const named = /^\s*([@\p{L}_][\p{L}\p{M}\d_.-]{0,20}):\s+(?=\S)/u
const labels =
  /^(?:titles?|names?|authors?|by|links?|urls?|books?|talks?|videos?|slides|papers?|articles?|notes?|dates?|speakers?|part|chapter|lecture|week|day|source|https?|re|from|to|subject|cc|edit|update|ps|pdf|code)$/i

/** True where nearly every line begins with a name, and people speak more than once. */
function isTalkOfNames(lines: readonly Line[]): boolean {
  const spoken = lines.filter(({ text }) => text.trim() !== '').map(({ text }) => named.exec(text)?.[1])
  const names = spoken.filter((name) => name !== undefined && !labels.test(name))
  const different = new Set(names).size
  return names.length >= 4 && names.length * 5 >= spoken.length * 4 && different >= 2 && different < names.length
}

/** The lines without who spoke when; where a line said nothing else it is left empty, so that what follows begins anew. */
export function withoutSpeakers(lines: readonly Line[]): readonly Line[] {
  const hours = lines.flatMap(({ text }) => timed.exec(text)?.[1] ?? [])
  // One such line may be anything; from two on, without a word of a programme, they are people.
  const isChat = hours.length > 1 && !hours.some((name) => programme.test(name))
  const isNamed = isTalkOfNames(lines)
  return lines.map((line) => {
    if (isNamed) return { ...line, text: line.text.replace(named, '') }
    if (dated.test(line.text) || (isChat && timed.test(line.text))) return { ...line, text: '' }
    return { ...line, text: line.text.replace(speaker, '') }
  })
}
