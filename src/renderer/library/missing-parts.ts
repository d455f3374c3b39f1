// Which parts of a series are not here, in words. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import { amount } from '../design/amounts.ts'

type Known = OutputOf<'series.known'>
/** A number beyond this is no gap: somebody numbers by year. */
const highest = 200

/** Numbers below the highest part here that no part has; none when parts have no numbers. */
export function missingNumbers({ parts }: { readonly parts: readonly { readonly part: number | null }[] }): readonly number[] {
  const here = new Set(parts.flatMap(({ part }) => part ?? []))
  const last = Math.max(0, ...here)
  if (here.size < 2 || last > highest) return []
  return Array.from({ length: last }, (_, at) => at + 1).filter((number) => !here.has(number))
}

/** "Parts 1, 3 to 5 and 7 are", "Part 4 is". */
export function numbersWords(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && run.last === number - 1) run.last = number
    else runs.push({ first: number, last: number })
  }
  const said = runs.flatMap(({ first, last }) =>
    last > first + 1 ? [`${first} to ${last}`] : first === last ? [`${first}`] : [`${first}`, `${last}`],
  )
  if (numbers.length === 1) return `Part ${said[0]} is`
  return `Parts ${said.length === 1 ? said[0] : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`} are`
}

/** "13 parts found, 4 of them here." */
export function foundWords(all: number, missing: number): string {
  return `${amount(all, 'part', 'parts')} found, ${all - missing} of them here.`
}

/** What a look has brought that was not known before. */
export function lookedWords(before: Known, now: Known): string {
  const known = new Set(before.parts.map(({ url }) => url))
  const fresh = now.parts.filter(({ url, item }) => item === null && !known.has(url)).length
  if (fresh > 0)
    return before.lookedAt === null
      ? `${amount(fresh, 'part', 'parts')} found that are not here`
      : `${amount(fresh, 'new part', 'new parts')} found`
  return now.parts.length > 1 ? 'No new part found' : 'No page was found that lists this series'
}
