// Calls about recordings of talks. They decide nothing.
import { Failure } from '../../shared/failure.ts'
import { recordingOffers } from '../jobs/talks/fetch-recording.ts'
import { openPlayer } from '../jobs/talks/player-pages.ts'
import { restoreRecording } from '../jobs/talks/restore-recording.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

/** A reader who asked waits no longer for a list of files. */
const offersMs = 45_000

export function recordingHandlers({ tools, queue, role, givenRecordings, playerPages }: Rooms): HandlersFor<'recording'> {
  const { cache } = tools
  const { items, recordings } = cache
  return {
    'recording.get': ({ id }) => ({ recording: recordings.of(items.get(id).item.id) }),
    'recording.offers': async ({ id }) => ({ offers: [...(await recordingOffers(items.get(id), tools, AbortSignal.timeout(offersMs)))] }),
    'recording.fetch': ({ id, url }) => {
      if (items.get(id).item.state === 'to-find') throw new Failure('talk.to-find', { id })
      const jobs = cache.jobs.add([{ itemId: id, kind: 'recording', wanted: url }], { lease: role === 'short' })
      queue.wake()
      return { jobs: jobs.map((job) => job.id) }
    },
    'recording.begin': async (input) => ({ upload: await givenRecordings.begin(input) }),
    'recording.part': async ({ upload, at, base64 }) => ({ bytes: await givenRecordings.part(upload, at, Buffer.from(base64, 'base64')) }),
    'recording.finish': ({ upload }) => givenRecordings.finish(upload),
    'recording.abandon': async ({ upload }) => ({ done: await givenRecordings.abandon(upload) }),
    'recording.remove': ({ id }) => ({ removed: recordings.remove(items.get(id).item.id) }),
    'recording.restore': async ({ id, hash, ...facts }) => ({ recording: await restoreRecording(id, hash, facts, cache) }),
    'recording.openPlayer': ({ id, seconds }) => openPlayer(items.get(id), seconds, { pages: playerPages, cache, clock: tools.clock }),
    'recording.stopAt': ({ id, seconds }) => ({ done: recordings.stopAt(id, seconds) ? 1 : 0 }),
  }
}
