// An item as the command line shows it, in words and as JSON.
import { showSeconds } from '../../shared/address/start-time.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { remarkWords } from '../../shared/remark-words.ts'

/** What `save` and `refresh` answer of an item. */
export function savedJson(item: ItemSummary, already: boolean): Record<string, unknown> {
  const { id, url, title, kind, state, startSeconds, report, remarks, failure } = item
  return { id, url, title, kind, state, startSeconds, report, remarks, already, ...(failure ? { failure } : {}) }
}

/** What `list` answers of an item. */
export function listedJson(item: ItemSummary): Record<string, unknown> {
  const { id, url, title, kind, state, place, startSeconds, addedAt, report, tags, series } = item
  return { id, url, title, kind, state, place, startSeconds, addedAt, report, tags, series }
}

/** One line of a list: lamp, short id, title, where from, how long. */
export function itemLine(item: ItemSummary): string {
  const start = item.startSeconds === null ? '' : ` ▸ ${showSeconds(item.startSeconds)}`
  const minutes = item.minutes > 0 ? `, ${item.minutes} min` : ''
  return `${lamps[item.state]} ${item.id.slice(0, 8)}  ${item.title}${start}  (${[item.kind, item.siteName ?? item.host].filter((fact) => fact !== '').join(', ')}${minutes})`
}

/** The sentences about one item: how much of it is here, what is missing and why. */
export function itemWords(item: ItemSummary): readonly string[] {
  const lines = [itemLine(item), `  ${item.url}`, `  ${states[item.state]}${counts(item)}`]
  const missing = item.report?.missing ?? []
  lines.push(...new Set([...missing, ...item.remarks].map((remark) => `  ${remarkWords(remark)}${remark.url ? ` ${remark.url}` : ''}`)))
  if (item.failure) {
    const { says, remedy } = wordsFor(item.failure)
    lines.push(`  ${says} ${remedy}`)
  }
  return lines
}

const lamps = { complete: '●', partial: '◐', waiting: '○', failed: '◆', 'to-find': '□' } as const
const states = {
  complete: 'Complete on this machine',
  partial: 'Partly on this machine',
  waiting: 'Waiting to be fetched',
  failed: 'Nothing of it is on this machine',
  'to-find': 'To find: no link yet',
} as const

function counts(item: ItemSummary): string {
  if (!item.report) return '.'
  const said = (
    [
      ['images', 'pictures'],
      ['codeBlocks', 'code blocks'],
      ['tables', 'tables'],
      ['headings', 'headings'],
      ['formulas', 'formulas'],
      ['footnotes', 'footnotes'],
      ['embeds', 'embeds'],
    ] as const
  ).flatMap(([key, name]) => {
    const { source, copy } = item.report?.counts[key] ?? { source: 0, copy: 0 }
    return source === 0 && copy === 0 ? [] : [`${copy}/${source} ${name}`]
  })
  return `: ${[`${item.words} words`, ...said].join(', ')}.`
}
