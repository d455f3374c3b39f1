// Much at once, a little at a time: between two portions every other call gets its turn, so that the window answers while
// thousands of rows are written.
import { setImmediate as breathe } from 'node:timers/promises'

/** Rows of a portion: ten to twenty milliseconds of writing, and one transaction, which waits for the disk once. */
const rows = 50

/** Does `work` with fifty at a time, in order, and joins what it answers. A portion is done wholly or not at all; those before it stay done. */
export async function inPortions<T, R>(all: readonly T[], work: (portion: readonly T[]) => readonly R[]): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < all.length; at += rows) {
    if (at > 0) await breathe()
    done.push(...work(all.slice(at, at + rows)))
  }
  return done
}
