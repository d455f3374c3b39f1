import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

test('a text is cut only when it is too long, and never through a sign', () => {
  expect(shortened('twelve signs', 12)).toBe('twelve signs')
  expect(shortened('two words', 5)).toBe('two…')
  expect(shortened('a🙂🙂', 3)).toBe('a…')
})
