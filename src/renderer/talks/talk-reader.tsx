// A talk with its words: read like an article, by the reader itself, under the talk's head and with times beside its lines.
import type { OutputOf } from '../../shared/contract.ts'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { TalkMaterial } from '../../shared/talk.ts'
import { useKeys } from '../design/use-keys.ts'
import type { LeafDress } from '../reader/leaf-dress.ts'
import { type ReaderProps, ReaderView } from '../reader/reader-view.tsx'
import { Recommended } from './moment.tsx'
import { MomentList } from './moments.tsx'
import { TalkDescription } from './talk-description.tsx'
import { durationOf, TalkHead } from './talk-head.tsx'
import { chaptersOf, lineAt, linesOf } from './talk-lines.ts'
import { TalkMaterials } from './talk-materials.tsx'
import { openingAt, placeAt } from './talk-parts.ts'
import { TalkRecording } from './talk-recording.tsx'
import { TalkRemarks } from './talk-remarks.tsx'
import { TalkTimes } from './talk-times.tsx'
import { TranscriptLine } from './transcript-line.tsx'
import { dropSays } from './use-dropped-transcript.ts'
import type { Moments } from './use-moments.ts'
import type { RecordingHere } from './use-recording.ts'
import type { Transcripts } from './use-transcripts.ts'
import './talks.css'

type Props = {
  readonly item: ItemSummary
  readonly talk: OutputOf<'item.open'>['talk']
  readonly job: JobProgress | null
  readonly copy: CopySummary
  readonly page: CopySummary | null
  readonly transcripts: Transcripts
  readonly moments: Moments
  /** Slides and code that go with it. */
  readonly materials: readonly TalkMaterial[]
  readonly recording: RecordingHere
  readonly reader: Omit<ReaderProps, 'dress'>
}

export function TalkReader({ item, talk, job, copy, page, transcripts, moments, materials, recording, reader }: Props) {
  const { actions } = reader
  const openAt = recording.playAt ?? openingAt(item, talk, actions)
  const duration = durationOf(item, talk)
  useKeys([{ keys: 'Enter', says: 'Open the recording in the browser', group: 'Reading', run: () => actions.openOutside(item.url) }])
  const timed = copy.transcript?.timed === true
  const dress: LeafDress = {
    className: 'talk',
    dropSays,
    head: (
      <>
        <TalkHead item={item} talk={talk} actions={actions} />
        <TalkMaterials materials={materials} actions={actions} />
        <TalkRemarks item={item} job={job} actions={actions} />
        <TalkRecording actions={actions} item={item} here={recording} job={job} moments={moments} timed={timed} />
        <TranscriptLine item={item} job={job} shown={copy} transcripts={transcripts} page={page} />
        {item.recommendation !== null && (!timed || item.startSeconds === null) && moments.marks.every(({ words }) => words === '') ? (
          <Recommended words={item.recommendation} />
        ) : null}
        {talk?.description ? (
          <details className="about-talk">
            <summary>What its site says of it</summary>
            <TalkDescription text={talk.description} duration={duration} openAt={openAt} onLink={actions.openOutside} />
          </details>
        ) : null}
        <MomentList moments={moments} actions={actions} openAt={openAt} folded={timed || moments.marks.length === 0} />
      </>
    ),
    outlineName: 'Chapters',
    headingsOf: (article) => chaptersOf(article, talk?.chapters ?? []),
    place: ({ article }, line) => {
      if (!timed) return null
      const at = linesOf(article).findLast(({ element }) => element.getBoundingClientRect().top <= line)?.seconds ?? 0
      // The last line begins before the talk ends: who has come to the end of the words has come to its end.
      return placeAt(line < article.getBoundingClientRect().bottom ? at : (duration ?? at), duration)
    },
    firstLine: (article) => (item.startSeconds === null ? null : (lineAt(linesOf(article), item.startSeconds)?.element ?? null)),
    layer: (shown, height) => (
      <TalkTimes item={item} shown={shown} height={height} moments={moments} actions={actions} openAt={openAt} recording={recording} />
    ),
    newer: 'Another transcript of this talk is here.',
  }
  return <ReaderView {...reader} dress={dress} />
}
