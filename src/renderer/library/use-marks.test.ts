import { expect, test } from 'vitest'
import { ItemId, type ItemSummary } from '../../shared/item.ts'
import { marksOf } from './use-marks.ts'

test('marks belong to what was asked: other words have none, and the same words keep theirs', () => {
  const id = ItemId.parse('1'.repeat(32))
  const marked = { list: 'buffer', items: new Map([[id, {} as ItemSummary]]) }
  expect(marksOf(marked, 'buffer')).toBe(marked)
  expect(marksOf(marked, 'buffer tag:rings')).toEqual({ list: 'buffer tag:rings', items: new Map() })
})
