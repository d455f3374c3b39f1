import { expect, test } from 'vitest'
import { latestOnly } from './latest-only.ts'

test('only the latest are kept, and what is set again is among them', () => {
  const memory = latestOnly<string, number>(2)
  memory.set('a', 1)
  memory.set('b', 2)
  memory.set('a', 3)
  memory.set('c', 4)
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([3, undefined, 4])
})
