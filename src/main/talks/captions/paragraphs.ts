// Captions to paragraphs: what is said is read in the steps of a speaker's thought, not in those of a screen.
import type { Cue } from './cue.ts'

export type Paragraph = {
  /** Null: its words have no time. */
  readonly start: number | null
  /** Set where somebody begins to speak; empty for a voice without a name. */
  readonly speaker: string | null
  readonly cues: readonly Cue[]
}

/** A silence of this many seconds ends a paragraph whatever was said; a shorter one only behind a sentence. */
const longPause = 4
const shortPause = 1.8
/** Letters: from the first on a sentence's end ends it, from the second on any breath, from the third on the caption. */
const enough = 420
const long = 800
const longest = 1_300
const sentenceEnd = /[.?!…。？！‽؟]["'’”»)\]]*$/

/** Joins cues in their order. `breaks`: moments (seconds, rising) a paragraph must not run over: where chapters begin. */
export function paragraphsOf(cues: readonly Cue[], breaks: readonly number[] = []): readonly Paragraph[] {
  const paragraphs: { start: number | null; speaker: string | null; cues: Cue[] }[] = []
  let speaker: string | null = null
  let letters = 0
  let nextBreak = 0
  for (const cue of cues) {
    const before = paragraphs.at(-1)
    let chapter = false
    for (; cue.start !== null && nextBreak < breaks.length && (breaks[nextBreak] ?? 0) <= cue.start + slack; nextBreak += 1) chapter = true
    const turns = cue.speaker !== null && cue.speaker !== speaker
    // Two nameless voices may follow each other: each dash is somebody else.
    const anew = turns || cue.speaker === ''
    if (!before || chapter || anew || endsBefore(cue, before.cues.at(-1), letters)) {
      paragraphs.push({ start: cue.start, speaker: turns ? cue.speaker : null, cues: [cue] })
      letters = cue.text.length
    } else {
      before.cues.push(cue)
      letters += cue.text.length + 1
    }
    speaker = cue.speaker ?? speaker
  }
  return paragraphs
}

/** A chapter's time is rounded to whole seconds by whoever wrote it down. */
export const slack = 1

function endsBefore(cue: Cue, last: Cue | undefined, letters: number): boolean {
  if (!last || cue.opens) return true
  const sentence = sentenceEnd.test(last.text)
  // Without an end, how long the words last is not known, nor the silence behind them.
  const pause = cue.start !== null && last.end !== null ? cue.start - last.end : 0
  if (pause >= longPause || (sentence && pause >= shortPause)) return true
  if (letters >= longest) return true
  if (letters >= long) return sentence || pause > 0.3
  return letters >= enough && sentence
}
