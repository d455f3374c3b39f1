// What a page says of itself in JSON-LD: read leniently, since half of the web writes it with stray line breaks or trailing commas.
import { elementsOf } from '../dom-walk.ts'
import type { Document } from '../page-tree/page-tree.ts'

export type LinkedData = { readonly [key: string]: unknown }
const maxThings = 2_000

/** Every object of all JSON-LD scripts, `@graph` and nested ones included, in order. */
export function readLinkedData(document: Document): LinkedData[] {
  const found: LinkedData[] = []
  for (const script of elementsOf(document, 'script')) {
    if (!/ld\+json/i.test(script.getAttribute('type') ?? '')) continue
    const value = parse(script.textContent ?? '')
    if (value !== undefined) collect(value, found, 0)
  }
  return found
}

function parse(source: string): unknown {
  const text = source
    .trim()
    .replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|^<!--|(?:\/\/\s*)?\]\]>\s*$|-->$/g, '')
    .replace(/;\s*$/, '')
  for (const attempt of [
    text,
    text.replace(/[\u0000-\u001f]+/g, ' '),
    text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return undefined
}

function collect(value: unknown, found: LinkedData[], depth: number): void {
  if (depth > 12 || found.length >= maxThings || value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1)
    return
  }
  const thing = value as LinkedData
  found.push(thing)
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'video',
    'itemListElement',
    'item',
    'hasPart',
    'subjectOf',
    'associatedMedia',
  ]) {
    if (typeof thing[key] === 'object') collect(thing[key], found, depth + 1)
  }
}

/** True when the thing's `@type` is, or is one of, those named (with or without the schema.org address). */
export function isType(thing: LinkedData, types: RegExp): boolean {
  const type = thing['@type']
  const names = Array.isArray(type) ? type : [type]
  return names.some((name) => typeof name === 'string' && types.test(name.replace(/^.*[/#]/, '')))
}

/** A property as clean text: the string itself, the first of a list, a thing's name, url or @value. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string')
    return (
      decodeEntities(value)
        .replace(/<[^>]{1,200}>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || null
    )
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== null) ?? null
  if (value !== null && typeof value === 'object') {
    const thing = value as LinkedData
    return textOf(thing.name ?? thing['@value'] ?? thing.url ?? thing.contentUrl ?? thing['@id'])
  }
  return null
}

/** All names of a property that may be one thing, a string or a list of either. */
export function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list
    .map((item) => (typeof item === 'object' && item !== null ? textOf((item as LinkedData).name) : textOf(item)))
    .filter((name) => name !== null)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Metadata is often escaped twice. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal)
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return entities[name?.toLowerCase() ?? ''] ?? whole
  })
}
