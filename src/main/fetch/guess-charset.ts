// What the bytes of a text say about their charset when nobody else does, or when everybody is wrong.
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { analyse } from 'chardet'

/** Well-formed UTF-8 sequences of more than one byte, and bytes above 7F that belong to none. */
export function countUtf8(bytes: Uint8Array): { readonly sequences: number; readonly strays: number } {
  let sequences = 0
  let strays = 0
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i)
    if (length > 1) sequences += 1
    if (length === 0) strays += 1
    i += Math.max(1, length)
  }
  return { sequences, strays }
}

/** The length of the well-formed sequence that starts here (Unicode, table 3-7); 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  const second = bytes[at + 1] ?? 0
  if (lead === 0xe0 && second < 0xa0) return 0
  if (lead === 0xed && second > 0x9f) return 0
  if (lead === 0xf0 && second < 0x90) return 0
  if (lead === 0xf4 && second > 0x8f) return 0
  for (let i = 1; i < length; i += 1) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

/** UTF-16 without a BOM: every markup and every Western text then has a zero in nearly every other place. */
export function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (const [i, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  const enough = Math.max(2, sample.length * 0.1)
  if (odd > enough && odd > even * 10) return 'utf-16le'
  if (even > enough && even > odd * 10) return 'utf-16be'
  return null
}

/** Bytes of the text proper that a guess is made from. */
const sampleBytes = 60_000

/**
 * The most likely legacy charset (a WHATWG name), by the detector's statistics over the text without its markup.
 * The page's `lang` decides between neighbours; what cannot be decoded whole is no candidate; windows-1252 when all else fails.
 */
export function guessCharset(bytes: Uint8Array): string {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const sample = Buffer.from(textProper(page), 'latin1')
  const native = charsetsOfLanguage(page)
  const candidates = analyse(sample)
    .map(({ name, confidence }) => ({ name: normalizeEncoding(name) ?? '', confidence }))
    .filter(({ name, confidence }) => confidence > 0 && name !== '' && !name.startsWith('utf-') && name !== 'replacement')
    .map(({ name, confidence }) => ({ name, weight: native.has(name) ? confidence * 2 + 10 : confidence }))
    .sort((a, b) => b.weight - a.weight)
  return candidates.find(({ name }) => decodesWhole(sample, name))?.name ?? 'windows-1252'
}

/** The text between the tags, without scripts and styles; a single pass, whatever the page does. */
function textProper(page: string): string {
  const parts: string[] = []
  let size = 0
  let silent = false
  for (const [i, piece] of page.split('<').entries()) {
    const close = i === 0 ? -1 : piece.indexOf('>')
    if (/^(script|style)\b/i.test(piece)) silent = true
    else if (/^\/(script|style)\b/i.test(piece)) silent = false
    if (silent) continue
    const text = piece.slice(close + 1)
    parts.push(text)
    size += text.length
    if (size > sampleBytes) break
  }
  const text = parts.join(' ')
  // Nothing but ASCII between the tags: the odd byte is inside one (a title, a description).
  return /[\x80-\xff]/.test(text) ? text.slice(0, sampleBytes) : page.slice(0, sampleBytes)
}

function decodesWhole(sample: Uint8Array, charset: string): boolean {
  // The sample may end inside a character.
  return !new TextDecoder(charset).decode(sample, { stream: true }).includes('\ufffd')
}

const languages: Readonly<Record<string, string>> = {
  ru: 'windows-1251 koi8-r',
  uk: 'windows-1251 koi8-u',
  bg: 'windows-1251',
  be: 'windows-1251',
  sr: 'windows-1251 windows-1250',
  ja: 'shift_jis euc-jp',
  zh: 'gb18030 big5',
  ko: 'euc-kr',
  pl: 'iso-8859-2 windows-1250',
  cs: 'windows-1250 iso-8859-2',
  sk: 'windows-1250 iso-8859-2',
  hu: 'iso-8859-2 windows-1250',
  hr: 'windows-1250 iso-8859-2',
  sl: 'windows-1250 iso-8859-2',
  ro: 'iso-8859-2 windows-1250',
  el: 'windows-1253 iso-8859-7',
  he: 'windows-1255 iso-8859-8',
  ar: 'windows-1256 iso-8859-6',
  tr: 'windows-1254',
  th: 'windows-874',
  vi: 'windows-1258',
  lt: 'windows-1257',
  lv: 'windows-1257',
  et: 'windows-1257',
}

function charsetsOfLanguage(page: string): ReadonlySet<string> {
  const lang = /<html\b[^>]{0,400}?\blang\s*=\s*["']?([a-z]{2})\b/i.exec(page.slice(0, 8_000))?.[1]?.toLowerCase() ?? ''
  // Nothing for languages that are not in the table: templates say `en` over everything.
  return new Set(languages[lang]?.split(' '))
}
