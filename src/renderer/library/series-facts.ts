// A series in words: whose it is, how long, how much of it is read, and where to go on. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import { finished } from '../client/item-words.ts'
import { amount, minutesWords } from '../design/amounts.ts'
import { missingNumbers, numbersWords } from './missing-parts.ts'

export type Series = OutputOf<'series.list'>['series'][number]
export type Part = Series['parts'][number]

/** "Ada Brandvold, 13 parts, 6 h 28 min": who, how many, how long. */
export function seriesFacts(series: Series): string {
  const { byline, parts, minutes } = series
  return [byline ?? '', amount(parts.length, 'part', 'parts'), minutesWords(minutes)].filter((fact) => fact !== '').join(', ')
}

/** The number a part is called by: its own, or its place in the series. */
export function partNumber(series: Series, id: string): number {
  const at = series.parts.findIndex((part) => part.id === id)
  return series.parts[at]?.part ?? at + 1
}

/** The first part that is not read to the end and can be read now; null when there is none. */
export function nextPart(series: Series): Part | null {
  return series.parts.find((part) => part.progress < finished && (part.state === 'complete' || part.state === 'partial')) ?? null
}

/** "Continue with part 5", "Start with part 1". */
export function goOnWords(series: Series, part: Part): string {
  const begun = series.parts.some(({ progress }) => progress >= 0.01)
  return `${begun ? 'Continue' : 'Start'} with part ${partNumber(series, part.id)}`
}

/** The shelf for those who cannot see it: "13 parts; 4 read; part 2 lacks something; parts 11 and 12 on their way". */
export function shelfWords(series: Series): string {
  const { parts } = series
  const read = parts.filter(({ progress }) => progress >= finished).length
  const missing = missingNumbers(series)
  const those = (state: Part['state'], one: string, many: string) => {
    const numbers = parts.filter((part) => part.state === state).map((part) => partNumber(series, part.id))
    if (numbers.length === 0) return ''
    if (numbers.length === 1) return `part ${numbers[0]} ${one}`
    return `parts ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} ${many}`
  }
  return [
    amount(parts.length, 'part', 'parts'),
    read === parts.length ? 'all read' : read === 0 ? '' : `${read} read`,
    those('partial', 'lacks something', 'lack something'),
    those('waiting', 'on its way', 'on their way'),
    those('failed', 'failed', 'failed'),
    missing.length === 0
      ? ''
      : `${numbersWords(missing)
          .replace(/^P/, 'p')
          .replace(/ (?:is|are)$/, '')} not here`,
  ]
    .filter((words) => words !== '')
    .join('; ')
}
