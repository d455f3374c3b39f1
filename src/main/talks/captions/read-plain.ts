// A transcript as plain text: paragraphs, or lines that begin with the moment they are said ("12:34 words", "[00:12:34]", "Ada (12:34):").
import type { Cue } from './cue.ts'
import { plainWords } from './plain-words.ts'

const clock = String.raw`(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?`
const first = new RegExp(String.raw`^\s*(?:\[${clock}\]|\(${clock}\)|${clock}(?=\s|$|[-–—|]))\s*(?:[-–—|:]\s+)?`)
const afterName = new RegExp(String.raw`^(\p{Lu}[^:[(\n]{0,80}?)\s*(?:\[${clock}\]|\(${clock}\)|\s${clock}$)\s*:?\s*`, 'u')
/** Lines of this length and without an empty line anywhere are one text that was wrapped. */
const wrappedLetters = 120

type Timed = { readonly start: number; readonly rest: string; readonly speaker: string | null }

/** True when times stand at the beginning of enough lines to be the times of what is said. */
export function isTimedText(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '')
  const timed = filled.filter((line) => timeOf(line) !== null).length
  return timed >= 2 && timed * 10 >= filled.length
}

/** Lines under a time belong to it. Words before the first time have none and stand at its beginning. */
export function readTimedText(lines: readonly string[]): readonly Cue[] {
  const cues: { start: number | null; end: null; text: string; speaker: string | null; opens: boolean }[] = []
  let gap = true
  for (const line of lines) {
    const timed = timeOf(line)
    const text = plainWords(timed ? timed.rest : line)
    if (timed) cues.push({ start: timed.start, end: null, text, speaker: timed.speaker, opens: gap || timed.speaker !== null })
    else if (text !== '') {
      const last = cues.at(-1)
      // The time and its words stand on lines of their own, or the words go on.
      if (last && !gap) last.text = last.text === '' ? text : `${last.text} ${text}`
      else if (last?.text === '') last.text = text
      else cues.push({ start: last?.start ?? null, end: null, text, speaker: null, opens: true })
    }
    gap = line.trim() === ''
  }
  return cues.filter((cue) => cue.text !== '')
}

/** Paragraphs are parted by empty lines; without any, each line is one, unless they are short enough to have been wrapped. */
export function readPlainText(lines: readonly string[]): readonly Cue[] {
  const parted = lines.some((line, at) => line.trim() === '' && at > 0 && at < lines.length - 1 && (lines[at - 1] ?? '').trim() !== '')
  const wrapped = !parted && lines.length > 3 && lines.every((line) => line.length <= wrappedLetters)
  let gap = true
  const cues: Cue[] = []
  for (const line of lines) {
    const text = plainWords(line)
    if (text !== '') cues.push({ start: null, end: null, text, speaker: null, opens: gap || (!parted && !wrapped) })
    gap = text === ''
  }
  return cues
}

function timeOf(line: string): Timed | null {
  const leading = first.exec(line)
  if (leading) return { start: secondsOf(leading, 1), rest: line.slice(leading[0].length), speaker: null }
  const named = line.length > 2_000 ? null : afterName.exec(line.trim())
  if (!named) return null
  return { start: secondsOf(named, 2), rest: line.trim().slice(named[0].length), speaker: plainWords(named[1] ?? '') || null }
}

/** Of the alternatives with four groups each, the one that matched. */
function secondsOf(match: RegExpExecArray, from: number): number {
  for (let at = from; at + 3 < match.length; at += 4) {
    if (match[at + 1] === undefined) continue
    return Number(match[at] ?? 0) * 3600 + Number(match[at + 1]) * 60 + Number(match[at + 2]) + Number(`0.${match[at + 3] ?? 0}`)
  }
  return 0
}
