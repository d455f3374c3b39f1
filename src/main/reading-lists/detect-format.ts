// Tells which format a text is in, from its name and from what it looks like. What it looks like wins where the two disagree plainly.
import type { ListFormat } from '../../shared/reading-list.ts'

const byEnding: Readonly<Record<string, ListFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mdx: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  rst: 'rst',
  rest: 'rst',
  org: 'org',
  opml: 'opml',
  csv: 'csv',
  tsv: 'csv',
}

/** The format of a text; `name` is its file's name, when it has one. Only the first 200,000 signs are looked at. */
export function detectFormat(text: string, name: string | null): ListFormat {
  const start = text.slice(0, 200_000)
  if (/<!DOCTYPE\s+NETSCAPE-Bookmark-file/i.test(start.slice(0, 2_000))) return 'bookmarks'
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<opml[\s>]/i.test(start)) return 'opml'
  const ending = byEnding[/\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '']
  if (ending && ending !== 'opml') return ending
  if (looksLikeHtml(start)) return 'html'
  if (/\[\[[^[\]\n]+\]\[[^[\]\n]+\]\]/.test(start) && /^(?:\*+\s|#\+\w+:|\s*[-+]\s)/m.test(start)) return 'org'
  if (/`[^`<>\n]+<https?:[^<>`\n]+>`_/.test(start) || /^\.\. _[^:\n]+: https?:/m.test(start)) return 'rst'
  if (looksLikeMarkdown(start)) return 'markdown'
  return looksLikeCsv(start) ? 'csv' : 'text'
}

function looksLikeHtml(text: string): boolean {
  if (/^\s*<(?:!doctype|html|head|body|p|div|ul|ol|h[1-6]|table|meta|a)\b/i.test(text)) return true
  return /<a\s[^<>]*href\s*=/i.test(text) && !looksLikeMarkdown(text)
}

/** Links in Markdown's brackets, or a heading by `#` with list marks or named targets. One link in a long plain text is read as text too. */
function looksLikeMarkdown(text: string): boolean {
  const links = text.match(/\[[^[\]\n]{1,300}\]\(\s*<?(?:https?:|\/|\.|#|mailto:)[^\s)]*[^)\n]*\)/g)?.length ?? 0
  if (links > 0) return true
  const targets = /^ {0,3}\[[^\]\n\d][^\]\n]*\]:\s+<?https?:/m.test(text)
  return targets || (/^#{1,6} \S/m.test(text) && /https?:\/\//.test(text) && /^[ \t]*[-*+] \S/m.test(text))
}

/** A head that names an address or a title beside something else, or rows that all hold one address and as many dividers. */
function looksLikeCsv(text: string): boolean {
  const [first = '', ...rest] = text.split('\n', 12).filter((line) => line.trim() !== '')
  const names = first.replace(/^\ufeff/, '').split(/[,;\t]/)
  const known = names.filter((name) =>
    /^\s*"?(?:urls?|links?|href|title|name|tags?|folder|time_added|author|note|description|selection|status)"?\s*$/i.test(name),
  )
  if (names.length >= 2 && known.length >= 2) return true
  const rows = [first, ...rest]
  const divided = (divider: RegExp) => rows.filter((line) => divider.test(line)).length
  const address = rows.filter((line) => /(?:^|[,;\t]\s*"?)https?:\/\/[^\s,;]+"?(?:[,;\t]|$)/.test(line)).length
  return rows.length >= 2 && address === rows.length && divided(/\t|,.*"|"[^"]*",|^https?:[^,\s]+,\S/) === rows.length
}
