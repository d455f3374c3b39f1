// The reading list one reads along: its entries in order, and the neighbours of this one, in the form of a series.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId } from '../../shared/item.ts'
import type { ListId } from '../../shared/list.ts'
import { useCall } from '../client/use-call.ts'
import type { SeriesHere } from './use-series.ts'

/** Null while it is not known, without a list, and when the item stands in it no more. */
export function useAlongList(list: ListId | null, id: ItemId): SeriesHere | null {
  const known = useCall('list.get', { id: list ?? noList }, { enabled: list !== null })
  return list === null || known.data === undefined ? null : placeInList(known.data, id)
}

const noList = '' as ListId

/** Pure. What is to find is no part: it cannot be read. */
export function placeInList({ list, entries }: Pick<OutputOf<'list.get'>, 'list' | 'entries'>, id: ItemId): SeriesHere | null {
  // What rests in the trash has no number.
  const shown = entries.filter(({ item }) => item.place !== 'trash' || item.id === id)
  const parts = shown.flatMap(({ item }, at) =>
    item.state === 'to-find' && item.id !== id
      ? []
      : [
          {
            id: item.id,
            number: at + 1,
            title: item.title,
            minutes: item.minutes,
            complete: item.state === 'complete',
            progress: item.progress,
          },
        ],
  )
  const at = parts.findIndex((part) => part.id === id)
  const here = parts[at]
  if (here === undefined) return null
  return {
    key: list.id,
    list: list.id,
    title: list.title,
    total: shown.length,
    parts,
    here,
    previous: parts[at - 1] ?? null,
    next: parts[at + 1] ?? null,
  }
}
