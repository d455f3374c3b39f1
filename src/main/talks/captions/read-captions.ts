// The way in: a text of any of the forms a transcript has becomes captions. Bytes are decoded before, pages are made after.
import { Failure } from '../../../shared/failure.ts'
import { spokenIn, withoutTags } from './caption-words.ts'
import type { Captions, Cue, RawCue } from './cue.ts'
import { nameSpeakers } from './name-speakers.ts'
import { isTimedText, readPlainText, readTimedText } from './read-plain.ts'
import { hasTimings, readTimedBlocks } from './read-timed-blocks.ts'
import { unroll } from './unroll.ts'

/**
 * Reads a transcript. `name`: the file's, which may tell the language (`talk.en.vtt`). Throws transcript.empty when there is not a word in
 * it, transcript.unreadable for what is no text (a picture, a page, data), each with the name.
 */
export function readCaptions(text: string, name: string | null): Captions {
  const whole = text.replace(/^\ufeff+/, '')
  if (whole.trim() === '') throw new Failure('transcript.empty', { name })
  if (isNoTranscript(whole)) throw new Failure('transcript.unreadable', { name })
  // Ten empty lines part no more than two.
  const lines = whole.replace(/(?:\r\n|\n){3,}/g, '\n\n').split(/\r\n|\n|\r|\u2028|\u2029/)
  const captions = readLines(lines, name)
  if (!captions.cues.some(({ text: said }) => /[\p{L}\p{N}]/u.test(said))) throw new Failure('transcript.empty', { name })
  return captions
}

function readLines(lines: readonly string[], name: string | null): Captions {
  if (/^\s*WEBVTT(?:\s|$)/.test(lines[0] ?? '') || hasTimings(lines)) return readBlocks(lines, name)
  if (isTimedText(lines)) {
    return { format: 'timed-text', cues: inOrder(nameSpeakers(readTimedText(lines))), lang: langOfName(name), generated: null }
  }
  return { format: 'text', cues: nameSpeakers(readPlainText(lines)), lang: langOfName(name), generated: null }
}

function readBlocks(lines: readonly string[], name: string | null): Captions {
  const { cues, header, vtt } = readTimedBlocks(lines)
  // Files put together by hand are out of order; the words are read as they are said.
  const sorted = cues.map((cue, at) => ({ cue, at })).toSorted((one, other) => one.cue.start - other.cue.start || one.at - other.at)
  const unrolled = unroll(
    sorted.map(({ cue }) => cue),
    withoutTags,
  )
  const said = unrolled.cues.flatMap(cuesOf)
  const told = header.map((line) => /^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\s*$/.exec(line)?.[1]).find((lang) => lang)
  return {
    format: vtt ? 'vtt' : 'srt',
    cues: nameSpeakers(withoutTwins(said)),
    lang: told ?? langOfName(name),
    generated: unrolled.wordTimes || header.some((line) => /auto[- ]?generated/i.test(line)) ? true : null,
  }
}

function cuesOf({ start, end, lines }: RawCue): readonly Cue[] {
  return spokenIn(lines).map(({ speaker, text }) => ({ start, end: Math.max(start, end), text, speaker, opens: false }))
}

/** The same words at the same moment are said once: some files carry each caption twice, placed differently. */
function withoutTwins(cues: readonly Cue[]): readonly Cue[] {
  const seen = new Set<string>()
  return cues.filter(({ start, text }) => {
    const key = `${start} ${text}`
    return !seen.has(key) && seen.add(key)
  })
}

/** By time; what has none stays behind what it stands behind. */
function inOrder(cues: readonly Cue[]): readonly Cue[] {
  let last = 0
  return cues
    .map((cue) => {
      last = cue.start ?? last
      return { cue, at: last }
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ cue }) => cue)
}

function langOfName(name: string | null): string | null {
  return /[._-]([a-z]{2,3}(?:-(?!orig)[A-Za-z]{2,4})?)(?:-orig)?\.(?:vtt|srt|txt)$/.exec(name ?? '')?.[1] ?? null
}

/** Bytes that were no text, a whole page, data: shown as words they would help nobody. */
function isNoTranscript(text: string): boolean {
  const start = text.slice(0, 4_000)
  const strange = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (strange * 20 > start.length) return true
  if (/^\s*(?:<!doctype|<html|<\?xml|<svg|%PDF-)/i.test(start)) return true
  if (!/^\s*[{[]/.test(start)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
