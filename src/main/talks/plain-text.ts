// Texts as services send them become plain text: entities decoded, markup out, spaces settled, length bounded.
import { parseFragment } from 'parse5'
import { harmlessText } from '../../shared/text/harmless-signs.ts'
import { shortened } from '../../shared/text/shortened.ts'

/** Only real elements are markup: a title may speak of `Vec<T>`. */
const elements =
  /<\/?(?:a|abbr|b|bdi|blockquote|br|center|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?\/?>/gi
const hidden = /<(script|style|template|iframe|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const breaks = /<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|h[1-6]|blockquote|pre|tr|dd|dt|ul|ol|table)\s*>/gi

/** One line of at most `maxChars` characters, or null when nothing is left. */
export function plainLine(text: unknown, maxChars: number): string | null {
  if (typeof text !== 'string') return null
  const line = bare(text, maxChars).replace(/\s+/g, ' ').trim()
  return shortened(line, maxChars) || null
}

/** Lines and paragraphs of at most `maxChars` characters, or null when nothing is left. */
export function plainParagraphs(markup: unknown, maxChars: number): string | null {
  if (typeof markup !== 'string') return null
  const lines = bare(markup.replace(breaks, '\n'), maxChars)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return shortened(text, maxChars) || null
}

function bare(text: string, maxChars: number): string {
  // Markup can be many times as long as its words; beyond that it is not read at all.
  const within = text.length > maxChars * 10 ? text.slice(0, maxChars * 10).replace(/<[^<>]*$/, '') : text
  return harmlessText(decoded(within.replace(/\r\n?/g, '\n').replace(hidden, ' ').replace(elements, '')))
}

/** Every named and numbered entity of HTML: with no `<` left the parser finds nothing but text. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return node && 'value' in node ? node.value : text
}
