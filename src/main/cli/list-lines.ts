// A previewed list as lines for people: headings, numbers, titles, addresses, and plainly what is cut or has to be found.
import { comparisonKey } from '../../shared/address/canonical-url.ts'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { ListedItem, ListPreview } from '../../shared/reading-list.ts'
import { nameFor } from '../../shared/wanted.ts'
import type { ResolvedList } from '../core.ts'
import { failureLines } from './print.ts'

/** The lines of a preview; nothing in it has been saved. */
export function listLines({ title, items }: ListPreview): readonly string[] {
  if (items.length === 0) return ['Nothing to read or watch is named in this text.']
  const width = String(items.length).length
  const lines: string[] = title === null ? [] : [title, '']
  let group = ''
  for (const [index, item] of items.entries()) {
    const heading = item.group.join(' › ')
    if (heading !== group && heading !== '') lines.push(...(index === 0 ? [] : ['']), heading)
    group = heading
    const number = `${String(index + 1).padStart(width)}. `
    lines.push(`${number}${nameOf(item)}${detailsOf(item)}`)
    for (const line of belowOf(item)) lines.push(`${' '.repeat(number.length)}${line}`)
  }
  const count = (status: ListedItem['status']): number => items.filter((item) => item.status === status).length
  const open = [
    ...(count('cut') > 0 ? [`${count('cut')} with a cut link`] : []),
    ...(count('to-find') > 0 ? [`${count('to-find')} named without a link`] : []),
  ]
  return [...lines, '', [`${items.length} ${items.length === 1 ? 'item' : 'items'}`, ...open].join(', ')]
}

/** Why cut links became what they are, or stayed open. */
export function completionLines({ items, completions }: Pick<ResolvedList, 'items' | 'completions'>): readonly string[] {
  return completions.flatMap(({ key, url, why, candidates, failure }) => {
    const item = items[Number(key)]
    const was = `${item?.urlPrefix ?? ''}…`
    if (url !== null && why !== null)
      return ['', `was  ${was}`, `now  ${url}`, `why  ${whys[why.rule]} on ${why.via}${why.agrees ? ', and the title agrees' : ''}`]
    if (failure !== null) return ['', `${was}  stays open`, ...failureLines(failure)]
    const open =
      candidates.length > 1
        ? `${candidates.length} links begin so: ${candidates.map((one) => one.url).join(', ')}`
        : 'nothing that was asked has a link that begins so'
    return ['', `${was}  stays open: ${open}`]
  })
}

/** What the pages that were asked list beside what the text names. */
export function foundLines({ items, series }: Pick<ResolvedList, 'items' | 'series'>): readonly string[] {
  const named = new Set(items.flatMap(({ url }) => (url === null ? [] : [comparisonKey(url)])))
  return series.flatMap(({ title, parts, indexUrl }) => {
    const here = parts.filter(({ url }) => named.has(comparisonKey(url))).length
    return here === parts.length ? [] : ['', `${title}: ${parts.length} parts found on ${indexUrl}, ${here} named in the text`]
  })
}

const whys = {
  'part-number': 'one part has this number',
  title: 'one link has this title',
  prefix: 'one link begins so',
} as const

function nameOf({ title, url, status, recommendation }: ListedItem): string {
  return title ?? url ?? ((status === 'to-find' && nameFor(recommendation ?? '')) || 'No title')
}

function detailsOf({ kind, by, startSeconds, durationSeconds }: ListedItem): string {
  const details = [
    kind,
    ...(by === null ? [] : [by]),
    ...(durationSeconds === null ? [] : [showSeconds(durationSeconds)]),
    ...(startSeconds === null ? [] : [`from ${showSeconds(startSeconds)}`]),
  ]
  return `  (${details.join(', ')})`
}

function belowOf(item: ListedItem): readonly string[] {
  const { url, title, urlPrefix, status, resolveVia, alternates, duplicateOf, partOf, partNumber } = item
  return [
    ...(url !== null && title !== null ? [url] : []),
    ...(status === 'cut' ? [`${urlPrefix}…  (the text shows only the beginning)`] : []),
    ...(status === 'to-find' ? ['no link in the text'] : []),
    ...(resolveVia === null || status !== 'cut' ? [] : [`its whole link may stand on ${resolveVia}`]),
    ...(partOf === null ? [] : [`${partNumber === null ? 'part' : `part ${partNumber}`} of ${partOf}`]),
    ...alternates.map((address) => `also ${address}`),
    ...(duplicateOf === null ? [] : [`the same link as ${duplicateOf + 1}`]),
  ]
}
