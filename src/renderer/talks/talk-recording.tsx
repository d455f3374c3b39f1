// A talk's recording on its screen: its player, or the ways to have one.
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { PlayHere } from './play-here.tsx'
import { RecordingPlayer } from './recording-player.tsx'
import { RecordingWays } from './recording-ways.tsx'
import type { Moments } from './use-moments.ts'
import type { RecordingHere } from './use-recording.ts'

type Props = {
  readonly item: ItemSummary
  readonly here: RecordingHere
  readonly job: JobProgress | null
  readonly moments: Moments
  readonly actions: ItemActions
  /** The transcript has times to go along with. */
  readonly timed: boolean
}

export function TalkRecording({ item, here, job, moments, timed, actions }: Props) {
  const { recording } = here
  return (
    <>
      <div className="recording-line">
        {recording === null ? <PlayHere item={item} actions={actions} /> : null}
        <RecordingWays item={item} here={here} job={job} />
      </div>
      {recording === null ? null : (
        <RecordingPlayer key={recording.hash} here={here} recording={recording} title={item.title} moments={moments} timed={timed} />
      )}
    </>
  )
}
