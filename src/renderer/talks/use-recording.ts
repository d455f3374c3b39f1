// The recording of a talk, and what the reader does with it: giving a file, fetching one that is offered, playing from a moment, removing it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import { Failure } from '../../shared/failure.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobId } from '../../shared/job.ts'
import { mostRecordingBytes, type Recording, type RecordingOffer, recordingPartBytes } from '../../shared/recording.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { bytes } from '../design/amounts.ts'
import type { OpenAt } from './talk-parts.ts'

export type RecordingHere = {
  readonly recording: Recording | null
  /** What is offered; null: not asked yet. */
  readonly offers: readonly RecordingOffer[] | null
  readonly asking: boolean
  /** The share of a given file that is here, 0 to 1; null: none is given now. */
  readonly giving: { readonly name: string; readonly share: number } | null
  readonly trouble: unknown
  /** The player, once it is on the screen. */
  readonly media: HTMLMediaElement | null
  readonly setMedia: (media: HTMLMediaElement | null) => void
  /** True while the transcript goes along with it. */
  readonly following: boolean
  readonly follow: (on: boolean) => void
  give(file: File): void
  stopGiving(): void
  ask(): void
  take(offer: RecordingOffer): void
  stopFetching(job: JobId): void
  remove(): void
  /** Times of the talk play it; null without a recording. */
  readonly playAt: OpenAt | null
}

export function useRecording(item: ItemSummary, actions: ItemActions): RecordingHere {
  const client = useClient()
  const queries = useQueryClient()
  const answer = useCall('recording.get', { id: item.id })
  const [offers, setOffers] = useState<readonly RecordingOffer[] | null>(null)
  const [asking, setAsking] = useState(false)
  const [giving, setGiving] = useState<RecordingHere['giving']>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [media, setMedia] = useState<HTMLMediaElement | null>(null)
  const [following, follow] = useState(true)
  const stopped = useRef<AbortController | null>(null)
  const recording = answer.data?.recording ?? null
  useEffect(() => () => stopped.current?.abort(), [])

  const again = () => queries.invalidateQueries({ queryKey: ['recording.get', { id: item.id }] })
  const restore = async ({ hash, name, url, stoppedAt }: Recording) => {
    await client.call('recording.restore', { id: item.id, hash, name, url, stoppedAt })
    await again()
  }

  const send = async (file: File, signal: AbortSignal) => {
    if (file.size > mostRecordingBytes) throw new Failure('recording.too-large', { name: file.name, maxBytes: mostRecordingBytes })
    if (file.size === 0) throw new Failure('recording.unreadable', { name: file.name })
    const { upload } = await client.call('recording.begin', { id: item.id, name: file.name, bytes: file.size })
    try {
      for (let at = 0; at < file.size; at += recordingPartBytes) {
        setGiving({ name: file.name, share: at / file.size })
        const base64 = await base64Of(file.slice(at, at + recordingPartBytes), file.name)
        if (signal.aborted) return
        await client.call('recording.part', { upload, at, base64 })
      }
      const { before } = await client.call('recording.finish', { upload })
      await again()
      actions.remember(
        `${file.name} is the recording of this talk now`,
        async () => {
          await client.call('recording.remove', { id: item.id })
          if (before !== null) await restore(before)
          await again()
        },
        before === null ? 'The recording is taken away again' : 'The recording that was here before is back',
      )
    } finally {
      // Harmless when it is whole: there is nothing left to let go of.
      await client.call('recording.abandon', { upload }).catch(() => undefined)
    }
  }

  return {
    recording,
    offers,
    asking,
    giving,
    trouble,
    media,
    setMedia,
    following,
    follow,
    give(file) {
      stopped.current?.abort()
      const abort = new AbortController()
      stopped.current = abort
      setTrouble(null)
      setGiving({ name: file.name, share: 0 })
      send(file, abort.signal)
        .catch(setTrouble)
        .finally(() => {
          if (stopped.current === abort) setGiving(null)
        })
    },
    stopGiving() {
      stopped.current?.abort()
      setGiving(null)
    },
    ask() {
      setTrouble(null)
      setAsking(true)
      client
        .call('recording.offers', { id: item.id })
        .then((found) => setOffers(found.offers), setTrouble)
        .finally(() => setAsking(false))
    },
    take(offer) {
      setTrouble(null)
      setOffers(null)
      actions.attempt(() => client.call('recording.fetch', { id: item.id, url: offer.url }))
    },
    stopFetching: (job) => actions.attempt(() => client.call('job.cancel', { ids: [job] })),
    remove() {
      if (recording === null) return
      actions.undoable(
        `Removed the recording (${bytes(recording.bytes)})`,
        async () => {
          await client.call('recording.remove', { id: item.id })
          await again()
        },
        () => restore({ ...recording, stoppedAt: Math.max(0, media?.currentTime ?? recording.stoppedAt) }),
        'The recording is back',
      )
    },
    playAt:
      recording === null
        ? null
        : {
            open(seconds) {
              if (media === null) return
              media.currentTime = seconds
              follow(true)
              actions.attempt(() => media.play().catch(ignoreInterrupted))
            },
            says: (seconds) => `Play at ${showSeconds(seconds)}`,
          },
  }
}

/** A play that another one, or a pause, came before is no failure. */
export function ignoreInterrupted(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}

function base64Of(part: Blob, name: string): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onerror = () => failed(new Failure('recording.unreadable', { name }))
    reader.onload = () => {
      const { result } = reader
      done(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : '')
    }
    reader.readAsDataURL(part)
  })
}
