// MHTML (RFC 2557): a page and its pictures in one MIME message, as browsers save it. Written by hand and not left to a mail parser,
// because a mail parser joins the frames into the page, decodes the text with rules of its own and forgets Content-Location.
import type { Companion } from '../../shared/journey.ts'
import { decodeTransfer, headersOf, type MimePart, parameterOf, splitParts } from './mime-parts.ts'

export type Mhtml = {
  readonly page: { readonly bytes: Uint8Array; readonly contentType: string; readonly url: string | null }
  /** The page's text with `cid:` replaced by addresses, and the files that came with it under theirs. */
  join(text: string, url: string): { readonly text: string; readonly companions: ReadonlyMap<string, Companion> }
}

/** What a page is made with, but nothing a copy keeps; frames are pages of their own. */
const noPicture = /^(?:text\/(?:html|css|javascript)|application\/(?:xhtml\+xml|javascript|x-javascript)|multipart\/.*|font\/.*)$/

/** True for a message whose first header lines say multipart/related. */
export function isMhtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16_384)).toString('latin1')
  if (!/^(?:\xef\xbb\xbf)?\s*[A-Za-z-]+:[^\n]*\n/.test(start)) return false
  return /multipart\/(?:related|alternative|mixed)/i.test(headersOf(start).get('content-type') ?? '')
}

/** Null when there is no page in it. A message that was cut off keeps every part that is whole, and the page as far as it goes. */
export function readMhtml(bytes: Uint8Array): Mhtml | null {
  const { headers, parts } = splitParts(bytes)
  const pages = parts.filter((part) => /^(?:text\/html|application\/xhtml\+xml)\b/i.test(part.headers.get('content-type') ?? ''))
  const start = parameterOf(headers.get('content-type') ?? '', 'start')
  const snapshot = addressOf(headers.get('snapshot-content-location'))
  const page =
    pages.find((part) => start !== null && idOf(part) === start.replace(/^<|>$/g, '')) ??
    pages.find((part) => snapshot !== null && addressOf(part.headers.get('content-location')) === snapshot) ??
    pages[0]
  if (!page) return null
  const url = snapshot ?? addressOf(page.headers.get('content-location'))
  const contentType = page.headers.get('content-type') ?? 'text/html'
  return {
    page: { bytes: decodeTransfer(page), contentType, url },
    join: (text, base) =>
      joined(
        text,
        base,
        parts.filter((part) => part !== page && part.whole),
      ),
  }
}

function joined(text: string, base: string, parts: readonly MimePart[]): ReturnType<Mhtml['join']> {
  const companions = new Map<string, Companion>()
  const byId = new Map<string, string>()
  for (const [index, part] of parts.entries()) {
    const mime = (part.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (noPicture.test(mime)) continue
    const location = part.headers.get('content-location')?.replace(/\s+/g, '') ?? ''
    const id = idOf(part)
    const own = location !== '' && URL.canParse(location, base) ? new URL(location, base).href : null
    // A part known by its id alone, or by an address nobody can ask for, gets one beside the page.
    const address = own !== null && /^https?:/.test(own) ? own : new URL(`./mhtml-part-${index}`, base).href
    if (id !== null) byId.set(id, address)
    else if (own?.startsWith('cid:')) byId.set(own.slice(4), address)
    companions.set(address, { mime, bytes: decodeTransfer(part) })
  }
  const replaced = text.replace(/\bcid:([^\s"'<>)]+)/gi, (whole, id: string) => byId.get(id) ?? byId.get(unescaped(id)) ?? whole)
  return { text: replaced, companions }
}

function idOf(part: MimePart): string | null {
  return part.headers.get('content-id')?.trim().replace(/^<|>$/g, '') ?? null
}

function addressOf(value: string | undefined): string | null {
  const address = value?.replace(/\s+/g, '') ?? ''
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : null
}

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
