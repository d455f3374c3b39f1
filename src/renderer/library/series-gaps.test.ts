import { expect, test } from 'vitest'
import { layoutOf } from './list-layout.ts'
import { seriesGaps } from './series-gaps.ts'

const series = (...numbers: (number | null)[]) => ({ title: 'Small structures', parts: numbers.map((part) => ({ part })) })
const found = (part: number | null, item: unknown = null) =>
  ({ url: `https://desk.test/${part}`, title: `Small structures #${part}: the queue`, part, item }) as Parameters<
    typeof seriesGaps
  >[1][number]

test('numbers that nobody knows more of are one gap a run, at their place', () => {
  expect(seriesGaps(series(2, 6), [])).toEqual([
    { beforeRow: 0, first: 1, last: 1, found: null },
    { beforeRow: 1, first: 3, last: 5, found: null },
  ])
  expect(seriesGaps(series(1, 2, 3), [])).toEqual([])
  expect(seriesGaps(series(null, null), [found(3)])).toEqual([])
})

test('a part that was found is a gap of its own, also behind the last one here, and between numbers that are only missing', () => {
  const gaps = seriesGaps(series(2, 6, null), [found(4), found(6, 'here'), found(8), found(null)])
  expect(gaps.map(({ beforeRow, first, last }) => [beforeRow, first, last])).toEqual([
    [0, 1, 1],
    [1, 3, 3],
    [1, 4, 4],
    [1, 5, 5],
    [2, 7, 7],
    [2, 8, 8],
  ])
  expect(gaps[2]?.found).toEqual({ url: 'https://desk.test/4', title: 'The queue' })
  const layout = layoutOf(3, [], [], gaps)
  expect(Array.from({ length: layout.count }, (_, at) => layout.kindAt(at))).toEqual('gap row gap gap gap row gap gap row'.split(' '))
  expect([0, 1, 2].map((row) => layout.indexOfRow(row))).toEqual([1, 5, 8])
})
