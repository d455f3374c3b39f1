// A page the reader already has, as the RawPage that fetching it would have given: a saved HTML file, SingleFile, MHTML, a page with the
// folder of its pictures, a PDF or a text. Cleaning it and bringing the rest of its pictures is the same road as for every page.
import { createHash } from 'node:crypto'
import { parseLink } from '../../shared/address/parse-link.ts'
import { savedFileAddress } from '../../shared/address/saved-file-address.ts'
import { Failure } from '../../shared/failure.ts'
import type { PageKind, RawPage } from '../../shared/journey.ts'
import { addressInPage, baseOfPage } from './address-in-page.ts'
import { chooseMainFile } from './choose-main-file.ts'
import { companionsOf } from './companions-of.ts'
import type { GivenFile, SavedPageTools } from './given-file.ts'
import { isMhtml, readMhtml } from './read-mhtml.ts'
import { unfoldSingleFile } from './unfold-single-file.ts'

/** Pages saved with all their pictures inside are large; beyond this no extract process could take one apart. */
const maxPageBytes = 75_000_000

/** Endings of files whose bytes are never text: what is called so and holds words is broken, or something else. */
const neverText = /\.(?:pdf|epub|mobi|docx?|odt|xlsx?|pptx?|png|jpe?g|gif|webp|avif|heic|mp3|m4a|mp4|webm|mkv|zip|gz|7z|rar)$/i

/**
 * Reads what was given; the page is the file that looks most like one, the others are what came with it.
 * Its address: `url` as the reader gave it, else what the file says of itself, else a made-up one from its bytes (saved-file-address.ts).
 * Throws file.empty, file.unreadable, file.too-large (facts: name, maxBytes), and link.invalid and its sisters for a bad `url`.
 */
export function readSavedPage(
  input: { readonly files: readonly GivenFile[]; readonly url?: string; readonly maxBytes?: number },
  tools: SavedPageTools,
): RawPage {
  const given = input.url === undefined ? null : parseLink(input.url).url
  const main = chooseMainFile(input.files, tools.sniffKind)
  const name = main.path.split('/').at(-1) ?? main.path
  const maxBytes = input.maxBytes ?? maxPageBytes
  if (main.bytes.length === 0) throw new Failure('file.empty', { name })
  if (main.bytes.length > maxBytes) throw new Failure('file.too-large', { name, maxBytes })
  if (isMhtml(main.bytes)) return fromMhtml(main, name, given, tools)

  const { kind, mime } = kindOf(main, tools)
  if (kind !== 'html' && kind !== 'pdf' && kind !== 'text') throw new Failure('file.unreadable', { name, kind })
  // A PDF broken off before its first object, and words in a file that is called a picture, show nothing to anybody.
  if (kind === 'pdf' && !Buffer.from(main.bytes.buffer, main.bytes.byteOffset, main.bytes.length).includes(' obj'))
    throw new Failure('file.unreadable', { name, kind })
  if (kind === 'text' && neverText.test(name)) throw new Failure('file.unreadable', { name, kind })
  if (kind === 'pdf') {
    return {
      ...rawPage(given ?? addressOfBytes(main.bytes), main.bytes, tools),
      kind,
      mime,
      charset: null,
      charsetGuessed: false,
      text: null,
    }
  }
  const decoded = tools.decodeText(main.bytes, null, kind)
  if (decoded.text.trim() === '') throw new Failure('file.empty', { name })
  const text = kind === 'html' ? unfoldSingleFile(decoded.text) : decoded.text
  const url = given ?? (kind === 'html' ? addressInPage(decoded.text) : null) ?? addressOfBytes(main.bytes)
  // What was unfolded is what is kept: cleaning the stored bytes again must find the same pictures.
  const unfolded = text !== decoded.text
  const body = unfolded ? new TextEncoder().encode(text) : main.bytes
  const charset = unfolded ? 'utf-8' : decoded.charset
  const companions = kind === 'html' ? companionsOf(input.files, main, [url, baseOfPage(text, url)]) : new Map()
  return { ...rawPage(url, body, tools), kind, mime, charset, charsetGuessed: decoded.guessed && !unfolded, text, companions }
}

function fromMhtml(main: GivenFile, name: string, given: string | null, tools: SavedPageTools): RawPage {
  const mhtml = readMhtml(main.bytes)
  if (mhtml === null) throw new Failure('file.unreadable', { name })
  if (mhtml.page.bytes.length === 0) throw new Failure('file.empty', { name })
  const decoded = tools.decodeText(mhtml.page.bytes, mhtml.page.contentType, 'html')
  if (decoded.text.trim() === '') throw new Failure('file.empty', { name })
  const url = given ?? mhtml.page.url ?? addressInPage(decoded.text) ?? addressOfBytes(mhtml.page.bytes)
  const { text, companions } = mhtml.join(decoded.text, url)
  const unchanged = text === decoded.text
  return {
    ...rawPage(url, unchanged ? mhtml.page.bytes : new TextEncoder().encode(text), tools),
    kind: 'html',
    mime: 'text/html',
    charset: unchanged ? decoded.charset : 'utf-8',
    charsetGuessed: decoded.guessed && unchanged,
    text,
    companions,
  }
}

function kindOf(main: GivenFile, tools: SavedPageTools): { readonly kind: PageKind; readonly mime: string } {
  const sniffed = tools.sniffKind(main.bytes, null, new URL(encodeURIComponent(main.path), savedFileAddress('')).href)
  // A fragment without a single known tag is still a page to whoever named it so.
  if (sniffed.kind === 'text' && /\.x?html?$/i.test(main.path)) return { kind: 'html', mime: 'text/html' }
  return sniffed
}

function rawPage(url: string, body: Uint8Array, tools: SavedPageTools) {
  return {
    requestedUrl: url,
    url,
    status: 200,
    body,
    etag: null,
    lastModified: null,
    fetchedAt: tools.clock.now(),
    source: 'file',
    companions: new Map(),
  } as const
}

function addressOfBytes(bytes: Uint8Array): string {
  return savedFileAddress(createHash('sha256').update(bytes).digest('hex'))
}
