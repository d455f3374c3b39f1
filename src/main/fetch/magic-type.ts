// Media types that can be told by the first bytes of a file. Text and markup are markup-type.ts.

type Rule = { readonly at?: number; readonly bytes: string; readonly mime: string }

/** `bytes` as Latin-1; the first rule that fits wins (https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern and the formats' own papers). */
const rules: readonly Rule[] = [
  { bytes: '%PDF-', mime: 'application/pdf' },
  { bytes: '\x89PNG\r\n\x1a\n', mime: 'image/png' },
  { bytes: '\xff\xd8\xff', mime: 'image/jpeg' },
  { bytes: 'GIF87a', mime: 'image/gif' },
  { bytes: 'GIF89a', mime: 'image/gif' },
  { bytes: 'II*\0', mime: 'image/tiff' },
  { bytes: 'MM\0*', mime: 'image/tiff' },
  { bytes: '\0\0\x01\0', mime: 'image/x-icon' },
  { bytes: '\0\0\0\x0cJXL \r\n\x87\n', mime: 'image/jxl' },
  { bytes: '\xff\x0a', mime: 'image/jxl' },
  { bytes: 'OggS', mime: 'application/ogg' },
  { bytes: 'ID3', mime: 'audio/mpeg' },
  { bytes: 'fLaC', mime: 'audio/flac' },
  { bytes: '\x1f\x8b', mime: 'application/gzip' },
  { bytes: 'BZh', mime: 'application/x-bzip2' },
  { bytes: '\xfd7zXZ\0', mime: 'application/x-xz' },
  { bytes: '\x28\xb5\x2f\xfd', mime: 'application/zstd' },
  { bytes: "7z\xbc\xaf'\x1c", mime: 'application/x-7z-compressed' },
  { bytes: 'Rar!\x1a\x07', mime: 'application/vnd.rar' },
  { bytes: 'wOFF', mime: 'font/woff' },
  { bytes: 'wOF2', mime: 'font/woff2' },
  { bytes: 'OTTO', mime: 'font/otf' },
  { bytes: '\0asm', mime: 'application/wasm' },
  { bytes: '\x7fELF', mime: 'application/x-executable' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', mime: 'application/x-cfb' },
  { bytes: '{\\rtf', mime: 'application/rtf' },
  { bytes: '%!PS-Adobe-', mime: 'application/postscript' },
]

/** The media type the first bytes give away, or null. `said` (the header's type) settles what one signature leaves open. */
export function magicType(bytes: Uint8Array, said: string): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024 + 5, bytes.byteLength)).toString('latin1')
  const rule = rules.find(({ bytes: wanted }) => head.startsWith(wanted))
  if (rule !== undefined) return refine(rule.mime, said, head)
  if (head.startsWith('RIFF')) return riff[head.slice(8, 12)] ?? null
  if (head.slice(4, 8) === 'ftyp') return boxType(head)
  if (head.startsWith('\x1aE\xdf\xa3')) return head.includes('webm') ? (said === 'audio/webm' ? said : 'video/webm') : 'video/x-matroska'
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head))
    return head.startsWith('mimetypeapplication/epub+zip', 30) ? 'application/epub+zip' : 'application/zip'
  if (head.startsWith('BM') && head.length > 30 && head.slice(6, 10) === '\0\0\0\0') return 'image/bmp'
  if (isMp3Frame(bytes) && (said === '' || said.startsWith('audio/') || said === 'application/octet-stream')) return 'audio/mpeg'
  // Readers of PDF look for its mark in the first kilobyte: servers put blank lines, BOMs and rubbish before it.
  const pdf = head.indexOf('%PDF-')
  if (pdf > 0 && (said === 'application/pdf' || /^(\xef\xbb\xbf)?\s*$/.test(head.slice(0, pdf)))) return 'application/pdf'
  return null
}

const riff: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }

function refine(mime: string, said: string, head: string): string {
  if (mime !== 'application/ogg') return mime
  if (said === 'video/ogg' || head.includes('\x80theora')) return 'video/ogg'
  return 'audio/ogg'
}

/** ISO base media (ISO/IEC 14496-12): the brand in the first box says whether it is a picture, a film or sound. */
function boxType(head: string): string {
  const size = Math.min(head.length, Math.max(16, head.charCodeAt(2) * 256 + head.charCodeAt(3)))
  const brands = head.slice(8, size)
  const major = brands.slice(0, 4)
  if (/avif|avis/.test(brands)) return 'image/avif'
  if (/^(heic|heix|heim|heis|hevc|mif1|msf1)/.test(major)) return 'image/heic'
  if (/^(M4A|M4B|M4P)/.test(major)) return 'audio/mp4'
  return major === 'qt  ' ? 'video/quicktime' : 'video/mp4'
}

/** A frame header of MPEG audio, layer III, with a bit rate and a sampling rate that exist. */
function isMp3Frame(bytes: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0] = bytes
  return a === 0xff && (b & 0xe6) === 0xe2 && c >> 4 !== 15 && c >> 4 !== 0 && ((c >> 2) & 3) !== 3
}
