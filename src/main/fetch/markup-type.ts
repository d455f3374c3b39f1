// Which markup a text is: HTML, a feed, a drawing. Looks at its first tag only, as the sniffing standard does.

export type MarkupType =
  | 'text/html'
  | 'application/xhtml+xml'
  | 'image/svg+xml'
  | 'application/rss+xml'
  | 'application/atom+xml'
  | 'application/rdf+xml'
  | 'application/feed+json'
  | 'fragment'

/** Tags that begin an HTML text that is no whole document (https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type). */
const htmlTags =
  /^<(head|script|iframe|h[1-6]|div|font|table|a|style|title|b|body|br|p|meta|link|main|article|section|ul|ol|pre|span|center)[\s/>]/i

/** The markup a text begins with; `fragment` is HTML without `<!doctype` or `<html>`; null is no markup that we know. */
export function markupType(bytes: Uint8Array): MarkupType | null {
  const head = asText(bytes.subarray(0, 8_192))
  if (/^\s*\{/.test(head)) return /"version"\s*:\s*"https:\/\/jsonfeed\.org\/version\//.test(head) ? 'application/feed+json' : null
  const isXml = /^\s*<\?xml/.test(head)
  const doctype = /^\s*<!doctype\s+([a-z:]+)/i.exec(afterPreamble(head, false))?.[1]?.toLowerCase()
  const root = afterPreamble(head, true)
  if (/^<(\w+:)?rss[\s>]/i.test(root)) return 'application/rss+xml'
  if (/^<(\w+:)?feed[\s>]/.test(root) && root.includes('http://www.w3.org/2005/Atom')) return 'application/atom+xml'
  if (/^<rdf:RDF[\s>]/.test(root) && root.includes('http://purl.org/rss/1.0/')) return 'application/rdf+xml'
  if (/^<(\w+:)?svg[\s>]/i.test(root)) return 'image/svg+xml'
  if (/^<html[\s>]/i.test(root))
    return isXml || root.slice(0, 400).includes('http://www.w3.org/1999/xhtml') ? 'application/xhtml+xml' : 'text/html'
  if (doctype === 'html') return 'text/html'
  return htmlTags.test(root) ? 'fragment' : null
}

/** UTF-16 is read by leaving its zeros out: only tag names matter here. */
function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

/** The text after blanks, comments and processing instructions, and after the doctype too when asked. */
function afterPreamble(head: string, skipDoctype: boolean): string {
  let at = 0
  for (;;) {
    at += /^\s*/.exec(head.slice(at))?.[0].length ?? 0
    const close = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '>' : null
    if (close !== null) {
      const end = head.indexOf(close, at + 2)
      if (end < 0) return ''
      at = end + close.length
    } else if (skipDoctype && /^<!doctype/i.test(head.slice(at, at + 9))) {
      // A doctype may hold a subset in brackets.
      const end = /^<!doctype[^[>]*(\[[^\]]*\]\s*)?>/i.exec(head.slice(at))?.[0].length
      if (end === undefined) return ''
      at += end
    } else return head.slice(at)
  }
}
