// Highlights as Markdown to carry away: the passages as block quotes, each with its note and tags, and where they stand. For the clipboard.
import { openAt } from './address/open-at.ts'
import { showSeconds } from './address/start-time.ts'
import { talkLink } from './address/talk-link.ts'
import type { Highlight } from './highlight.ts'
import type { ItemSummary } from './item.ts'
import { codeFence, markdownLine, markdownTarget } from './text/markdown-signs.ts'

/** Words to be shown in the place of the exact text. `formulas` stand in them as they are here, and are TeX: nothing in them is escaped. */
export type Quote = { readonly words: string; readonly formulas: readonly string[] }

export type QuotedHighlight = {
  readonly highlight: Pick<Highlight, 'anchor' | 'note' | 'tags'> & Partial<Pick<Highlight, 'seconds'>>
  readonly item: Pick<ItemSummary, 'id' | 'title' | 'url' | 'byline'>
  /** Left out, the exact text is quoted. */
  readonly quote?: Quote
}

/** The Markdown of one or many highlights in the order given; the source is named once behind all that follow each other in one item. */
export function quoteMarkdown(entries: readonly QuotedHighlight[]): string {
  const parts = entries.flatMap(({ highlight, item, quote }, index) => {
    const last = entries[index + 1]?.item.id !== item.id
    const tags = highlight.tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ')
    const said = highlight.seconds ?? null
    const passage = quoted(quote ?? { words: highlight.anchor.exact, formulas: [] })
    return [
      said === null ? passage : `${passage}\n>\n> ${timeLink(item.url, said)}`,
      highlight.note.trim(),
      tags,
      last ? source(item) : '',
    ].filter((part) => part !== '')
  })
  return `${parts.join('\n\n')}\n`
}

/** Only code keeps white space at the beginning of a line (text/normalise.ts): a passage with such a line is fenced. */
function quoted({ words: exact, formulas }: Quote): string {
  const lines = exact.split('\n')
  if (!lines.some((line) => /^\s+\S/.test(line))) return lines.map((line) => `> ${escapedAround(line, formulas)}`.trimEnd()).join('  \n')
  const fence = codeFence(exact, 3)
  return [fence, ...lines, fence].map((line) => `> ${line}`.trimEnd()).join('\n')
}

function source({ title, url, byline }: QuotedHighlight['item']): string {
  return `— ${byline ? `${markdownLine(byline)}, ` : ''}[${markdownLine(title)}](${markdownTarget(url)})`
}

/** The moment it is said, which leads there where the site's player can be told one. */
function timeLink(url: string, seconds: number): string {
  const provider = talkLink(url)?.provider
  const there = provider === undefined ? null : openAt(url, provider, seconds)
  return there === null ? showSeconds(seconds) : `[${showSeconds(seconds)}](${markdownTarget(there)})`
}

/** The line escaped, except for the formulas in it. */
function escapedAround(line: string, formulas: readonly string[]): string {
  const formula = formulas.find((one) => line.includes(one))
  if (formula === undefined) return markdownLine(line)
  const at = line.indexOf(formula)
  const [before, behind] = [line.slice(0, at), line.slice(at + formula.length)]
  return `${escapedAround(before, formulas)}${formula}${escapedAround(behind, formulas)}`
}
