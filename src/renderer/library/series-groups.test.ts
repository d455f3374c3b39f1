import { expect, test } from 'vitest'
import { seriesGroups, seriesRuns } from './series-groups.ts'

const rows = (keys: string) => [...keys].map((key) => ({ series: key === '.' ? null : { key, title: key, part: null } }))

test('rows of one series that stand together are a group; one alone is none', () => {
  expect(seriesGroups(seriesRuns(rows('.aaa.b.cc'), 0))).toEqual([
    { key: 'a', from: 1, to: 4 },
    { key: 'c', from: 7, to: 9 },
  ])
})

test('a group that reaches over the border of two pages is one', () => {
  const runs = [...seriesRuns(rows('cc..'), 200), ...seriesRuns(rows('..ac'), 196)]
  expect(seriesGroups(runs)).toEqual([{ key: 'c', from: 199, to: 202 }])
})

test('the same page seen twice adds nothing', () => {
  const once = seriesRuns(rows('aa.'), 0)
  expect(seriesGroups([...once, ...once])).toEqual([{ key: 'a', from: 0, to: 2 }])
})
