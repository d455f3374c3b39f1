// The highlights of one item as React state, and everything the reader does to them: the call, the row at once, the words after it, undo.
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { Highlight, HighlightColour, PassageAnchor } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { createHighlightDoings, type HighlightDoings } from './highlight-doings.ts'

export type ItemHighlights = HighlightDoings & {
  /** Of the copy shown, as the text runs. */
  readonly here: readonly Highlight[]
  /** Of other copies of the item. */
  readonly elsewhere: readonly Highlight[]
  readonly ready: boolean
  add(anchor: PassageAnchor, colour: HighlightColour): Promise<Highlight>
}

const none: readonly Highlight[] = []

export function useItemHighlights(itemId: ItemId, copyId: CopyId, actions: ItemActions): ItemHighlights {
  const client = useClient()
  const queries = useQueryClient()
  const answer = useCall('highlight.ofItem', { id: itemId })
  const all = answer.data?.highlights ?? none
  const latest = useRef(actions)
  latest.current = actions

  const doings = useMemo(() => {
    const key = ['highlight.ofItem', { id: itemId }]
    const patch = (change: (all: readonly Highlight[]) => readonly Highlight[]) =>
      queries.setQueryData<{ highlights: readonly Highlight[] }>(key, (before) =>
        before === undefined ? before : { highlights: change(before.highlights) },
      )
    const shared = createHighlightDoings(client, () => latest.current, {
      changed: (highlight) => patch((before) => before.map((one) => (one.id === highlight.id ? highlight : one))),
      removed: (ids) => patch((before) => before.filter((one) => !ids.includes(one.id))),
    })
    return {
      ...shared,
      async add(anchor: PassageAnchor, colour: HighlightColour): Promise<Highlight> {
        const made = await client.call('highlight.add', { copyId, anchor, colour })
        const before = queries.getQueryData<{ highlights: readonly Highlight[] }>(key)?.highlights.find(({ id }) => id === made.id)
        patch((before) => [...before.filter((one) => one.id !== made.id), made].sort((a, b) => a.anchor.start - b.anchor.start))
        if (before === undefined) latest.current.remember(null, () => shared.takeAway([made.id]), 'The mark is taken away')
        // The very passage was marked already: the core has answered that mark, in the colour that was asked for.
        else if (before.colour !== made.colour)
          latest.current.remember(null, () => shared.change({ id: made.id, colour: before.colour }), 'The colour is put back')
        return made
      },
    }
  }, [client, queries, itemId, copyId])

  const sorted = useMemo(
    () => ({ here: all.filter((one) => one.copyId === copyId), elsewhere: all.filter((one) => one.copyId !== copyId) }),
    [all, copyId],
  )
  return useMemo(() => ({ ...doings, ...sorted, ready: answer.data !== undefined }), [doings, sorted, answer.data])
}
