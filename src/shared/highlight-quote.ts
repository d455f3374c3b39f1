// Highlights as Markdown to carry away: the passages as block quotes, each with its note and tags, and where they stand. For the clipboard.
import type { Highlight } from './highlight.ts'
import type { ItemSummary } from './item.ts'

export type QuotedHighlight = {
  readonly highlight: Pick<Highlight, 'anchor' | 'note' | 'tags'>
  readonly item: Pick<ItemSummary, 'id' | 'title' | 'url' | 'byline'>
}

/** The Markdown of one or many highlights in the order given; the source is named once behind all that follow each other in one item. */
export function quoteMarkdown(entries: readonly QuotedHighlight[]): string {
  const parts = entries.flatMap(({ highlight, item }, index) => {
    const last = entries[index + 1]?.item.id !== item.id
    const tags = highlight.tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ')
    return [quoted(highlight.anchor.exact), highlight.note.trim(), tags, last ? source(item) : ''].filter((part) => part !== '')
  })
  return `${parts.join('\n\n')}\n`
}

/** Only code keeps white space at the beginning of a line (text/normalise.ts): a passage with such a line is fenced. */
function quoted(exact: string): string {
  const lines = exact.split('\n')
  if (!lines.some((line) => /^\s+\S/.test(line))) return lines.map((line) => `> ${escapeLine(line)}`.trimEnd()).join('  \n')
  const longest = Math.max(2, ...[...exact.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines, fence].map((line) => `> ${line}`.trimEnd()).join('\n')
}

function source({ title, url, byline }: QuotedHighlight['item']): string {
  const name = `[${title.replace(/[\\[\]]/g, '\\$&')}](${/[()<>\s]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url})`
  return `— ${byline ? `${escapeLine(byline)}, ` : ''}${name}`
}

/** What would mean something in Markdown is escaped; an underscore inside a word means nothing. */
function escapeLine(line: string): string {
  return line
    .replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(#{1,6}(?=\s|$)|[-+>](?=\s|$)|>|~{3,}|={2,}$|-{2,}$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
