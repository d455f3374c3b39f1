// The moments marked in a talk, and what the reader does to them: every step with an undo.
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ItemId } from '../../shared/item.ts'
import type { Mark } from '../../shared/mark.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'

export type Moments = {
  readonly marks: readonly Mark[]
  /** `then` hears of the new one, so that its note can be written. */
  add(seconds: number, note: string, then?: (mark: Mark) => void): void
  /** Keeps a note while it is written; nothing is said. */
  keep(mark: Mark, note: string, noteWas: string): Promise<Mark>
  /** A note that was `before` has been written to its end. */
  written(mark: Mark, before: string, after: string): void
  remove(mark: Mark): void
}

export function useMoments(itemId: ItemId, actions: ItemActions): Moments {
  const client = useClient()
  const queries = useQueryClient()
  const answer = useCall('talk.get', { id: itemId })
  const marks = answer.data?.marks
  return useMemo(() => {
    const changed = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work
      await queries.invalidateQueries({ queryKey: ['talk.get', { id: itemId }] })
      return done
    }
    return {
      marks: marks ?? [],
      add(seconds, note, then) {
        actions.attempt(async () => {
          const mark = await changed(client.call('mark.add', { itemId, seconds, note }))
          actions.remember(null, () => changed(client.call('mark.remove', { ids: [mark.id] })), 'The moment is taken away')
          then?.(mark)
        })
      },
      keep: (mark, note, noteWas) => changed(client.call('mark.change', { id: mark.id, note, noteWas })),
      written(mark, before, after) {
        actions.remember(
          null,
          () => changed(client.call('mark.change', { id: mark.id, note: before, noteWas: after })),
          'The note is put back',
        )
      },
      remove(mark) {
        actions.undoable(
          'Removed the moment',
          () => changed(client.call('mark.remove', { ids: [mark.id] })),
          () => changed(client.call('mark.restore', { ids: [mark.id] })),
          'The moment is put back',
        )
      },
    }
  }, [actions, client, queries, itemId, marks])
}
