import { expect, test } from 'vitest'
import { trashRestMs } from '../../shared/item.ts'
import { trashWords } from './trash-words.ts'

const day = 86_400_000
test.each([
  [0, 'Deleted today, gone for good in 30 days'],
  [1.2 * day, 'Deleted yesterday, gone for good in 29 days'],
  [27 * day, 'Deleted 27 days ago, gone for good in 3 days'],
  [29.5 * day, 'Deleted 29 days ago, gone for good within a day'],
  [trashRestMs + day, 'Deleted 31 days ago, gone for good soon'],
  // A clock that was put back.
  [-day, 'Deleted today, gone for good in 31 days'],
])('after %d ms', (since, words) => {
  expect(trashWords(1_000 * day - since, 1_000 * day)).toBe(words)
})
