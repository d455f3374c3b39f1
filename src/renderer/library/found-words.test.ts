import { expect, test } from 'vitest'
import { foundWords } from './found-words.ts'

test('all that was found is counted, a part of it never passes for all', () => {
  expect(foundWords(1, 50, 1)).toBe('1 item found.')
  expect(foundWords(50, 50, 50)).toBe('50 items found.')
  expect(foundWords(50, 50, 1_234)).toBe('The first 50 of 1,234 items found.')
  expect(foundWords(50, 50, null)).toBe('The first 50 found.')
  expect(foundWords(3, 50, 4)).toBe('3 items found.')
})
