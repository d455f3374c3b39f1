// HTML nested so deeply that a parser's time would grow with the square of its length. No page people read is; a made one may be.

/** Deeper than any page, shallow enough to cost nothing. */
const deepest = 400
const nesting = /<(\/?)(?!(?:br|img|hr|p|li|input|meta|link|td|tr|th|dt|dd|area|col|wbr)\b)[a-z][a-z0-9]*/gi

/** True when more elements stand open at once than pages have. */
export function isDeep(html: string): boolean {
  let open = 0
  for (const [, closing] of html.matchAll(nesting)) {
    open = closing === '/' ? Math.max(0, open - 1) : open + 1
    if (open > deepest) return true
  }
  return false
}

/** The same text with nothing but links, paragraphs, headings and line breaks, none of which can nest. */
export function withoutContainers(html: string): string {
  return html.replace(/<(?!\/?(?:a|p|br|h[1-6]|li|img)\b)\/?[a-z][^<>]*>?/gi, ' ')
}
