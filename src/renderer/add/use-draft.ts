// What lies in Add as React state.
import { useSyncExternalStore } from 'react'
import type { Draft, DraftState } from './draft.ts'

export function useDraft(draft: Draft): DraftState {
  return useSyncExternalStore(draft.watch, draft.now)
}
