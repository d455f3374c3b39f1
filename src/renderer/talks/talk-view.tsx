// A talk without its words, or the page it stands on: what is known of it, and the ways to a transcript. Nothing is contacted until asked.
import { useEffect, useRef } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { Talk, TalkMaterial } from '../../shared/talk.ts'
import { Lamp } from '../design/lamp.tsx'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { useKeys } from '../design/use-keys.ts'
import { MarkedPage } from '../reader/marked-page.tsx'
import type { ReaderProps } from '../reader/reader-view.tsx'
import { hashOf } from '../routes.ts'
import { Chapters } from './chapters.tsx'
import { GiveTranscript, LookingForIt, TranscriptTrouble } from './give-transcript.tsx'
import { Recommended } from './moment.tsx'
import { MomentList } from './moments.tsx'
import { TalkDescription } from './talk-description.tsx'
import { durationOf, TalkHead } from './talk-head.tsx'
import { TalkMaterials } from './talk-materials.tsx'
import { openingAt, placeAt } from './talk-parts.ts'
import { TalkRecording } from './talk-recording.tsx'
import { TalkRemarks } from './talk-remarks.tsx'
import { dropSays } from './use-dropped-transcript.ts'
import type { Moments } from './use-moments.ts'
import type { RecordingHere } from './use-recording.ts'
import type { Transcripts } from './use-transcripts.ts'
import './talks.css'

type Props = {
  readonly item: ItemSummary
  readonly talk: Talk | null
  readonly job: JobProgress | null
  readonly transcripts: Transcripts
  readonly moments: Moments
  /** Slides and code that go with it. */
  readonly materials: readonly TalkMaterial[]
  readonly recording: RecordingHere
  /** The page the recording stands on, when it has a copy. */
  readonly page: { readonly copy: CopySummary; readonly path: string } | null
  readonly reader: Omit<ReaderProps, 'opened' | 'dress'>
}

export function TalkView({ item, talk, job, transcripts, moments, materials, recording, page, reader }: Props) {
  const { actions, outlineOpen, onPlace } = reader
  const leaf = useRef<HTMLElement>(null)
  useArrivalFocus(leaf)

  const chapters = talk?.chapters ?? []
  const duration = durationOf(item, talk)
  const openAt = recording.playAt ?? openingAt(item, talk, actions)
  const elsewhere = transcripts.all.length > 0
  const open = () => actions.openOutside(item.url)
  useKeys([{ keys: 'Enter', says: 'Open the recording in the browser', group: 'Reading', run: open }])
  const at = item.startSeconds === null ? null : placeAt(item.startSeconds, duration)
  const words = at?.words ?? (duration === null ? '' : showSeconds(duration))
  const done = at?.done ?? 0
  const hasChapters = chapters.length > 0
  useEffect(() => onPlace({ words, done, outline: hasChapters ? 'Chapters' : null }), [onPlace, words, done, hasChapters])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <main ref={leaf} id="page" className="leaf talk scrolls" tabIndex={0} aria-label={item.title} data-drop-says={dropSays}>
      {hasChapters && outlineOpen ? (
        <Chapters chapters={chapters} duration={duration} start={item.startSeconds} onGo={openAt.open} />
      ) : null}
      <div className="column">
        <TalkHead item={item} talk={talk} actions={actions} />
        <TalkMaterials materials={materials} actions={actions} />
        <TalkRemarks item={item} job={job} actions={actions} />
        <TalkRecording actions={actions} item={item} here={recording} job={job} moments={moments} timed={false} />
        {elsewhere ? (
          <div className="tr-meta">
            <Lamp state="complete" />
            <p>This is the page the talk stands on. Its words are on this machine too.</p>
            <span className="spring" />
            <a className="link" href={hashOf({ screen: 'item', id: item.id, copy: null })}>
              Read the transcript
            </a>
          </div>
        ) : (
          <GiveTranscript item={item} transcripts={transcripts} />
        )}
        {transcripts.trouble === null ? null : <TranscriptTrouble error={transcripts.trouble} />}
        <LookingForIt item={item} job={job} />
        {item.recommendation === null || moments.marks.some(({ words }) => words !== '') ? null : (
          <Recommended words={item.recommendation} />
        )}
        <MomentList moments={moments} actions={actions} openAt={openAt} folded={false} />
        {talk?.description ? (
          <TalkDescription text={talk.description} duration={duration} openAt={openAt} onLink={actions.openOutside} />
        ) : null}
        {page === null ? null : (
          <section aria-label="From its page">
            <h2 className="from-page">From the page it stands on</h2>
            <MarkedPage key={page.path} {...{ leaf, item, actions, ...page }} type={reader.type} highlightList={reader.highlightList} />
          </section>
        )}
      </div>
    </main>
  )
}
