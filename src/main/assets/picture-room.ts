// How much of pictures a process holds in memory until their copies are stored, over all its jobs: sixteen pages of large pictures at once
// would be more than a process should ever hold. Pages go on in the order they came in; the first of them never waits, so that none waits for ever.

export type PictureRoom = { enter(): PictureHold }

/** The place of one page. */
export type PictureHold = {
  /** Resolves when another picture may be fetched, and when `signal` ends the waiting. */
  turn(signal: AbortSignal): Promise<void>
  /** So many bytes more are held now. */
  took(bytes: number): void
  /** The page's copy is stored, or it was given up: nothing of it is held any more. */
  leave(): void
}

/** Beside what is on its way at one moment. */
const mostBytes = 100_000_000

export function openPictureRoom(most = mostBytes): PictureRoom {
  const inside: object[] = []
  let waiting: (() => void)[] = []
  let held = 0
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const go of woken) go()
  }
  return {
    enter() {
      const me = {}
      let mine = 0
      inside.push(me)
      return {
        async turn(signal) {
          while (held >= most && inside[0] !== me && !signal.aborted) {
            await new Promise<void>((resolve) => {
              waiting.push(resolve)
              signal.addEventListener('abort', () => resolve(), { once: true })
            })
          }
        },
        took(bytes) {
          mine += bytes
          held += bytes
        },
        leave() {
          const at = inside.indexOf(me)
          if (at < 0) return
          inside.splice(at, 1)
          held -= mine
          wake()
        },
      }
    },
  }
}
