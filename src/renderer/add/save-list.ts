// Accepts what was ticked of a text: one call, one transaction; the words after it, and the way back.
import type { LookedUpSeries } from '../../shared/calls/look-up-calls.ts'
import type { InputOf } from '../../shared/contract.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ListId } from '../../shared/list.ts'
import type { Client } from '../client/client.ts'
import { acceptedItem, type ChosenRow, vouchedFor } from './list-choice.ts'

type Given = {
  readonly rows: readonly ChosenRow[]
  /** Empty: no list is made. */
  readonly title: string
  readonly source: InputOf<'list.accept'>['source']
  readonly place: InputOf<'list.accept'>['place']
  /** What looking at list pages found of series. */
  readonly found: readonly LookedUpSeries[]
}

export type SavedList = {
  readonly words: string
  readonly list: ListId | null
  /** Takes back what was new: the list goes, and what was not here before goes to the trash. */
  readonly back: () => Promise<void>
}

/** Throws what the core answers; a single thing that could not be saved is in the words instead. */
export async function saveList(client: Client, { rows, title, source, place, found }: Given): Promise<SavedList> {
  const name = title.trim()
  const ticked = rows.filter((row) => row.ticked)
  // The same text again joins the list it made before, which undo must leave.
  const known = name === '' ? [] : (await client.call('list.list', {})).lists.map(({ id }) => id)
  const { list, results } = await client.call('list.accept', {
    title: name === '' ? null : name,
    source,
    place,
    chosen: vouchedFor(ticked),
    items: ticked.map(acceptedItem),
    found: found.slice(0, 50).map((series) => ({ ...series, parts: series.parts.slice(0, 1_000) })),
  })
  const failed = results.flatMap((result) => (result.ok ? [] : [result]))
  const fresh = results.flatMap((result) => (result.ok && !result.already ? [result.item.id] : []))
  const kept = results.length - failed.length
  const [first] = failed
  const reason = first === undefined ? '' : wordsFor(first.failure).says
  const words = [
    list === null ? `${kept} saved.` : `${kept} saved in “${list.title}”.`,
    failed.length === 1 ? `One could not be saved: ${reason}` : '',
    failed.length > 1 ? `${failed.length} could not be saved; the first because: ${reason}` : '',
  ]
  return {
    words: words.filter((part) => part !== '').join(' '),
    list: list?.id ?? null,
    back: async () => {
      if (list !== null && !known.includes(list.id)) await client.call('list.remove', { id: list.id })
      if (fresh.length > 0) await client.call('item.move', { ids: fresh, place: 'trash' })
    },
  }
}
