// What the parts of a talk's screen share: the way to the recording at a moment, and where in it one is.
import { openAt } from '../../shared/address/open-at.ts'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { Talk } from '../../shared/talk.ts'
import type { ItemActions } from '../client/item-actions.ts'

export type OpenAt = {
  /** Opens the browser there. */
  readonly open: (seconds: number) => void
  /** "Open at 34:05 in the browser", or that the player of its site begins at its beginning. */
  readonly says: (seconds: number) => string
}

export function openingAt(item: ItemSummary, talk: Talk | null, actions: ItemActions): OpenAt {
  const at = (seconds: number) => (talk === null ? null : openAt(item.url, talk.provider, seconds))
  return {
    open: (seconds) => actions.openOutside(at(seconds) ?? item.url),
    says: (seconds) =>
      at(seconds) === null
        ? `Open in the browser (its player takes no start time; go to ${showSeconds(seconds)} there)`
        : `Open at ${showSeconds(seconds)} in the browser`,
  }
}

/** "at 34:05 of 58:19", and how much of the whole that is, from 0 to 100; null where its length is not known. Seconds. */
export function placeAt(seconds: number, duration: number | null): { readonly words: string; readonly done: number | null } {
  if (duration === null || duration <= 0) return { words: `at ${showSeconds(seconds)}`, done: null }
  return { words: `at ${showSeconds(seconds)} of ${showSeconds(duration)}`, done: Math.min(100, (100 * seconds) / duration) }
}
