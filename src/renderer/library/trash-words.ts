// When something was thrown away and when it goes for good, counted in days. Pure.
import { trashRestMs } from '../../shared/item.ts'

const dayMs = 86_400_000

/** "Deleted 3 days ago, gone for good in 27 days"; `now` in ms since 1970. Late is soon: the house is not kept while nobody is in it. */
export function trashWords(trashedAt: number, now: number): string {
  const days = Math.max(0, Math.floor((now - trashedAt) / dayMs))
  const left = Math.ceil((trashedAt + trashRestMs - now) / dayMs)
  const since = days === 0 ? 'Deleted today' : days === 1 ? 'Deleted yesterday' : `Deleted ${days} days ago`
  return `${since}, gone for good ${left <= 0 ? 'soon' : left === 1 ? 'within a day' : `in ${left} days`}`
}
