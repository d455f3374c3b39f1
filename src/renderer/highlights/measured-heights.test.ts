import { expect, test } from 'vitest'
import type { HighlightId } from '../../shared/highlight.ts'
import { heightsAfter } from './measured-heights.ts'

const id = (name: string) => name as HighlightId
const heights = (entries: Record<string, number>) => new Map(Object.entries(entries).map(([name, tall]) => [id(name), tall]))
const there = (names: string) => [...names].map((name) => ({ id: id(name) }))

test('what was measured once is kept while it is out of view; notes that have gone are forgotten', () => {
  expect(heightsAfter(heights({ a: 10, b: 20, c: 30 }), heights({ b: 25 }), there('abd'))).toEqual(heights({ a: 10, b: 25 }))
})

test('nothing new is the same map, so that nothing is drawn again', () => {
  const before = heights({ a: 10 })
  expect(heightsAfter(before, heights({ a: 10 }), there('ab'))).toBe(before)
  expect(heightsAfter(before, heights({}), there('a'))).toBe(before)
})
