// One thing after the other, in the order they were asked for. What is done is the caller's.

export type Turns = {
  /** Runs `work` once everything asked for before it is over, well or badly. Answers what `work` answers, fails as it fails. */
  take<T>(work: () => Promise<T>): Promise<T>
  isIdle(): boolean
}

/** `idle` is told whenever the last one asked for is over. */
export function createTurns(idle: () => void = () => undefined): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    take(work) {
      waiting += 1
      const mine = last.then(work)
      const over = () => {
        waiting -= 1
        if (waiting === 0) idle()
      }
      last = mine.then(over, over)
      return mine
    },
    isIdle: () => waiting === 0,
  }
}
