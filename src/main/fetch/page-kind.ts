// What a body is, by its bytes before its header. A media type is believed only where the bytes say nothing.
import type { PageKind } from '../../shared/journey.ts'
import { magicType } from './magic-type.ts'
import { markupType } from './markup-type.ts'

export type SniffedKind = { readonly kind: PageKind; readonly mime: string }

/**
 * The kind and media type (lower case, without parameters) of some bytes.
 * `header` is the Content-Type as sent, or null; the address is only asked for its ending.
 * Rules after https://mimesniff.spec.whatwg.org, and a little more trusting where browsers would only offer a download.
 */
export function sniffKind(bytes: Uint8Array, header: string | null, url: string): SniffedKind {
  const said = mimeOf(header)
  const magic = magicType(bytes, said)
  if (magic !== null) return { kind: kindOfMime(magic), mime: magic }
  const markup = markupType(bytes)
  // A page with a stray control byte is a page: what is said to be HTML and begins like it is no file of another kind.
  if (!saysWide(header) && looksBinary(bytes) && !(markup !== null && said === 'text/html')) return binary(said)

  if (markup === 'image/svg+xml' || isFeed(markup)) return { kind: kindOfMime(markup ?? ''), mime: markup ?? '' }
  if (said === 'application/xhtml+xml' || (markup === 'application/xhtml+xml' && isXml(said))) {
    return { kind: 'html', mime: 'application/xhtml+xml' }
  }
  if (said === 'text/html') return { kind: 'html', mime: 'text/html' }
  if (isFeed(said)) return { kind: 'feed', mime: said }
  if (markup !== null && mayBeHtml(said, markup, bytes, url)) return { kind: 'html', mime: 'text/html' }
  if (isXml(said)) return { kind: kindOfMime(said), mime: said }
  // Text with the header of a picture, a film or a PDF is somebody's error page without a tag.
  const mime = isTextMime(said) ? said : (typeOfEnding(url) ?? 'text/plain')
  return { kind: 'text', mime }
}

/** True for media types whose bytes are text to read or to show as it is (without parameters, any case). */
export function isTextMime(mime: string): boolean {
  const type = mimeOf(mime)
  if (type.startsWith('text/')) return true
  return /^application\/((.+\+)?(json|xml|yaml)|json5|ndjson|x-ndjson|jsonl|javascript|ecmascript|x-javascript|typescript|toml|x-yaml|sql|x-sh|x-tex|x-latex|x-subrip|rtf)$/.test(
    type,
  )
}

function mimeOf(header: string | null): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? ''
}

function kindOfMime(mime: string): PageKind {
  if (mime === 'application/pdf') return 'pdf'
  if (mime.startsWith('image/')) return 'image'
  if (mime.startsWith('video/')) return 'video'
  if (mime.startsWith('audio/')) return 'audio'
  if (isFeed(mime)) return 'feed'
  return 'other'
}

/** Bytes that no rule knows: films and music come in too many forms to know them all, the rest is only a file. */
function binary(said: string): SniffedKind {
  const believed = /^(video|audio)\//.test(said) || (said !== '' && !isTextMime(said) && !/^(image\/|application\/pdf)/.test(said))
  const mime = believed ? said : 'application/octet-stream'
  return { kind: kindOfMime(mime), mime }
}

function isFeed(mime: string | null): boolean {
  return mime !== null && /^application\/(rss|atom|rdf|feed)\+(xml|json)$/.test(mime)
}

function isXml(mime: string): boolean {
  return mime === 'text/xml' || mime === 'application/xml' || mime.endsWith('+xml')
}

/** Types that mean "I do not know" (standard, 7.1) or the download buttons of old programs. */
const unknown =
  /^($|application\/(octet-stream|unknown|x-unknown.*|force-download|x-download|download|x-httpd-php)|binary\/octet-stream|unknown\/unknown|\*\/\*|content\/unknown)/

function mayBeHtml(said: string, markup: string, bytes: Uint8Array, url: string): boolean {
  if (unknown.test(said) || isXml(said)) return true
  if (said === 'text/plain') {
    // A page whose server lost its type is a whole document; a text that shows HTML, or begins with a tag, is a text.
    return markup !== 'fragment' && typeOfEnding(url) === null && /<(body|head|title)\b/i.test(start(bytes, 20_000))
  }
  // Text of another kind (Markdown, JSON, CSS) stays itself; a picture's or a PDF's type over HTML is an error page.
  return !isTextMime(said)
}

const endings: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  rst: 'text/x-rst',
  org: 'text/org',
  adoc: 'text/asciidoc',
  csv: 'text/csv',
  json: 'application/json',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  tex: 'application/x-tex',
}

function typeOfEnding(url: string): string | null {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  return endings[/\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** The standard's "binary data bytes" (3): controls that no text has. UTF-16 has zeros, but in every other place. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1445)
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false
  const isControl = (byte: number) => byte <= 8 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)
  const controls = sample.filter(isControl)
  if (controls.length === 0) return false
  const zeros = controls.filter((byte) => byte === 0).length
  const wide = zeros === controls.length && zeros > sample.length * 0.3 && zeros <= sample.length * 0.5 + 1
  return !wide
}

/** Two-byte text of a script beyond Latin is full of what looks like controls: there, the header's charset is believed. */
function saysWide(header: string | null): boolean {
  return /;\s*charset\s*=\s*["']?(utf-?16|ucs-?2)/i.test(header ?? '')
}

function start(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1')
}
