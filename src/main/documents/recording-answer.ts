// A recording as a browser asks for it: whole, or a range of it (RFC 9110, section 14). What is answered is a place in a file; the door sends it.
import { lstat } from 'node:fs/promises'
import type { Recording } from '../../shared/recording.ts'
import { everyAnswer, recordingPolicy } from './security-headers.ts'

/** Bytes of a file that the door sends as it is read; `end` is the last one, both counted from 0. */
export type FilePart = { readonly path: string; readonly start: number; readonly end: number }

export type RecordingAnswer = {
  readonly status: 200 | 206 | 416
  readonly headers: Record<string, string>
  /** Null: there is nothing to send. */
  readonly part: FilePart | null
}

/**
 * Null when the file is not there, or not as long as it should be. `range` is the Range header: one range is answered with 206, one that
 * cannot be had with 416; several, other units and what is malformed count as no range, as the standard allows.
 */
export async function answerRecording(recording: Recording, path: string, range: string | null): Promise<RecordingAnswer | null> {
  const file = await lstat(path).catch(() => null)
  if (!file?.isFile() || file.size !== recording.bytes || file.size === 0) return null
  const { size } = file
  const headers = {
    ...everyAnswer,
    'content-type': recording.mime,
    'accept-ranges': 'bytes',
    // Gigabytes that lie on this disk already; a browser's cache must not hold them once more.
    'cache-control': 'no-store',
    'content-security-policy': recordingPolicy,
  }
  const wanted = readRange(range, size)
  if (wanted === 'none')
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' }, part: null }
  const { start, end } = wanted ?? { start: 0, end: size - 1 }
  const length = { 'content-length': String(end - start + 1) }
  return wanted === null
    ? { status: 200, headers: { ...headers, ...length }, part: { path, start, end } }
    : { status: 206, headers: { ...headers, ...length, 'content-range': `bytes ${start}-${end}/${size}` }, part: { path, start, end } }
}

/** null: the whole file; none: nothing of it is in the range. */
function readRange(range: string | null, size: number): { readonly start: number; readonly end: number } | 'none' | null {
  const [, from, to] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(range?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') {
    const last = Number(to)
    return last === 0 ? 'none' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'none' : { start, end }
}
