// The door of a browser: calls are POSTed to our own origin, events come as a stream that is opened again whenever it breaks.
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
import { isLocked, type OpenStream, openStream, type StreamNews } from './event-stream.ts'
import { shareStream } from './shared-stream.ts'
import { DoorClosed, type DoorState, type Transport } from './transport.ts'

/**
 * What is written when a page is left must arrive even then. Browsers carry at most 64 KiB of all that is under way, and refuse what is
 * above it, so nothing else is asked to be carried.
 */
const carried: ReadonlySet<string> = new Set(['item.setReading', 'highlight.change'])
const carriedAtMost = 32_000

/** Whether a call outlives the page that made it. */
export function isCarried(name: string, body: string): boolean {
  return carried.has(name) && body.length < carriedAtMost
}

export function httpTransport(): Transport {
  const hearers = new Set<(event: PublishedEvent) => void>()
  const watchers = new Set<(state: DoorState) => void>()
  let stream: OpenStream | null = null
  /** As far as we were told: who joins others' stream hears of it only when it breaks. */
  let streaming = true
  let state: DoorState = 'open'

  const say = (next: DoorState, evenIfSame = false) => {
    if (next === state && !evenIfSame) return
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const hear = (news: StreamNews) => {
    if (news.is === 'event') {
      for (const hearer of hearers) hearer(news.event)
      return
    }
    streaming = news.is === 'open'
    if (news.is !== 'open') return say(news.is)
    // Whatever happened while the stream was broken went unheard.
    if (news.missed || state !== 'open') say('open', true)
  }

  return {
    async call(name, input, signal) {
      const body = JSON.stringify(input)
      let response: Response
      try {
        response = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          keepalive: isCarried(name, body),
          ...(signal === undefined ? {} : { signal }),
        })
      } catch (cause) {
        if (signal?.aborted) throw cause
        say('gone')
        throw new DoorClosed('gone', { cause })
      }
      if (isLocked(response.status)) {
        say('locked')
        throw new DoorClosed('locked')
      }
      try {
        const answer: Answer = await response.json()
        // It answers again; a stream that is not open yet tells of it when it is.
        if (state !== 'open' && !streaming) stream?.knock()
        if (state === 'locked' || (state === 'gone' && streaming)) say('open', true)
        return answer
      } catch (cause) {
        if (signal?.aborted) throw cause
        say('gone')
        throw new DoorClosed('gone', { cause })
      }
    },
    listen(hearer) {
      hearers.add(hearer)
      stream ??= shareStream(openStream, hear)
      return () => {
        hearers.delete(hearer)
        if (hearers.size === 0) {
          stream?.close()
          stream = null
        }
      }
    },
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}
