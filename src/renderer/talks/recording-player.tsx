// The recording beside the words of its talk: it stays in sight while the transcript goes along, and goes on where it was stopped.
import { BookmarkPlus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type Recording, recordingPath } from '../../shared/recording.ts'
import { useClient } from '../client/use-call.ts'
import { bytes } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { Say } from '../design/say.tsx'
import type { Moments } from './use-moments.ts'
import type { RecordingHere } from './use-recording.ts'
import './recording.css'

type Props = {
  readonly here: RecordingHere
  readonly recording: Recording
  readonly title: string
  readonly moments: Moments
  /** The transcript has times to go along with. */
  readonly timed: boolean
}

const rates = [0.75, 1, 1.25, 1.5, 1.75, 2]
/** How often the place is kept while it plays; also at every pause, and when one leaves. */
const keepEveryMs = 10_000

export function RecordingPlayer({ here, recording, title, moments, timed }: Props) {
  const { media, setMedia, following, follow } = here
  const [rate, setRate] = useState(1)
  const [broken, setBroken] = useState(false)
  useKeptPlace(media, recording)
  useEffect(() => {
    if (media !== null) media.playbackRate = rate
  }, [media, rate])
  const shared = {
    ref: setMedia,
    src: recordingPath(recording),
    controls: true,
    preload: 'metadata',
    'aria-label': `Recording of ${title}`,
    onError: () => setBroken(true),
    onLoadedMetadata: () => setBroken(false),
  } as const
  const film = recording.mime.startsWith('video/')
  return (
    <section className={`recording ${film ? 'film' : 'sound'}`} aria-label="Recording" data-stays>
      {/* Its words are the transcript under it. */}
      {film ? <video {...shared} playsInline /> : <audio {...shared} />}
      <div className="recording-acts">
        <label className="rate">
          <span>Speed</span>
          <select className="btn sm num" value={rate} onChange={(event) => setRate(Number(event.target.value))}>
            {rates.map((one) => (
              <option key={one} value={one}>
                {one}×
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn sm" onClick={() => moments.add(Math.floor(media?.currentTime ?? 0), '')}>
          <Icon of={BookmarkPlus} small />
          Mark this moment
        </button>
        {timed && !following ? (
          <button type="button" className="btn sm" onClick={() => follow(true)}>
            Follow
          </button>
        ) : null}
        <button type="button" className="link" onClick={here.remove}>
          <Icon of={Trash2} small />
          Remove it
        </button>
        <p className="quiet">
          {recording.name}, {bytes(recording.bytes)}, on this machine
        </p>
        {broken ? (
          <Say
            state="failed"
            bold="This recording cannot be played here."
            plain="Its file may be damaged, or made in a way this program does not play."
          />
        ) : null}
      </div>
    </section>
  )
}

/** Begins where it was stopped, and keeps where it is. */
function useKeptPlace(media: HTMLMediaElement | null, { itemId, stoppedAt, hash }: Recording): void {
  const client = useClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it was stopped is asked once for every player
  useEffect(() => {
    if (media === null) return
    let kept = stoppedAt
    let last = 0
    let touched = false
    const begin = () => {
      if (!touched && stoppedAt > 0 && stoppedAt < media.duration - 1) media.currentTime = stoppedAt
    }
    const keep = () => {
      // At its end it has been heard, and begins anew.
      const seconds = media.ended ? 0 : media.currentTime
      if (!touched || Math.abs(seconds - kept) < 0.5) return
      kept = seconds
      client.call('recording.stopAt', { id: itemId, seconds }).catch(() => undefined)
    }
    const now = () => {
      if (!media.paused) touched = true
      if (performance.now() - last < keepEveryMs) return
      last = performance.now()
      keep()
    }
    const began = () => {
      touched = true
    }
    if (media.readyState >= 1) begin()
    media.addEventListener('loadedmetadata', begin)
    media.addEventListener('play', began)
    media.addEventListener('pause', keep)
    media.addEventListener('timeupdate', now)
    addEventListener('pagehide', keep)
    return () => {
      keep()
      media.pause()
      media.removeEventListener('loadedmetadata', begin)
      media.removeEventListener('play', began)
      media.removeEventListener('pause', keep)
      media.removeEventListener('timeupdate', now)
      removeEventListener('pagehide', keep)
    }
  }, [media, client, itemId, hash])
}
