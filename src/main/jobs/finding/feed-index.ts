// Feeds the search index from the library's outbox, a batch at a time; one feeding at once.
import type { OutboxShelf } from '../../cache/cache.ts'
import type { Log } from '../../platform/log.ts'
import type { SearchIndex } from '../../search/search-index.ts'

/** Rows per transaction of the index: more would block typing in the search box (measured 0.2–0.5 s for 500). */
const batch = 50
/** A neighbour may hold the index, or the library, longer than one waits for it: tried again after a second, then after twice as long each time. */
const firstPauseMs = 1_000
const longestPauseMs = 60_000

export type IndexFeed = {
  /** Feeds everything that waits; calls while a feeding is under way share its end and are followed by one more look. */
  feed(): Promise<void>
  /** One feeding more, and no try after it. */
  close(): Promise<void>
}

/** The feed of one library. A new or rebuilt index gets every item again before it is called filled. */
export function openIndexFeed(options: { readonly outbox: OutboxShelf; readonly index: SearchIndex; readonly log: Log }): IndexFeed {
  const { outbox, index, log } = options
  let under: Promise<void> | null = null
  let again = false
  let pauseMs = firstPauseMs
  let next: NodeJS.Timeout | undefined
  let closed = false

  async function drain(): Promise<void> {
    await forgetTheFuture()
    const filling = await index.needsFill()
    if (filling) outbox.fill()
    for (;;) {
      const lines = await outbox.take(batch)
      if (lines.length === 0) break
      await index.remove(lines.filter((line) => line.doc === null))
      await index.put(lines.flatMap(({ seq, itemId, doc }) => (doc ? [{ ...doc, seq, itemId }] : [])))
      outbox.done(lines.map((line) => line.seq))
    }
    if (filling) await index.markFilled()
  }

  /**
   * An index that was given lines this library never wrote belongs to its future: the library was restored from a backup. The library is
   * asked second, so that what a neighbour feeds meanwhile is not taken for it.
   */
  async function forgetTheFuture(): Promise<void> {
    const newest = await index.newestSeq()
    if (newest <= outbox.lastSeq()) return
    log.write('info', 'the library is older than its search index; the index is made anew', { newest })
    await index.startOver(newest)
  }

  async function run(): Promise<void> {
    clearTimeout(next)
    try {
      do {
        again = false
        await drain()
      } while (again)
      pauseMs = firstPauseMs
    } catch (error) {
      log.write('warn', 'the search index could not be fed', { error })
      tryLater()
    } finally {
      under = null
    }
  }

  /** The outbox keeps what was not indexed. No other change need come: without another try it would not be found until the next start. */
  function tryLater(): void {
    if (closed) return
    next = setTimeout(() => void feed(), pauseMs)
    next.unref()
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }

  function feed(): Promise<void> {
    again = under !== null
    under ??= run()
    return under
  }

  return {
    feed,
    close() {
      closed = true
      clearTimeout(next)
      return feed()
    },
  }
}
