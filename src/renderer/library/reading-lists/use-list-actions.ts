// What the reader does with reading lists, for the component that shows them.
import { useMemo } from 'react'
import type { ItemActions } from '../../client/item-actions.ts'
import { useClient } from '../../client/use-call.ts'
import { createListActions, type ListActions } from './list-actions.ts'

export function useListActions(actions: ItemActions): ListActions {
  const client = useClient()
  return useMemo(() => createListActions(client, actions), [client, actions])
}
