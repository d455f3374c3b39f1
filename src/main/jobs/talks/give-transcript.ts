// A transcript the reader has, as a file or as pasted words.
import type { CheckedInputOf, OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { Tools } from '../tools.ts'
import { storeTranscript } from './store-transcript.ts'
import { transcriptOf } from './talk-facts.ts'

/** Throws item.unknown, talk.to-find, transcript.empty, transcript.unreadable, and what storing throws. */
export async function giveTranscript(
  input: CheckedInputOf<'talk.giveTranscript'>,
  tools: Pick<Tools, 'cache' | 'clock'>,
): Promise<OutputOf<'talk.giveTranscript'>> {
  const record = tools.cache.items.get(input.id)
  if (record.item.state === 'to-find') throw new Failure('talk.to-find', { id: input.id })
  const name = 'name' in input ? (input.name.split(/[\\/]/).at(-1) ?? input.name) : null
  const { copyId } = await storeTranscript(
    record,
    {
      origin: name === null ? 'pasted' : 'file',
      name,
      fileName: name,
      bytes: 'base64' in input ? new Uint8Array(Buffer.from(input.base64, 'base64')) : new TextEncoder().encode(input.text),
      mime: name === null ? 'text/plain; charset=utf-8' : null,
      url: record.item.url,
      lang: null,
      generated: null,
    },
    tools,
  )
  tools.cache.jobs.settleFailed(input.id, ['transcript', 'transcript-yt-dlp'])
  const stored = tools.cache.copies.transcripts(input.id).find(({ copy }) => copy.id === copyId)
  if (!stored) throw new Failure('copy.unknown', { id: copyId })
  return { item: tools.cache.items.get(input.id).item, transcript: transcriptOf(stored.copy, stored.facts) }
}
