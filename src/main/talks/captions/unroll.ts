// Captions made while a machine listens roll: every line is shown two or three times, first at the bottom, then above the next one.
import type { RawCue } from './cue.ts'

/** A time within the words: only a machine writes one for each. */
const wordTime = /<(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}>/

export type Unrolled = { readonly cues: readonly RawCue[]; readonly rolling: boolean; readonly wordTimes: boolean }

/**
 * Each line once, at the time it first appeared. Captions that do not roll stay as they are, with every word said twice. `plain` takes
 * the markup out of a line.
 */
export function unroll(cues: readonly RawCue[], plain: (line: string) => string): Unrolled {
  const read = cues.map(({ start, end, lines }) => ({ start, end, lines, words: lines.map((line) => plain(line).trim()) }))
  const shown = read.map((cue) => cue.words.filter((words) => words !== ''))
  const wordTimes = cues.some(({ lines }) => lines.some((line) => wordTime.test(line)))
  const repeated = shown.filter((words, at) => at > 0 && words.length > 0 && words[0] === shown[at - 1]?.at(-1)).length
  const rolling = repeated > 0 && (wordTimes ? repeated * 5 >= cues.length : repeated >= 3 && repeated * 5 >= cues.length * 2)
  if (!rolling) return { cues, rolling, wordTimes }
  let before: readonly string[] = []
  const unrolled = read.map((cue, at): RawCue => {
    const words = shown[at] ?? []
    const again = overlap(before, words)
    // Lines wiped for a moment come again with the next cue: an empty one forgets nothing.
    if (words.length > 0) before = words
    let skip = again
    const lines = cue.lines.filter((_, index) => cue.words[index] !== '' && skip-- <= 0)
    return { start: cue.start, end: cue.end, lines }
  })
  return { cues: unrolled, rolling, wordTimes }
}

/** How many of the last lines of one are the first lines of the next. Captions have a few lines; more are not looked at. */
function overlap(before: readonly string[], words: readonly string[]): number {
  for (let count = Math.min(before.length, words.length, 4); count > 0; count -= 1) {
    if (words.slice(0, count).every((line, at) => line === before[before.length - count + at])) return count
  }
  return 0
}
