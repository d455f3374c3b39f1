// The words of a caption's lines: markup taken out, who says them told apart.
import { plainWords } from './plain-words.ts'

/** The tags WebVTT and SubRip know, and times within the words. Anything else between angle brackets is said: `List<String>`. */
const tag =
  /<\/?(?:c|i|b|u|s|v|em|strong|span|lang|ruby|rt|font)(?:[.\s][^<>]{0,300})?>|<(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}>|\{\\[a-z][^{}]{0,100}\}/gi
const voice = /<v(?:\.[^\s<>]{0,100})?\s([^<>]{1,300})>/gi

export type Spoken = { readonly speaker: string | null; readonly text: string }

/** A line without its markup. */
export function withoutTags(line: string): string {
  return plainWords(line.replace(tag, ''))
}

/** What each voice of a cue says, in turn. A dash before each of several lines is one voice a line, nameless. */
export function spokenIn(lines: readonly string[]): readonly Spoken[] {
  const kept = lines.filter((line) => withoutTags(line) !== '')
  const dashed = kept.length > 1 && kept.every((line) => /^[-–—]\s?\S/.test(withoutTags(line)))
  if (dashed) return kept.map((line) => ({ speaker: '', text: withoutTags(line).replace(/^[-–—]\s?/, '') }))
  const parts = kept.join(' ').split(voice)
  // What stands before the first voice, then name and words by turns.
  const spoken: Spoken[] = [{ speaker: null, text: withoutTags(parts[0] ?? '') }]
  for (let at = 1; at < parts.length; at += 2) {
    const name = plainWords(parts[at] ?? '')
    spoken.push({ speaker: name === '' ? null : name, text: withoutTags(parts[at + 1] ?? '') })
  }
  return spoken.filter(({ text }) => text !== '')
}
