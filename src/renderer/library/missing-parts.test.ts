import { expect, test } from 'vitest'
import { lookedWords, missingNumbers, numbersWords } from './missing-parts.ts'

const parts = (...numbers: (number | null)[]) => ({ parts: numbers.map((part) => ({ part })) })

test('gaps are told by numbers, in runs', () => {
  expect(missingNumbers(parts(2, 6, 10))).toEqual([1, 3, 4, 5, 7, 8, 9])
  expect(numbersWords([1, 3, 4, 5, 7, 8, 9, 11, 12])).toBe('Parts 1, 3 to 5, 7 to 9, 11 and 12 are')
  expect(numbersWords([4])).toBe('Part 4 is')
  expect(numbersWords([3, 4, 5])).toBe('Parts 3 to 5 are')
  expect(missingNumbers(parts(null, null))).toEqual([])
  expect(missingNumbers(parts(2023, 2024))).toEqual([])
})

test('a look says what it brought', () => {
  const known = (urls: string[], lookedAt: number | null) => ({
    indexUrl: null,
    lookedAt,
    failure: null,
    parts: urls.map((url) => ({ url, title: '', part: null, item: null })),
  })
  expect(lookedWords(known([], null), known(['a', 'b'], 1))).toBe('2 parts found that are not here')
  expect(lookedWords(known(['a', 'b'], 1), known(['a', 'b', 'c'], 2))).toBe('1 new part found')
  expect(lookedWords(known(['a', 'b'], 1), known(['a', 'b'], 2))).toBe('No new part found')
})
