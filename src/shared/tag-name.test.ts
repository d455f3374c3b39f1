import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestTag, tagName, tagNames } from './tag-name.ts'

test.each([
  ['Python', 'python'],
  ['  #Machine  Learning ', 'machine-learning'],
  ['##c#', 'c#'],
  ['C++', 'c++'],
  ['a, b', 'a-b'],
  ['“to read”', 'to-read'],
  ['ÜBUNG', 'übung'],
  ['e\u0301tude', 'étude'],
  ['機械 学習', '機械-学習'],
  ['--x--', 'x'],
  ['a\u200bb', 'ab'],
  ['dir/sub', 'dir/sub'],
])('%j is kept as %j', (typed, kept) => {
  expect(tagName(typed)).toBe(kept)
})

test.each(['', '  ', '#', '-', '" "', '\u200b'])('%j is no name', (typed) => {
  expect(tagName(typed)).toBeNull()
})

test('whatever is typed: spelled once, it stays so, and it fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const name = tagName(typed)
      if (name === null) return
      expect(tagName(name)).toBe(name)
      expect(name.length).toBeLessThanOrEqual(longestTag)
      expect(name).not.toMatch(/\s|^#|["“”,]/)
    }),
  )
})

test('several names once each, in order', () => {
  expect(tagNames(['b', 'A', '#a', ' '])).toEqual(['a', 'b'])
})
