// The things a text names as the rows of the preview: in their order, parts under their series, numbered as in the text beside it. Pure.
import type { PreviewedItem } from '../../shared/calls/list-calls.ts'
import { joinRepeated, type ListedMoment } from '../../shared/list-moments.ts'

export type ListRow = {
  /** Stays the same while the text is corrected elsewhere. */
  readonly key: string
  readonly item: PreviewedItem
  /** The start times the text names, each with what it says there. */
  readonly moments: readonly ListedMoment[]
  /** In the list, and in the text, where a part is "3.2". */
  readonly number: string
  readonly label: string
  readonly isPart: boolean
  /** A heading that begins with this row, and a series that has no row of its own. */
  readonly heading: string | null
  readonly series: string | null
  /** The list page that has it, when the text itself does not name it. */
  readonly foundOn: string | null
}

/** What the text names twice is shown once, with every start time. */
export function listRows(items: readonly PreviewedItem[]): readonly ListRow[] {
  const joined = joinRepeated(items)
  const once = joined.map(({ item }) => item)
  const moments = new Map(joined.map((one) => [one.item, one.moments]))
  const rows: ListRow[] = []
  const used = new Map<string, number>()
  let top = 0
  let heading = ''
  const add = (item: PreviewedItem, place: Pick<ListRow, 'number' | 'label' | 'isPart' | 'series'>) => {
    const named = [item.originalLink ?? item.urlPrefix ?? '', item.title ?? '', item.partNumber ?? '', item.startSeconds ?? ''].join(' ')
    const times = used.get(named) ?? 0
    used.set(named, times + 1)
    const above = item.group.join(' › ')
    rows.push({
      ...place,
      key: `${named} ${times}`,
      item,
      moments: moments.get(item) ?? [],
      foundOn: null,
      heading: above !== heading && above !== '' ? above : null,
    })
    heading = above
  }
  const placed = new Set<PreviewedItem>()
  for (const item of once) {
    if (placed.has(item)) continue
    top += 1
    const isSeries = item.kind === 'series'
    const name = isSeries ? item.title : item.partOf
    const parts = name === null ? [] : once.filter((other) => !placed.has(other) && other.kind !== 'series' && other.partOf === name)
    // The row of a series that is named after its parts stands over them all the same.
    const head = isSeries
      ? item
      : once.find((other) => !placed.has(other) && other.kind === 'series' && other.title === name && name !== null)
    if (head !== undefined) {
      placed.add(head)
      add(head, { number: String(top), label: String(top), isPart: false, series: null })
    } else if (parts.length < 2) {
      placed.add(item)
      add(item, { number: String(top), label: String(top), isPart: false, series: null })
      continue
    }
    for (const [at, part] of parts.entries()) {
      placed.add(part)
      const number = String(part.partNumber ?? at + 1)
      add(part, { number, label: `${top}.${number}`, isPart: true, series: head === undefined && at === 0 ? name : null })
    }
  }
  return rows
}
