// Calls about talks and the moments marked in them. They decide nothing.
import { Failure } from '../../shared/failure.ts'
import { giveTranscript } from '../jobs/talks/give-transcript.ts'
import { playersOf, talkOf } from '../jobs/talks/talk-facts.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function talkHandlers({ tools, queue, role }: Rooms): HandlersFor<'talk'> {
  const { cache } = tools
  return {
    'talk.get': ({ id }) => talkOf(id, cache),
    'talk.giveTranscript': (input) => giveTranscript(input, tools),
    'talk.findTranscript': ({ id, from }) => {
      const kind = from === 'open' ? 'transcript' : 'transcript-yt-dlp'
      if (cache.items.get(id).item.state === 'to-find') throw new Failure('talk.to-find', { id })
      const jobs = cache.jobs.add([{ itemId: id, kind }], { lease: role === 'short' })
      queue.wake()
      return { jobs: jobs.map((job) => job.id) }
    },
    'talk.dropTranscript': ({ copy }) => cache.copies.dropTranscript(copy),
    'talk.player': ({ id, seconds }) => playersOf(cache.items.get(id), seconds),
  }
}

export function markHandlers({ tools }: Rooms): HandlersFor<'mark'> {
  const { marks, items } = tools.cache
  return {
    'mark.add': (input) => marks.add(input),
    'mark.change': ({ id, ...changes }) => marks.change(id, changes),
    'mark.remove': ({ ids }) => ({ done: marks.remove(ids) }),
    'mark.restore': ({ ids }) => ({ done: marks.restore(ids) }),
    'mark.ofItem': ({ id }) => ({ marks: [...marks.ofItem(items.get(id).item.id)] }),
  }
}
