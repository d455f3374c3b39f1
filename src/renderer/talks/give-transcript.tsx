// The ways to a talk's words: a file, pasted words, its site's own files, the reader's yt-dlp. Each says whom it contacts before it does.
import { useRef, useState } from 'react'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import { hasOriginal } from '../client/item-words.ts'
import { isActive, isForLater, jobWords } from '../client/job-words.ts'
import { Dialog } from '../design/dialog.tsx'
import { Lamp } from '../design/lamp.tsx'
import { Say } from '../design/say.tsx'
import { errorWords } from '../failure/error-words.ts'
import { transcriptFiles } from './use-dropped-transcript.ts'
import type { Transcripts } from './use-transcripts.ts'

type Props = { readonly item: ItemSummary; readonly transcripts: Transcripts }

/** For a talk without a transcript. */
export function GiveTranscript({ item, transcripts }: Props) {
  const choose = useTranscriptFile(transcripts)
  const [pasting, setPasting] = useState(false)
  return (
    <section className="give-transcript" aria-label="Give it a transcript">
      <p className="no-words">
        <Lamp state="to-find" />
        <span>
          <b>There is no transcript yet.</b> Drop a .vtt, .srt or .txt file here, and the talk reads like an article.
        </span>
      </p>
      <div className="give-ways">
        <button type="button" className="btn sm" disabled={transcripts.busy} onClick={choose.open}>
          Choose a file
        </button>
        <button type="button" className="btn sm" disabled={transcripts.busy} onClick={() => setPasting(true)}>
          Paste the words
        </button>
        {hasOriginal(item) ? (
          <>
            <button type="button" className="btn sm" disabled={transcripts.busy} onClick={() => transcripts.find('open')}>
              Look for it on {item.host}
            </button>
            <button type="button" className="btn sm" disabled={transcripts.busy} onClick={() => transcripts.find('yt-dlp')}>
              Ask yt-dlp
            </button>
          </>
        ) : null}
      </div>
      {hasOriginal(item) ? <p className="quiet">Looking contacts {item.host}, and so does yt-dlp, if it is installed here.</p> : null}
      {choose.input}
      {pasting ? <PasteWords transcripts={transcripts} onClose={() => setPasting(false)} /> : null}
    </section>
  )
}

/** A hidden field for files, and how to open it. */
export function useTranscriptFile(transcripts: Transcripts) {
  const field = useRef<HTMLInputElement>(null)
  return {
    open: () => field.current?.click(),
    input: (
      <input
        ref={field}
        type="file"
        hidden
        accept={`${transcriptFiles},text/vtt,text/plain`}
        aria-label="Transcript file"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file can be chosen again after it was mended.
          event.target.value = ''
          if (file !== undefined) transcripts.giveFile(file)
        }}
      />
    ),
  }
}

export function PasteWords({ transcripts, onClose }: { readonly transcripts: Transcripts; readonly onClose: () => void }) {
  const [text, setText] = useState('')
  return (
    <Dialog title="Paste the transcript" wide onClose={onClose}>
      <p className="second">Captions with their times, or plain text. What is there already is kept.</p>
      <div className="paste-words">
        <textarea
          className="scrolls"
          aria-label="The words of the talk"
          dir="auto"
          rows={12}
          maxLength={10_000_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {transcripts.trouble === null ? null : <TranscriptTrouble error={transcripts.trouble} />}
      <div className="do">
        <button type="button" className="btn" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={text.trim() === '' || transcripts.busy}
          onClick={() => transcripts.givePasted(text, onClose)}
        >
          Make it the transcript
        </button>
      </div>
    </Dialog>
  )
}

export function TranscriptTrouble({ error }: { readonly error: unknown }) {
  const { says, remedy } = errorWords(error)
  return (
    <div role="alert">
      <Say state="failed" bold={says} plain={remedy} />
    </div>
  )
}

/** How looking for a transcript goes, and why none came. */
export function LookingForIt({ item, job }: { readonly item: ItemSummary; readonly job: JobProgress | null }) {
  if (!isLooking(job)) return null
  if (job.state === 'failed' && job.failure !== null) {
    const { says, remedy } = wordsFor(job.failure)
    return <Say state="failed" bold={says} plain={remedy} />
  }
  if (!isActive(job)) return null
  const now = Date.now()
  const how = isForLater(job, now)
    ? jobWords(job, now)
    : job.kind === 'transcript'
      ? `Looking for the transcript on ${item.host}`
      : 'Asking yt-dlp'
  return <Say state="waiting" bold={`${how}.`} />
}

/** True for a job that looks for a transcript. */
export function isLooking(job: JobProgress | null): job is JobProgress {
  return job !== null && (job.kind === 'transcript' || job.kind === 'transcript-yt-dlp')
}
