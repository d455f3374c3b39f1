// What the plain text of a description is made of: its words, its addresses, and the times that begin or end its lines (`12:30 Questions`).

export type DescribedPart =
  | { readonly kind: 'words' | 'link'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string; readonly seconds: number }

const address = /(https?:\/\/[^\s<>"]+)/
const clock = String.raw`(?:\d{1,2}:)?\d{1,2}:[0-5]\d`
const opening = new RegExp(String.raw`^(\s*(?:[-–—•*▶►]\s*|\d{1,2}[.)]\s+)?[[(]?)(${clock})(?![\d:])`, 'u')
const closing = new RegExp(String.raw`^(.*(?:[-–—|]\s*|[[(]))(${clock})([\])]?\s*)$`, 'u')

/**
 * The parts of a paragraph, in order; together they are its text. A time is one of the recording only where a line begins or ends with it, and
 * when it lies within `duration` (seconds, null when unknown): elsewhere it may be an hour of the day.
 */
export function describedParts(paragraph: string, duration: number | null): readonly DescribedPart[] {
  const parts = paragraph.split(/(?<=\n)/).flatMap((line) => partsOfLine(line, duration))
  const joined: DescribedPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.text === '') continue
    if (part.kind === 'words' && last?.kind === 'words') joined[joined.length - 1] = { kind: 'words', text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}

function partsOfLine(line: string, duration: number | null): readonly DescribedPart[] {
  const [, before = '', time = ''] = opening.exec(line) ?? closing.exec(line) ?? []
  const seconds = secondsOf(time)
  if (time === '' || (duration !== null && seconds > duration)) return linked(line)
  return [...linked(before), { kind: 'time', text: time, seconds }, ...linked(line.slice(before.length + time.length))]
}

function linked(words: string): readonly DescribedPart[] {
  return words.split(address).map((text, at) => ({ kind: at % 2 === 1 ? 'link' : 'words', text }))
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
