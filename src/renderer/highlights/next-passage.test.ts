import { expect, test } from 'vitest'
import type { HighlightId } from '../../shared/highlight.ts'
import { passageAfter } from './next-passage.ts'

test.each([
  ['the next one', 'abcd', 1, 'b', 'c'],
  ['the next that stays', 'abcd', 1, 'bc', 'd'],
  ['the one before, behind the last', 'abcd', 3, 'd', 'c'],
  ['the one before that stays', 'abcd', 3, 'cd', 'b'],
  ['itself when it stays', 'abcd', 2, 'd', 'c'],
  ['none of nothing', 'ab', 0, 'ab', null],
  ['back over what is not here', 'ab?d', 1, 'b', 'a'],
])('%s', (_name, list, at, going, next) => {
  const idAt = (index: number) => ((list[index] ?? '?') === '?' ? null : (list[index] as HighlightId))
  expect(passageAfter(idAt, at, new Set([...going] as HighlightId[]))).toBe(next)
})
