// The stream of events of the loopback door, opened again whenever it breaks. Who shares it is shared-stream.ts's.
import type { PublishedEvent } from '../../shared/contract.ts'

export type StreamNews =
  | { readonly is: 'event'; readonly event: PublishedEvent }
  /** `missed`: there was a gap before, and what was said in it is not said again. */
  | { readonly is: 'open'; readonly missed: boolean }
  | { readonly is: 'gone' }
  | { readonly is: 'locked' }

export type OpenStream = {
  /** Tries at once instead of waiting: somebody has reason to think that it will be answered now. */
  knock(): void
  close(): void
}

const againAfterMs = 2_000

/** `resumed`: somebody else held the stream before, so that the first opening counts as the end of a gap. */
export function openStream(tell: (news: StreamNews) => void, resumed = false): OpenStream {
  let broken = resumed
  let closed = false
  let again: ReturnType<typeof setTimeout> | undefined
  let source: EventSource
  const connect = () => {
    again = undefined
    source = new EventSource('/events')
    source.onopen = () => {
      tell({ is: 'open', missed: broken })
      broken = false
    }
    source.onmessage = (message) => tell({ is: 'event', event: JSON.parse(message.data) })
    source.onerror = async () => {
      broken = true
      // A dropped stream the browser opens again by itself; a refused one it gives up, so we do, and ask why it was refused.
      if (source.readyState !== EventSource.CLOSED) return tell({ is: 'gone' })
      const why = await whyRefused()
      if (closed) return
      tell({ is: why })
      again = setTimeout(connect, againAfterMs)
    }
  }
  connect()
  return {
    knock() {
      if (again === undefined) return
      clearTimeout(again)
      connect()
    },
    close() {
      closed = true
      clearTimeout(again)
      source.close()
    },
  }
}

/** An EventSource does not say with what status it was refused. The same address without a stream does. */
async function whyRefused(): Promise<'gone' | 'locked'> {
  try {
    const { status } = await fetch('/events', { method: 'HEAD' })
    return isLocked(status) ? 'locked' : 'gone'
  } catch {
    return 'gone'
  }
}

/** The guard's answers to whoever it does not know (server/guard.ts). */
export function isLocked(status: number): boolean {
  return status === 401 || status === 403 || status === 421
}
