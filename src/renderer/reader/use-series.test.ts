import { expect, test } from 'vitest'
import { ItemId } from '../../shared/item.ts'
import { placeInSeries } from './use-series.ts'

const idOf = (n: number) => ItemId.parse(String(n).padStart(32, '0'))
const part = (n: number, number: number | null) => ({
  id: idOf(n),
  title: `Small structures, part ${n}: The ${n}th`,
  part: number,
  minutes: n,
  progress: 0,
  state: 'complete' as const,
  place: 'inbox' as const,
})
const listed = {
  key: 'k',
  title: 'Small structures',
  byline: null,
  siteName: null,
  host: 'small.example',
  minutes: 12,
  parts: [part(1, 1), part(2, 2), part(5, 5)],
}

test('the neighbours are the nearest parts the library has, and the last number says how many there are', () => {
  const place = placeInSeries(listed, idOf(2))
  expect(place).toMatchObject({ total: 5, here: { number: 2 }, previous: { number: 1 }, next: { number: 5, title: 'The 5th' } })
})

test('the ends have one neighbour; a part without a number counts by its place', () => {
  expect(placeInSeries(listed, idOf(1))?.previous).toBeNull()
  expect(placeInSeries(listed, idOf(5))?.next).toBeNull()
  expect(placeInSeries({ ...listed, parts: [part(1, null), part(2, null)] }, idOf(2))).toMatchObject({ total: 2, here: { number: 2 } })
})

test('what is not among the parts has no place', () => {
  expect(placeInSeries(listed, idOf(9))).toBeNull()
})
