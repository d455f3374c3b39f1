// Bytes to text: BOM, what the header and the page say, and what the bytes are when neither can be right.
// Used for fetched pages and for files the reader gives. Which bytes are text at all is page-kind.ts.
import { isAscii } from 'node:buffer'
import { getBOMEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import type { PageKind } from '../../shared/journey.ts'
import { charsetInside, charsetOfHeader } from './declared-charset.ts'
import { countUtf8, guessCharset, wideCharset } from './guess-charset.ts'

export type DecodedText = {
  readonly text: string
  /** A WHATWG name in lower case: `utf-8`, `windows-1252`, `shift_jis` … */
  readonly charset: string
  /** True when nothing named the charset, or what named it was plainly wrong, and the bytes decided. */
  readonly guessed: boolean
}

type Choice = Omit<DecodedText, 'text'>

/**
 * Decodes a text of any charset of the encoding standard; never fails: what cannot be decoded becomes U+FFFD.
 * `header` is the Content-Type, or null; `kind` tells where the text may name its own charset (meta, `<?xml`).
 */
export function decodeText(bytes: Uint8Array, header: string | null, kind: PageKind): DecodedText {
  const choice = choose(bytes, header, kind)
  return { ...choice, text: new TextDecoder(choice.charset).decode(bytes) }
}

function choose(bytes: Uint8Array, header: string | null, kind: PageKind): Choice {
  const bom = getBOMEncoding(bytes)
  if (bom !== null) return { charset: bom, guessed: false }

  const said = [charsetOfHeader(header), charsetInside(bytes, kind)].filter((name) => name !== null)
  const wide = wideCharset(bytes)
  if (wide !== null) return { charset: wide, guessed: !said.includes(wide) }
  // Whoever says UTF-16 over bytes without a single zero has copied a template.
  const declared = said.filter((name) => !name.startsWith('utf-16'))

  if (isAscii(bytes)) return chooseForSevenBits(bytes, declared)
  return chooseForEightBits(bytes, declared)
}

function chooseForSevenBits(bytes: Uint8Array, declared: readonly string[]): Choice {
  const [first] = declared
  if (first === undefined && usesJapaneseEscapes(bytes)) return { charset: 'iso-2022-jp', guessed: true }
  return { charset: first ?? 'utf-8', guessed: first === undefined }
}

/** ESC $ @, ESC $ B: the shifts into two-byte Japanese of ISO-2022-JP. */
function usesJapaneseEscapes(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return text.includes('\x1b$B') || text.includes('\x1b$@')
}

function chooseForEightBits(bytes: Uint8Array, declared: readonly string[]): Choice {
  const utf8 = countUtf8(bytes)
  const [first] = declared
  const legacy = declared.find((name) => name !== 'utf-8')

  if (declared.includes('utf-8')) {
    // Mostly right: a page glued together from two sources, or cut inside a character.
    if (utf8.sequences >= 20 * utf8.strays) return { charset: 'utf-8', guessed: false }
    if (legacy !== undefined && brokenShare(bytes, legacy) === 0) return { charset: legacy, guessed: false }
    return { charset: guessCharset(bytes), guessed: true }
  }
  if (first === undefined) {
    const charset = utf8.sequences > 0 && utf8.sequences >= 20 * utf8.strays ? 'utf-8' : guessCharset(bytes)
    return { charset, guessed: true }
  }
  if (utf8.strays * 20 <= utf8.sequences && utf8.sequences >= proofOfUtf8(first)) return { charset: 'utf-8', guessed: true }
  return chooseAmongLegacy(bytes, first, declared[1])
}

/**
 * How many well-formed UTF-8 sequences it takes to disbelieve a declared charset: one is beyond chance in a Latin text
 * (nobody writes “Ã©”), while a few two-byte characters of Chinese or Japanese can look like UTF-8.
 */
function proofOfUtf8(declared: string): number {
  if (declared === 'windows-1252' || declared.startsWith('iso-8859-1')) return 1
  return multiByte.has(declared) ? 12 : 3
}

const multiByte = new Set(['shift_jis', 'euc-jp', 'iso-2022-jp', 'gbk', 'gb18030', 'big5', 'euc-kr'])

function chooseAmongLegacy(bytes: Uint8Array, first: string, second: string | undefined): Choice {
  // Many servers say Latin-1 over everything; the page knows better when the bytes agree with it.
  if (second !== undefined && second !== first && first === 'windows-1252' && brokenShare(bytes, second) === 0) {
    if (multiByte.has(second) || guessCharset(bytes) === second) return { charset: second, guessed: false }
  }
  if (multiByte.has(first) && brokenShare(bytes, first) > 0.02) {
    const guess = guessCharset(bytes)
    if (brokenShare(bytes, guess) < brokenShare(bytes, first)) return { charset: guess, guessed: true }
  }
  return { charset: first, guessed: false }
}

/** The share of characters that cannot be decoded, in the first 200 kB. */
function brokenShare(bytes: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, 200_000))
  let broken = 0
  let foreign = 0
  for (const char of text) {
    if (char > '\x7f') foreign += 1
    if (char === '\ufffd') broken += 1
  }
  // The last character may be one that the 200 kB cut in two.
  return foreign === 0 || broken <= (bytes.length > 200_000 ? 1 : 0) ? 0 : broken / foreign
}
