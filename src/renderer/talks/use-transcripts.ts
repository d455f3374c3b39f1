// The transcripts of a talk, and what the reader does with them: giving one, looking for one, choosing which is shown. None is ever overwritten.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Transcript } from '../../shared/calls/talk-calls.ts'
import type { InputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'

export type Transcripts = {
  readonly all: readonly Transcript[]
  /** What went wrong with the last one given or asked for; null: nothing. */
  readonly trouble: unknown
  readonly busy: boolean
  giveFile(file: File): void
  /** `then` when it was taken. */
  givePasted(text: string, then: () => void): void
  find(from: 'open' | 'yt-dlp'): void
  show(transcript: Transcript): void
  drop(transcript: Transcript): void
}

/** More bytes than any transcript has; the contract takes no more. */
const mostBytes = 10_000_000

/** `shows`: another copy is shown now, and the screen opens it. */
export function useTranscripts(item: ItemSummary, actions: ItemActions, shows: () => void): Transcripts {
  const client = useClient()
  const queries = useQueryClient()
  const answer = useCall('talk.get', { id: item.id })
  const [trouble, setTrouble] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const all = answer.data?.transcripts ?? []

  const open = async () => {
    await queries.invalidateQueries({ queryKey: ['talk.get', { id: item.id }] })
    shows()
  }
  const showCopy = async (copy: CopyId) => {
    await client.call('item.showCopy', { id: item.id, copy })
    await open()
  }
  const attempt = (work: () => Promise<unknown>) => {
    setTrouble(null)
    setBusy(true)
    work()
      .catch(setTrouble)
      .finally(() => setBusy(false))
  }
  const give = async (input: InputOf<'talk.giveTranscript'>, named: string) => {
    const before = item.shownCopy
    const { transcript } = await client.call('talk.giveTranscript', input)
    const given = transcript.copy.id
    const known = all.some(({ copy }) => copy.id === given)
    const words = `${named} the transcript of this talk now${all.length > 0 && !known ? '; the earlier one is kept' : ''}`
    actions.remember(
      words,
      async () => {
        if (before !== null && before !== given) await client.call('item.showCopy', { id: item.id, copy: before })
        if (!known) await client.call('talk.dropTranscript', { copy: given })
        await open()
      },
      before === null ? 'The transcript is taken away again' : 'What was shown before is shown again',
    )
    await open()
  }
  return {
    all,
    trouble,
    busy,
    giveFile: (file) =>
      attempt(async () => {
        if (file.size > mostBytes) throw new Failure('transcript.too-large', { name: file.name, maxBytes: mostBytes })
        await give({ id: item.id, name: file.name, base64: await base64Of(file) }, `${file.name} is`)
      }),
    givePasted: (text, then) =>
      attempt(async () => {
        await give({ id: item.id, text }, 'The pasted words are')
        then()
      }),
    find: (from) => attempt(() => client.call('talk.findTranscript', { id: item.id, from })),
    show(transcript) {
      const before = item.shownCopy
      actions.undoable(
        'Another transcript is shown',
        () => showCopy(transcript.copy.id),
        async () => (before === null ? undefined : showCopy(before)),
        'What was shown before is shown again',
      )
    },
    drop: (transcript) =>
      attempt(async () => {
        await client.call('talk.dropTranscript', { copy: transcript.copy.id })
        await open()
        actions.say('Removed the transcript')
      }),
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onerror = () => failed(new Failure('transcript.unreadable', { name: file.name }))
    reader.onload = () => {
      const { result } = reader
      done(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : '')
    }
    reader.readAsDataURL(file)
  })
}
