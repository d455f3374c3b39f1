// How many a search found, in words. Pure.
import { amount, count } from '../design/amounts.ts'

/**
 * @param here how many of the found are on the screen
 * @param most how many were asked for at the least
 * @param total how many there are in all; null when nobody counted
 */
export function foundWords(here: number, most: number, total: number | null): string {
  // Fewer than were asked for are all there are, whatever the index still has to forget.
  if (here < most || (total !== null && total <= here)) return `${amount(here, 'item', 'items')} found.`
  return total === null ? `The first ${count(here)} found.` : `The first ${count(here)} of ${count(total)} items found.`
}
