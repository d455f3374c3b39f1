import { expect, test } from 'vitest'
import { trashRestMs } from '../../shared/item.ts'
import { trashWords } from './trash-words.ts'

const day = 86_400_000
test.each([
  [0, 'Gone for good in 30 days, deleted today'],
  [1.2 * day, 'Gone for good in 29 days, deleted yesterday'],
  [27 * day, 'Gone for good in 3 days, deleted 27 days ago'],
  [29.5 * day, 'Gone for good within a day, deleted 29 days ago'],
  [trashRestMs + day, 'Gone for good soon, deleted 31 days ago'],
  // A clock that was put back.
  [-day, 'Gone for good in 31 days, deleted today'],
])('after %d ms', (since, words) => {
  expect(Object.values(trashWords(1_000 * day - since, 1_000 * day)).join(', ')).toBe(words)
})
