// Notes that a closed window could not keep are kept as soon as another one is looked at, whichever screen it shows. Words whose
// highlight was deleted meanwhile have no place any more: they are shown once, to be carried away.
import { useCallback, useEffect, useState } from 'react'
import { Failure } from '../../shared/failure.ts'
import type { Client } from '../client/client.ts'
import { useClient } from '../client/use-call.ts'
import { dropDraft, keepingOf, type LeftNote, leftNotes, watchLeftNotes } from './note-drafts.ts'

/** Keeps what was left behind. Answers the notes that have no highlight any more; what nobody answered for stays for the next time. */
export async function keepLeftNotes(client: Client): Promise<readonly LeftNote[]> {
  const homeless: LeftNote[] = []
  for (const left of await leftNotes()) {
    const { id, draft } = left
    try {
      // A change of nothing answers the highlight as it is.
      const kept = await client.call('highlight.change', { id })
      await client.call('highlight.change', { id, ...keepingOf(draft, kept.note) })
      dropDraft(id)
    } catch (error) {
      if (!(error instanceof Failure)) return homeless
      if (error.code !== 'highlight.unknown') continue
      if (draft.note.trim() === '') dropDraft(id)
      else homeless.push(left)
    }
  }
  return homeless
}

/** The notes that have no highlight any more, and how to be done with them. */
export function useLeftNotes(): { readonly homeless: readonly LeftNote[]; readonly drop: () => void } {
  const client = useClient()
  const [homeless, setHomeless] = useState<readonly LeftNote[]>([])
  useEffect(() => {
    let busy = false
    const look = async () => {
      if (busy || document.visibilityState === 'hidden') return
      busy = true
      const found = await keepLeftNotes(client).catch(() => [])
      busy = false
      if (found.length > 0) setHomeless(found)
    }
    const again = () => void look()
    again()
    document.addEventListener('visibilitychange', again)
    const stop = watchLeftNotes(again)
    return () => {
      document.removeEventListener('visibilitychange', again)
      stop()
    }
  }, [client])
  const drop = useCallback(() => {
    for (const { id } of homeless) dropDraft(id)
    setHomeless([])
  }, [homeless])
  return { homeless, drop }
}
