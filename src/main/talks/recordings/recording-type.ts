// What a recording is, told by its first bytes; names and servers are not believed.
import type { RecordingMime } from '../../../shared/recording.ts'

const letters = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * The type of a file that begins with `head` (some kilobytes); null for what no browser plays, and for all else. ISO base media (14496-12),
 * EBML (RFC 8794), Ogg (RFC 3533), MPEG audio with or without ID3.
 */
export function recordingType(head: Uint8Array): RecordingMime | null {
  if (head.length < 16) return null
  if (letters(head, 4, 8) === 'ftyp') {
    const brand = letters(head, 8, 12)
    // QuickTime's own films and pictures (HEIF) begin the same way.
    if (/^(?:qt|hei|hev|mif|msf|avif|avis|crx)/.test(brand)) return null
    return /^(?:M4A|M4B|M4P|F4A)/.test(brand) ? 'audio/mp4' : 'video/mp4'
  }
  if (letters(head, 0, 4) === '\x1aE\xdf\xa3') {
    const start = letters(head, 0, Math.min(head.length, 4_096))
    if (!start.slice(0, 128).includes('webm')) return null
    return /V_VP[89]|V_AV1/.test(start) || !/A_(?:OPUS|VORBIS)/.test(start) ? 'video/webm' : 'audio/webm'
  }
  if (letters(head, 0, 4) === 'OggS')
    return letters(head, 0, Math.min(head.length, 1_024)).includes('\x80theora') ? 'video/ogg' : 'audio/ogg'
  if (letters(head, 0, 3) === 'ID3') return 'audio/mpeg'
  const [first = 0, second = 0, third = 0] = head
  // A frame of layer III: sync, a version, a bit rate and a sample rate that exist.
  const isFrame =
    first === 0xff &&
    (second & 0xe6) === 0xe2 &&
    (second & 0x18) !== 0x08 &&
    third >> 4 !== 0xf &&
    third >> 4 !== 0 &&
    (third & 0x0c) !== 0x0c
  return isFrame ? 'audio/mpeg' : null
}

const endings: Readonly<Record<RecordingMime, string>> = {
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'video/ogg': 'ogv',
}

/** The name of a fetched file: the last part of its address, else one by its type. */
export function recordingName(url: string, mime: RecordingMime): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : ''
  try {
    return decodeURIComponent(last).slice(0, 200) || `recording.${endings[mime]}`
  } catch {
    return last.slice(0, 200)
  }
}
