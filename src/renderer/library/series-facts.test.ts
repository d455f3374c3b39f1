import { expect, test } from 'vitest'
import { ItemId } from '../../shared/item.ts'
import { goOnWords, nextPart, type Part, partNumber, type Series, seriesFacts, shelfWords } from './series-facts.ts'

const id = (n: number) => ItemId.parse(String(n).padStart(32, '0'))
const part = (n: number, more: Partial<Part> = {}): Part => ({
  id: id(n),
  title: `Part ${n}`,
  part: n,
  minutes: 20,
  progress: 0,
  state: 'complete',
  place: 'inbox',
  ...more,
})
const series = (parts: readonly Part[]): Series => ({
  key: 'k',
  title: 'Quiet machines',
  byline: 'Ada Brandvold',
  siteName: null,
  host: 'shelf.example',
  minutes: 88,
  parts: [...parts],
})

test('who, how many, how long', () => {
  expect(seriesFacts(series([part(1), part(2)]))).toBe('Ada Brandvold, 2 parts, 1 h 28 min')
  expect(seriesFacts({ ...series([part(1)]), byline: null, minutes: 0 })).toBe('1 part')
})

test('one goes on with the first part that is not read and can be', () => {
  const some = series([part(1, { progress: 1 }), part(2, { state: 'failed' }), part(3, { progress: 0.4 }), part(4)])
  const next = nextPart(some)
  expect(next?.part).toBe(3)
  expect(next === null ? '' : goOnWords(some, next)).toBe('Continue with part 3')
  const fresh = series([part(1), part(2)])
  expect(goOnWords(fresh, part(1))).toBe('Start with part 1')
  expect(nextPart(series([part(1, { progress: 1 })]))).toBeNull()
})

test('a part without a number is called by its place', () => {
  expect(partNumber(series([part(1), part(7, { part: null })]), id(7))).toBe(2)
})

test('the shelf says what is read and what is not here', () => {
  const some = series([
    part(1, { progress: 1 }),
    part(2, { state: 'partial' }),
    part(3, { state: 'waiting' }),
    part(4, { state: 'waiting' }),
  ])
  expect(shelfWords(some)).toBe('4 parts; 1 read; part 2 lacks something; parts 3 and 4 on their way')
  expect(shelfWords(series([part(1), part(4)]))).toBe('2 parts; parts 2 and 3 not here')
})
