// A reading list as a text to hand on: its order, headings, words and whole links. Reading it back (reading-lists) gives the same list.

import { openAt } from '../../../shared/address/open-at.ts'
import { talkLink } from '../../../shared/address/talk-link.ts'
import type { ListEntry } from '../../../shared/list.ts'
import { escapeMarkup } from '../../../shared/text/escape-markup.ts'
import { markdownLine } from '../../../shared/text/markdown-signs.ts'

type Shared = { readonly title: string; readonly entries: readonly ListEntry[] }

/** Start times go along as the site's own player reads them; what is to find is named without an address. */
export function shareList(list: Shared, as: 'markdown' | 'html' | 'text'): string {
  const forms = { markdown: asMarkdown, html: asHtml, text: asText }
  return forms[as](list)
}

function asMarkdown({ title, entries }: Shared): string {
  const lines = entries.map((entry) => {
    const name = markdownLine(nameOf(entry))
    const url = addressOf(entry)
    const link = url === null ? name : `[${name}](<${url}>)`
    return `- ${link}${markdownLine(byOf(entry))}${wordsOf(entry, (words) => `  \n  “${markdownLine(words)}”`)}`
  })
  return `# ${markdownLine(title)}\n\n${grouped(entries, lines, (heading) => `\n## ${markdownLine(heading)}\n`).join('\n')}\n`
}

function asText({ title, entries }: Shared): string {
  const lines = entries.map((entry, at) =>
    [`${at + 1}. ${nameOf(entry)}${byOf(entry)}`, addressOf(entry), wordsOf(entry, (words) => `“${words}”`)].filter(Boolean).join('\n   '),
  )
  return `${title}\n\n${grouped(entries, lines, (heading) => `\n${heading}\n`).join('\n')}\n`
}

function asHtml({ title, entries }: Shared): string {
  const lines = entries.map((entry) => {
    const url = addressOf(entry)
    const name = escapeMarkup(nameOf(entry))
    const link = url === null ? name : `<a href="${escapeMarkup(url)}">${name}</a>`
    return `<li>${link}${escapeMarkup(byOf(entry))}${wordsOf(entry, (words) => `<br><q>${escapeMarkup(words)}</q>`)}</li>`
  })
  const body = grouped(entries, lines, (heading) => `</ol>\n<h2>${escapeMarkup(heading)}</h2>\n<ol>`).join('\n')
  return `<!doctype html>\n<meta charset="utf-8">\n<title>${escapeMarkup(title)}</title>\n<h1>${escapeMarkup(title)}</h1>\n<ol>\n${body}\n</ol>\n`
}

/** The lines with a heading before the first of each group. */
function grouped(entries: readonly ListEntry[], lines: readonly string[], headed: (heading: string) => string): readonly string[] {
  let last = ''
  return entries.flatMap(({ headings }, at) => {
    const heading = headings.join(' / ')
    const line = lines[at] ?? ''
    if (heading === last) return [line]
    last = heading
    return heading === '' ? [line] : [headed(heading), line]
  })
}

const nameOf = ({ item, title }: ListEntry): string => (item.title || title || item.url).replace(/\s+/g, ' ')
const byOf = ({ item }: ListEntry): string => (item.byline === null ? '' : `, ${item.byline}`)
const wordsOf = ({ recommendation }: ListEntry, told: (words: string) => string): string =>
  recommendation === null ? '' : told(recommendation.replace(/\s+/g, ' '))

function addressOf({ item }: ListEntry): string | null {
  if (item.url === '') return null
  if (item.startSeconds === null || item.startSeconds === 0) return item.url
  const talk = talkLink(item.url)
  const opened = talk === null ? null : openAt(item.url, talk.provider, item.startSeconds)
  if (opened !== null) return opened
  const url = new URL(item.url)
  if (url.hash === '') url.hash = `t=${item.startSeconds}`
  return url.href
}
