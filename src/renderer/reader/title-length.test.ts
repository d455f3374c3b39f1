import { expect, test } from 'vitest'
import { titleLength } from './title-length.ts'

test.each([
  [0, 'short'],
  [160, 'short'],
  [161, 'long'],
  [320, 'long'],
  [1_000, 'endless'],
] as const)('%i letters are %s', (letters, length) => {
  expect(titleLength('x'.repeat(letters))).toBe(length)
})
