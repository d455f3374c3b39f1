// When something was thrown away and when it goes for good, counted in days. Pure.
import { trashRestMs } from '../../shared/item.ts'

const dayMs = 86_400_000

/** "Gone for good in 27 days" and "deleted 3 days ago"; `now` in ms since 1970. Late is soon: the house is not kept while nobody is in it. */
export function trashWords(trashedAt: number, now: number): { readonly left: string; readonly since: string } {
  const days = Math.max(0, Math.floor((now - trashedAt) / dayMs))
  const left = Math.ceil((trashedAt + trashRestMs - now) / dayMs)
  return {
    left: `Gone for good ${left <= 0 ? 'soon' : left === 1 ? 'within a day' : `in ${left} days`}`,
    since: `deleted ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}`,
  }
}
