// What a page says about its own charset: in the Content-Type header, in a meta, in the XML declaration.
import { normalizeEncoding } from '@exodus/bytes/encoding.js'
import type { PageKind } from '../../shared/journey.ts'

/** The charset parameter of a Content-Type as a WHATWG name, or null. */
export function charsetOfHeader(header: string | null): string | null {
  const said = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(header ?? '')
  return nameOf(said?.[1] ?? said?.[2] ?? said?.[3])
}

/** How far a page is searched. Browsers stop at 1024 bytes; real pages have the meta after their scripts. */
const searched = 32 * 1024

/** The charset a page names in itself, as a WHATWG name, or null. A plain text names none. */
export function charsetInside(bytes: Uint8Array, kind: PageKind): string | null {
  if (kind === 'text') return null
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, searched)).toString('latin1')
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']+)["']/.exec(head)
  return asciiCompatible(nameOf(xml?.[1]) ?? (kind === 'html' ? charsetOfMeta(head) : null))
}

function charsetOfMeta(head: string): string | null {
  for (const [tag] of withoutComments(head).matchAll(metaTags)) {
    const attributes = attributesOf(tag)
    const direct = nameOf(attributes.get('charset'))
    if (direct !== null) return direct
    if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'content-type') continue
    const named = charsetOfHeader(`;${attributes.get('content') ?? ''}`)
    if (named !== null) return named
  }
  return null
}

/** Meta tags of a sensible length: a page cannot make us search one without end. */
export const metaTags = /<meta\s[^<>]{1,2000}>/gi

/** The attributes of one tag, names in lower case. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of tag.matchAll(/([a-z][a-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  }
  return attributes
}

/** A text without its HTML comments; one that is never closed swallows the rest. */
export function withoutComments(html: string): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const start = html.indexOf('<!--', from)
    if (start < 0) break
    parts.push(html.slice(from, start))
    const end = html.indexOf('-->', start + 2)
    if (end < 0) return parts.join('')
    from = end + 3
  }
  parts.push(html.slice(from))
  return parts.join('')
}

function nameOf(label: string | undefined): string | null {
  const name = normalizeEncoding(label?.trim() ?? '')
  return name === 'replacement' ? null : name
}

/** The standard's two corrections for a charset that was read byte by byte and so cannot be what it says. */
function asciiCompatible(name: string | null): string | null {
  if (name === 'x-user-defined') return 'windows-1252'
  return name
}
