// One stream of events for all windows of this library in a browser: a browser opens six connections to one host and no more, and a stream
// takes one for as long as its window is open. The window that holds the lock holds the stream and tells the others; when it goes, the next
// one takes the lock, and everybody asks again for what was said in between.
import type { OpenStream, StreamNews } from './event-stream.ts'

const name = 'carrel-events'
type Spoken = StreamNews | { readonly is: 'knock' }
type Open = (tell: (news: StreamNews) => void, resumed: boolean) => OpenStream

/**
 * `open` is called in one window of all that share an origin. Without locks or channels (an old browser) every window has a stream of its own.
 */
export function shareStream(open: Open, hear: (news: StreamNews) => void, locks: LockManager | undefined = navigator.locks): OpenStream {
  if (locks === undefined || typeof BroadcastChannel === 'undefined') return open(hear, false)
  const channel = new BroadcastChannel(name)
  const leaving = new AbortController()
  const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve(), { once: true }))
  let stream: OpenStream | null = null
  const say = (spoken: Spoken) => channel.postMessage(spoken)
  channel.onmessage = ({ data }: MessageEvent<Spoken>) => {
    if (data.is !== 'knock') hear(data)
    else stream?.knock()
  }
  const lead = async (resumed: boolean) => {
    if (leaving.signal.aborted) return
    stream = open((news) => {
      hear(news)
      say(news)
    }, resumed)
    await left
    stream.close()
  }
  void locks
    .request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false
      await lead(false)
      return true
    })
    .then((led) => {
      if (led || leaving.signal.aborted) return
      // Its timers may sleep with its window; ours has just been opened.
      say({ is: 'knock' })
      return locks.request(name, { signal: leaving.signal }, () => lead(true))
    })
    .catch((error: unknown) => {
      // We left while waiting for our turn.
      if (!leaving.signal.aborted) throw error
    })
  return {
    knock() {
      if (stream !== null) stream.knock()
      else if (!leaving.signal.aborted) say({ is: 'knock' })
    },
    close() {
      leaving.abort()
      channel.close()
    },
  }
}
