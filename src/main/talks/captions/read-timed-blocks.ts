// WebVTT and SubRip, which differ in little but their commas: blocks of lines under a line of two times. Read leniently, in one pass.
// (media-captions reads the same and takes 40 seconds for 5 MB.)
import type { RawCue } from './cue.ts'

const timing =
  /^\s*(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-{1,2}>\s*(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?(?:\s|$)/
const silentBlock = /^(?:NOTE|STYLE|REGION)(?:\s|$)/
const counter = /^\s*\d{1,7}\s*$/

export type TimedBlocks = { readonly cues: readonly RawCue[]; readonly header: readonly string[]; readonly vtt: boolean }

/** True when a line of two times stands in the text. */
export function hasTimings(lines: readonly string[]): boolean {
  return lines.some((line) => timing.test(line))
}

/** The cues as they stand, in the file's order. A cue whose text came away from its times by a blank line has it all the same. */
export function readTimedBlocks(lines: readonly string[]): TimedBlocks {
  const vtt = /^\s*WEBVTT(?:\s|$)/.test(lines[0] ?? '')
  // In WebVTT a line of one space is text (players of rolling captions write it); elsewhere it is an empty one.
  const ends = (line: string): boolean => (vtt ? line : line.trim()) === ''
  const header: string[] = []
  const cues: { start: number; end: number; lines: string[] }[] = []
  let at = 0
  if (vtt) for (; at < lines.length && !ends(lines[at] ?? '') && !timing.test(lines[at] ?? ''); at += 1) header.push(lines[at] ?? '')
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const times = timing.exec(line)
    if (times) {
      const cue = { start: secondsOf(times, 1), end: secondsOf(times, 5), lines: [] as string[] }
      cues.push(cue)
      at = takeText(lines, at + 1, ends, cue.lines)
    } else if (line.trim() === '' || leadsToTimes(lines, at)) at += 1
    else if (vtt && silentBlock.test(line)) while (at < lines.length && (lines[at] ?? '').trim() !== '') at += 1
    else {
      const last = cues.at(-1)
      const orphans: string[] = []
      at = takeText(lines, at, ends, orphans)
      if (last && (!vtt || last.lines.every((text) => text.trim() === ''))) for (const orphan of orphans) last.lines.push(orphan)
    }
  }
  return { cues, header, vtt }
}

/** Lines up to an empty one, or to the next cue where somebody left the empty one out. */
function takeText(lines: readonly string[], from: number, ends: (line: string) => boolean, into: string[]): number {
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (ends(line) || timing.test(line) || (counter.test(line) && timing.test(lines[at + 1] ?? ''))) break
    into.push(line)
  }
  return at
}

/** A cue's number or name, on the line over its times. */
function leadsToTimes(lines: readonly string[], at: number): boolean {
  return timing.test(lines[at + 1] ?? '')
}

function secondsOf(match: RegExpExecArray, from: number): number {
  const [hours, minutes, seconds, fraction] = [0, 1, 2, 3].map((at) => match[from + at] ?? '')
  return ((Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000 + Number((fraction ?? '').padEnd(3, '0'))) / 1000
}
