// The room of a talk: with its words it is read like an article, without them it says what is known and takes them.
import type { OutputOf } from '../../shared/contract.ts'
import type { CopySummary } from '../../shared/copy.ts'
import type { JobProgress } from '../../shared/job.ts'
import { useCall } from '../client/use-call.ts'
import type { ReaderProps } from '../reader/reader-view.tsx'
import { TalkReader } from './talk-reader.tsx'
import { TalkView } from './talk-view.tsx'
import { useDroppedTranscript } from './use-dropped-transcript.ts'
import { useMoments } from './use-moments.ts'
import { useRecording } from './use-recording.ts'
import { useTranscripts } from './use-transcripts.ts'

type Props = {
  readonly opened: OutputOf<'item.open'>
  readonly copies: readonly CopySummary[]
  readonly job: JobProgress | null
  /** What the reader is given, but for what is opened. */
  readonly reader: Omit<ReaderProps, 'opened' | 'dress'>
  /** Another copy is shown now. */
  readonly onShows: () => void
}

export function TalkRoom({ opened, copies, job, reader, onShows }: Props) {
  const { item, actions } = reader
  const { framePath, copy, talk } = opened
  const transcripts = useTranscripts(item, actions, onShows)
  const moments = useMoments(item.id, actions)
  const materials = useCall('talk.get', { id: item.id }).data?.materials ?? []
  const recording = useRecording(item, actions)
  useDroppedTranscript(transcripts.giveFile, recording.give)
  if (framePath !== null && copy?.source === 'transcript') {
    const stands = copies.find(({ transcript, form }) => transcript === null && form === 'article') ?? null
    return (
      <TalkReader
        key={framePath}
        item={item}
        talk={talk}
        job={job}
        copy={copy}
        page={stands}
        transcripts={transcripts}
        moments={moments}
        materials={materials}
        recording={recording}
        reader={{ ...reader, opened: { ...opened, framePath, copy } }}
      />
    )
  }
  return (
    <TalkView
      item={item}
      talk={talk}
      job={job}
      transcripts={transcripts}
      moments={moments}
      materials={materials}
      recording={recording}
      page={framePath === null || copy === null ? null : { copy, path: framePath }}
      reader={reader}
    />
  )
}
