// Reads a table of links: exports of Pocket, Instapaper, Raindrop, Readwise, Matter, Goodreads, and tables people keep. Columns are known by their names.
import { openBlocks, type ReadText } from '../blocks/block.ts'
import { durationIn } from '../words/times-in-words.ts'
import { dividerOf, readCells } from './read-cells.ts'

/** The names columns go by, best first. */
const columns = {
  url: /^(?:urls?|links?|href|address|web ?address|web ?site|source ?url|given_url|resolved_url|article url|video(?: ?(?:url|link))?|uri|page|website url)$/,
  title: /^(?:title|name|resolved_title|given_title|article|book ?title|talk|paper|item|text|subject|topic|resource|book)$/,
  by: /^(?:authors?|by|creator|speakers?|presenters?|writer|channel|book author|instructor|byline|lecturer)$/,
  note: /^(?:notes?|description|comments?|excerpt|selection|summary|why|annotation|abstract|remarks?|recommendation)$/,
  folder: /^(?:folder|category|section|list|collection|tags?|labels?|group|week|document tags)$/,
  kind: /^(?:type|kind|format|medium|media ?type|mime type)$/,
  duration: /^(?:duration|length|runtime|time)$/,
  other: /(?:^|[ _-])(?:urls?|links?|slides?|mirror|doi|pdf|video|archive|code|github)$/,
} as const
type Column = keyof typeof columns

/** Rows as given records; a row without an address but with a title is named, not linked. */
export function readCsv(text: string): ReadText {
  const rows = readCells(text, dividerOf(text))
  const head = rows[0] ?? []
  const named = columnsOf(head)
  const hasHead = named.url !== undefined || named.title !== undefined
  const guessed = hasHead ? named : guessColumns(rows)
  const out = openBlocks()
  // Titles with authors and no column for links are a shelf of books.
  const books =
    head.some((name) => /^isbn/i.test(name.trim())) || (named.url === undefined && head.some((name) => /^authors?$/i.test(name.trim())))
  let folder: string | null = null
  for (const row of hasHead ? rows.slice(1) : rows) {
    const cell = (column: Column): string => (guessed[column] === undefined ? '' : (row[guessed[column]] ?? '').trim())
    const links = row.map((value, index) => ({ value: value.trim(), index })).filter(({ value }) => isAddress(value))
    const own = isAddress(cell('url')) ? cell('url') : (links.find(({ index }) => index !== guessed.note)?.value ?? '')
    const title = isAddress(cell('title')) ? '' : cell('title')
    if (own === '' && title === '') continue
    const group =
      cell('folder')
        .split(/[|;\n]/, 1)[0]
        ?.trim() ?? ''
    if (group !== (folder ?? '') && !/^[["]/.test(group)) {
      out.begin({ role: 'heading', level: 1 })
      out.text(group === '' ? '—' : group)
      folder = group
    }
    out.begin({
      role: 'item',
      level: 1,
      given: {
        title: title || null,
        by: cell('by') || null,
        note: cell('note') || null,
        kindWords:
          cell('kind') ||
          (books ? 'book' : /^(?:video|talk|paper|book|podcast)\b/i.exec((head[guessed.url ?? -1] ?? '').trim())?.[0]) ||
          '',
        durationSeconds: durationIn(cell('duration')),
        alternates: links.flatMap(({ value, index }) =>
          value !== own && columns.other.test((head[index] ?? '').trim().toLowerCase()) ? [value] : [],
        ),
      },
    })
    if (own === '') {
      out.text(title)
      continue
    }
    out.openLink(own)
    out.text(title || own)
    out.closeLink()
  }
  return { title: null, author: null, date: null, address: null, blocks: out.finish() }
}

type Columns = { readonly [C in Column]?: number }

function columnsOf(head: readonly string[]): Columns {
  const names = head.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  )
  const found: { [C in Column]?: number } = {}
  for (const column of ['url', 'title', 'by', 'note', 'folder', 'kind', 'duration'] as const) {
    const at = names.findIndex((name) => columns[column].test(name))
    if (at >= 0) found[column] = at
  }
  return found
}

/** Without a head: the column with most addresses is the link, the longest column of words besides it the title. */
function guessColumns(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.slice(0, 100).map((row) => row.length))
  const sample = rows.slice(0, 100)
  const count = (index: number, test: (value: string) => boolean) => sample.filter((row) => test(row[index] ?? '')).length
  const indexes = Array.from({ length: width }, (_, index) => index)
  const url = indexes.toSorted((a, b) => count(b, isAddress) - count(a, isAddress))[0]
  const words = indexes
    .filter((index) => index !== url)
    .toSorted((a, b) => count(b, (value) => value.split(' ').length > 1) - count(a, (value) => value.split(' ').length > 1))[0]
  return { ...(url === undefined ? {} : { url }), ...(words === undefined ? {} : { title: words }) }
}

function isAddress(value: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(value.trim())
}
