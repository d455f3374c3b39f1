// A reading list as a text to hand on: its order, headings, words and whole links. Reading it back (reading-lists) gives the same list.

import { openAt } from '../../../shared/address/open-at.ts'
import { showSeconds } from '../../../shared/address/start-time.ts'
import { talkLink } from '../../../shared/address/talk-link.ts'
import type { ListEntry } from '../../../shared/list.ts'
import { escapeMarkup } from '../../../shared/text/escape-markup.ts'
import { markdownLine } from '../../../shared/text/markdown-signs.ts'

/** A list's entry, with the moments of it that the text names: where it is said, in seconds, and what the text says there. */
export type SharedEntry = ListEntry & { readonly moments: readonly { readonly seconds: number; readonly words: string }[] }

type Shared = { readonly title: string; readonly entries: readonly SharedEntry[] }

/**
 * Start times go along as the site's own player reads them, a second one and those after it as lines under the first; what is to find is
 * named without an address.
 */
export function shareList(list: Shared, as: 'markdown' | 'html' | 'text'): string {
  const forms = { markdown: asMarkdown, html: asHtml, text: asText }
  return forms[as](list)
}

function asMarkdown({ title, entries }: Shared): string {
  const lines = entries.map((entry) => {
    const name = markdownLine(nameOf(entry))
    const url = addressOf(entry)
    const link = url === null ? name : `[${name}](<${url}>)`
    const said = (words: string, indent: string) => (words === '' ? '' : `  \n${indent}“${markdownLine(words)}”`)
    const moments = furtherOf(entry).map(({ time, at, words }) => `\n  - [${time}](<${at}>)${said(words, '    ')}`)
    return `- ${link}${markdownLine(byOf(entry))}${said(wordsOf(entry), '  ')}${moments.join('')}`
  })
  return `# ${markdownLine(title)}\n\n${grouped(entries, lines, (heading) => `\n## ${markdownLine(heading)}\n`).join('\n')}\n`
}

function asText({ title, entries }: Shared): string {
  const said = (words: string) => words && `“${words}”`
  const lines = entries.map((entry, at) =>
    [
      ...[`${at + 1}. ${nameOf(entry)}${byOf(entry)}`, addressOf(entry), said(wordsOf(entry))],
      ...furtherOf(entry).flatMap(({ time, at, words }) => [`- ${time}: ${at}`, words && `  ${said(words)}`]),
    ]
      .filter(Boolean)
      .join('\n   '),
  )
  return `${title}\n\n${grouped(entries, lines, (heading) => `\n${heading}\n`).join('\n')}\n`
}

function asHtml({ title, entries }: Shared): string {
  const lines = entries.map((entry) => {
    const url = addressOf(entry)
    const name = escapeMarkup(nameOf(entry))
    const link = url === null ? name : `<a href="${escapeMarkup(url)}">${name}</a>`
    const said = (words: string) => (words === '' ? '' : `<br><q>${escapeMarkup(words)}</q>`)
    const moments = furtherOf(entry).map(({ time, at, words }) => `<li><a href="${escapeMarkup(at)}">${time}</a>${said(words)}</li>`)
    const under = moments.length === 0 ? '' : `\n<ul>\n${moments.join('\n')}\n</ul>\n`
    return `<li>${link}${escapeMarkup(byOf(entry))}${said(wordsOf(entry))}${under}</li>`
  })
  const body = grouped(entries, lines, (heading) => `</ol>\n<h2>${escapeMarkup(heading)}</h2>\n<ol>`).join('\n')
  return `<!doctype html>\n<meta charset="utf-8">\n<title>${escapeMarkup(title)}</title>\n<h1>${escapeMarkup(title)}</h1>\n<ol>\n${body}\n</ol>\n`
}

/** The lines with a heading before the first of each group. */
function grouped(entries: readonly SharedEntry[], lines: readonly string[], headed: (heading: string) => string): readonly string[] {
  let last = ''
  return entries.flatMap(({ headings }, at) => {
    const heading = headings.join(' / ')
    const line = lines[at] ?? ''
    if (heading === last) return [line]
    last = heading
    return heading === '' ? [line] : [headed(heading), line]
  })
}

const nameOf = ({ item, title }: SharedEntry): string => (item.title || title || item.url).replace(/\s+/g, ' ')
const byOf = ({ item }: SharedEntry): string => (item.byline === null ? '' : `, ${item.byline}`)
/** What is said of it, but for what is said of a further moment, which stands there. Empty: nothing. */
function wordsOf({ recommendation, item, moments }: SharedEntry): string {
  const elsewhere = new Set(moments.flatMap(({ seconds, words }) => (seconds === item.startSeconds ? [] : [words.trim()])))
  const here = (recommendation ?? '').split('\n\n').filter((words) => !elsewhere.has(words.trim()))
  return oneLine(here.join(' '))
}

/** The moments beside the one its own address leads to. */
function furtherOf({ item, moments }: SharedEntry): readonly { readonly time: string; readonly at: string; readonly words: string }[] {
  if (item.url === '') return []
  const further = moments.filter(({ seconds }) => seconds !== item.startSeconds)
  return further.map(({ seconds, words }) => ({ time: showSeconds(seconds), at: momentOf(item.url, seconds), words: oneLine(words) }))
}

function addressOf({ item }: SharedEntry): string | null {
  if (item.url === '') return null
  return item.startSeconds === null || item.startSeconds === 0 ? item.url : momentOf(item.url, item.startSeconds)
}

function momentOf(address: string, seconds: number): string {
  const talk = talkLink(address)
  const opened = talk === null ? null : openAt(address, talk.provider, seconds)
  if (opened !== null) return opened
  const url = new URL(address)
  if (url.hash === '') url.hash = `t=${Math.floor(seconds)}`
  return url.href
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
