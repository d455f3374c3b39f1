// News comes up from one place: what was written since the last look, by this process or another, as events.
import type { PublishedEvent } from '../../../shared/contract.ts'
import type { Cache } from '../../cache/cache.ts'
import type { Log } from '../../platform/log.ts'

/** How often another process's writes are looked for; a change shows everywhere within two seconds. */
const pollMs = 700
/** Beyond this many rows the screens ask again instead of patching row by row. */
const most = 500

export type ChangesFeed = {
  /** Publishes everything written since the last time. Cheap when nothing was. */
  tell(): void
  listen(hear: (event: PublishedEvent) => void): () => void
  close(): void
}

/** `elsewhere` is called when another process wrote; `changed` when anything was. */
export function openChangesFeed(options: {
  readonly cache: Cache
  readonly log: Log
  readonly poll: boolean
  readonly elsewhere: () => void
  readonly changed: () => void
}): ChangesFeed {
  const { cache, log, elsewhere, changed } = options
  const ears = new Set<(event: PublishedEvent) => void>()
  let seq = cache.currentSeq()
  const timer = options.poll ? setInterval(look, pollMs) : undefined

  function look(): void {
    try {
      if (!cache.changedElsewhere()) return
      tell()
      elsewhere()
    } catch (error) {
      log.write('warn', 'the library could not be looked at', { error })
    }
  }

  function publish(event: PublishedEvent): void {
    for (const hear of ears) hear(event)
  }

  function tell(): void {
    try {
      publishNews()
    } catch (error) {
      // Whoever wrote has its answer; that nobody hears of it is no reason to fail.
      log.write('warn', 'what changed could not be read', { error })
    }
  }

  function publishNews(): void {
    const news = cache.changesSince(seq, most)
    if (news.seq === seq) return
    seq = news.seq
    if (news.items.length + news.removed.length >= most || news.highlights.length >= most || news.lists.length >= most) {
      publish({ name: 'library.changed', value: { at: seq } })
    } else {
      for (const item of news.items) publish({ name: 'item.changed', value: item })
      for (const id of news.removed) publish({ name: 'item.removed', value: { id } })
      for (const itemId of news.highlights) publish({ name: 'highlight.changed', value: { itemId } })
      for (const id of news.lists) publish({ name: 'list.changed', value: { id } })
    }
    for (const job of news.jobs) publish({ name: 'job.progressed', value: job })
    if (news.settings) publish({ name: 'settings.changed', value: cache.settings.get() })
    changed()
  }

  return {
    tell,
    listen(hear) {
      ears.add(hear)
      return () => ears.delete(hear)
    },
    close() {
      clearInterval(timer)
      ears.clear()
    },
  }
}
