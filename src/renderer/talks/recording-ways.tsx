// The ways to a talk's recording: a file the reader has, or one its platform offers, with its size before it is fetched.
import { useRef } from 'react'
import { talkLink } from '../../shared/address/talk-link.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import { type RecordingOffer, recordingFiles } from '../../shared/recording.ts'
import { isActive, isForLater, jobWords } from '../client/job-words.ts'
import { bytes } from '../design/amounts.ts'
import { Say } from '../design/say.tsx'
import { errorWords } from '../failure/error-words.ts'
import type { RecordingHere } from './use-recording.ts'
import './recording.css'

type Props = { readonly item: ItemSummary; readonly here: RecordingHere; readonly job: JobProgress | null }

export function RecordingWays({ item, here, job }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { recording, offers, asking, giving, trouble } = here
  const fetching = job?.kind === 'recording' ? job : null
  const busy = giving !== null || asking || (fetching !== null && isActive(fetching))
  return (
    <section className="recording-ways" aria-label="Its recording">
      {recording === null && giving === null && !(fetching !== null && isActive(fetching)) && offers === null ? (
        <p>
          <span>The recording itself is not on this machine.</span>
          <button type="button" className="link" disabled={busy} onClick={() => field.current?.click()}>
            Give a file
          </button>
          {offersFiles(item) ? (
            <button type="button" className="link" disabled={busy} onClick={here.ask}>
              {asking ? `Asking ${item.host}` : `Ask ${item.host} for one`}
            </button>
          ) : null}
        </p>
      ) : null}
      <input
        ref={field}
        type="file"
        hidden
        accept={`${recordingFiles},video/*,audio/*`}
        aria-label="Recording file"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) here.give(file)
        }}
      />
      {recording === null && offers !== null ? <Offers offers={offers} here={here} /> : null}
      {giving === null ? null : (
        <Say state="waiting" bold={`Keeping ${giving.name}, ${Math.round(giving.share * 100)} %.`}>
          <button type="button" className="btn sm" onClick={here.stopGiving}>
            Stop
          </button>
        </Say>
      )}
      {fetching === null ? null : <Fetching job={fetching} here={here} />}
      {trouble === null ? null : <Trouble error={trouble} />}
    </section>
  )
}

function Offers({ offers, here }: { readonly offers: readonly RecordingOffer[]; readonly here: RecordingHere }) {
  return (
    <ul className="offers">
      {offers.map((offer) => (
        <li key={offer.url}>
          <button type="button" className="btn sm" onClick={() => here.take(offer)}>
            Fetch {offer.bytes === null ? 'it' : bytes(offer.bytes)}
          </button>
          <span>{[offer.label, kindOf(offer.mime), `from ${offer.host}`].filter((word) => word !== '').join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}

function Fetching({ job, here }: { readonly job: JobProgress; readonly here: RecordingHere }) {
  if (job.state === 'failed' && job.failure !== null) {
    const { says, remedy } = wordsFor(job.failure)
    return <Say state="failed" bold={says} plain={remedy} />
  }
  if (!isActive(job)) return null
  const now = Date.now()
  return (
    <Say state="waiting" bold={`${isForLater(job, now) ? jobWords(job, now) : fetched(job)}.`}>
      <button type="button" className="btn sm" onClick={() => here.stopFetching(job.id)}>
        Stop
      </button>
    </Say>
  )
}

function Trouble({ error }: { readonly error: unknown }) {
  const { says, remedy } = errorWords(error)
  return (
    <div role="alert">
      <Say state="failed" bold={says} plain={remedy} />
    </div>
  )
}

/** The platforms whose files can be asked for; others keep theirs to their players. */
function offersFiles(item: ItemSummary): boolean {
  const link = talkLink(item.url)
  return link !== null && ['media-ccc', 'peertube', 'archive-org', 'video-file'].includes(link.provider)
}

/** How much of it is here, while it is fetched. */
function fetched(job: JobProgress): string {
  if (job.stage !== 'fetching') return 'Keeping the recording'
  return job.total > 0 ? `Fetched ${bytes(job.done)} of ${bytes(job.total)}` : `Fetched ${bytes(job.done)}`
}

/** "video/mp4" as people know it. */
function kindOf(mime: string): string {
  return mime
    .replace(/^(?:video|audio)\//, '')
    .replace(/^mpeg$/, 'mp3')
    .replace(/;.*/, '')
    .toUpperCase()
}
