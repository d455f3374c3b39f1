// The door of a browser: calls are POSTed to our own origin, events come as a stream that is opened again whenever it breaks.
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
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

const againAfterMs = 2_000

export function httpTransport(): Transport {
  const hearers = new Set<(event: PublishedEvent) => void>()
  const watchers = new Set<(state: DoorState) => void>()
  let stream: EventSource | null = null
  let state: DoorState = 'open'

  const say = (next: DoorState, evenIfSame = false) => {
    if (next === state && !evenIfSame) return
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const connect = () => {
    const source = new EventSource('/events')
    let broken = false
    stream = source
    source.onopen = () => {
      // Whatever happened while the stream was broken went unheard.
      if (broken || state !== 'open') say('open', true)
      broken = false
    }
    source.onmessage = (message) => {
      const event: PublishedEvent = JSON.parse(message.data)
      for (const hear of hearers) hear(event)
    }
    source.onerror = () => {
      broken = true
      if (state === 'open') say('gone')
      // The browser opens a dropped stream again by itself; a refused one it gives up, so we do.
      if (source.readyState === EventSource.CLOSED && hearers.size > 0) {
        setTimeout(() => {
          if (stream === source && hearers.size > 0) connect()
        }, againAfterMs)
      }
    }
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
      if (response.status === 401 || response.status === 403 || response.status === 421) {
        say('locked')
        throw new DoorClosed('locked')
      }
      try {
        const answer: Answer = await response.json()
        // It answers again; a stream that is not open yet tells of it when it is.
        if (state === 'locked' || (state === 'gone' && stream?.readyState === EventSource.OPEN)) say('open', true)
        return answer
      } catch (cause) {
        if (signal?.aborted) throw cause
        say('gone')
        throw new DoorClosed('gone', { cause })
      }
    },
    listen(hear) {
      hearers.add(hear)
      if (stream === null) connect()
      return () => {
        hearers.delete(hear)
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
