// Reads Markdown into blocks: made HTML first, since people write HTML in it, and then read like any HTML.
import MarkdownIt from 'markdown-it'
import type { ReadText } from '../blocks/block.ts'
import { withPlayers, withQuotes } from './embedded-players.ts'
import { readHtml } from './html.ts'
import { tabbedRows } from './tabbed-rows.ts'

const markdown = new MarkdownIt({ html: true, linkify: false, breaks: true })

/** An address is read whole before emphasis is looked for: the lines in `/v/31c3_-_6558_-_de` are its own, as on code hosts. */
const addressBehindScheme = /:\/\/[^\s<>"`[\]()]+?(?=[*_~]*(?:[\s<>"`[\]()]|$))/y
markdown.inline.ruler.before('emphasis', 'bare address', (state, silent) => {
  addressBehindScheme.lastIndex = state.pos
  if (!/https?$/i.test(state.src.slice(Math.max(0, state.pos - 5), state.pos))) return false
  const match = addressBehindScheme.exec(state.src.slice(0, state.posMax))
  if (!match) return false
  if (!silent) state.pending += match[0]
  state.pos += match[0].length
  return true
})

/** Blocks of a Markdown text; title, author, date and address from the lines in front of it (YAML, or `Title: …` as Pelican writes it). */
export function readMarkdown(text: string): ReadText {
  const { facts, body } = frontMatter(text)
  const read = readHtml(
    markdown.render(withPlayers(withTables(plainLinks(spacedHeadings(withoutAttributes(withoutDoneMarks(withQuotes(body)))))))),
  )
  const fact = (...names: readonly string[]) => names.map((name) => facts.get(name)).find((value) => value !== undefined) ?? null
  const address = fact('url', 'link', 'permalink', 'canonical')
  return {
    ...read,
    title: fact('title') ?? read.title,
    author: fact('author', 'authors') ?? read.author,
    date: fact('date', 'published') ?? read.date,
    address: address && /^https?:\/\//i.test(address) ? address : read.address,
  }
}

/** `- [x] Title`: read or not, it is no part of the title. */
function withoutDoneMarks(text: string): string {
  return text.replace(/^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)\[[ xX]\][ \t]+/gm, '$1')
}

/** `[Title](…){:target="_blank"}`, and `{: .no_toc }` on a line of its own: what kramdown and its kin tell their pages. */
function withoutAttributes(text: string): string {
  return text.replace(/(?<=[)\]\w])\{:[^{}\n]{1,160}\}|^[ \t]*\{:[^{}\n]{1,160}\}[ \t]*$/gm, '')
}

/** `##Title`, as code hosts once took it for a heading: so long as no heading of the text is written with the space, and it is no line of tags. */
function spacedHeadings(text: string): string {
  const close = /^(#{1,6})(?=[^\s#!])(?!\S+(?:[ \t]+#\S+)+[ \t]*$)/gm
  return /^#{1,6}[ \t]+\S/m.test(text) || (text.match(close)?.length ?? 0) < 2 ? text : text.replace(close, '$1 ')
}

/** `[[https://…|Title]]` and `[[https://…][Title]]`, as wikis and org write a link; `[https://…](Title)`, and `<https://…|Title>` of a chat. */
function plainLinks(text: string): string {
  return text
    .replace(
      /\[(https?:\/\/[^\s<>[\]]{4,2000})\]\((?!\s*<?(?:https?:|\/|#))([^()\n]{2,300}(?:\([^()\n]{1,100}\)[^()\n]{0,200}){0,3})\)/g,
      '[$2](<$1>)',
    )
    .replace(/<(https?:\/\/[^\s<>|]{4,2000})\|([^<>\n]{1,500})>/g, '[$2](<$1>)')
    .replace(/\[\[(https?:\/\/[^\s<>|\]]{1,2000})(?:\||\]\[)([^[\]\n]{1,500})\]\]/g, '[$2](<$1>)')
}

/** Rows pasted out of a table, as the table that they were. */
function withTables(text: string): string {
  if (!text.includes('\t')) return text
  const lines = text.split('\n')
  const rows = tabbedRows(lines)
  const drawn = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return lines
    .flatMap((line, at) => {
      const cells = rows.get(at)
      if (cells === undefined) return [line]
      const head = rows.has(at - 1) ? [] : ['', drawn(cells.map(() => '')), `|${cells.map(() => '---|').join('')}`]
      return [...head, drawn(cells), ...(rows.has(at + 1) ? [] : [''])]
    })
    .join('\n')
}

const factLine = /^([A-Za-z][\w-]{1,20}):[ \t]*(.*)$/

function frontMatter(text: string): { readonly facts: ReadonlyMap<string, string>; readonly body: string } {
  const facts = new Map<string, string>()
  const fenced = /^\n{0,5}(---|\+\+\+)[ \t]*\n([\s\S]{0,5000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const open = fenced ? null : /^(?:[A-Z][\w-]{1,20}:[ \t].*\n){2,30}(?=\s*\n|$)/.exec(text)
  const lines = fenced?.[2] ?? open?.[0] ?? ''
  for (const line of lines.split('\n')) {
    const [, name, value] = factLine.exec(line.replace(/\s*=\s*/, ': ')) ?? []
    if (name && value?.trim()) facts.set(name.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'))
  }
  return { facts, body: text.slice((fenced?.[0] ?? open?.[0] ?? '').length) }
}
