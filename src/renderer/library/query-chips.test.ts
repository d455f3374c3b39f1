import { expect, test } from 'vitest'
import { parseLibraryQuery, withoutPart } from '../../shared/library-query.ts'
import { queryChips } from './query-chips.ts'

test('filters are said in words, words are no chips', () => {
  const text = 'cache is:unread -site:shelf.example tag:Slow after:2024-03 series:"quiet machines" minutes:<10'
  expect(queryChips(text, parseLibraryQuery(text).parts).map(({ words }) => words)).toEqual([
    'unread',
    'not from shelf.example',
    '#Slow',
    'since 2024-03',
    'series “quiet machines”',
    '<10 minutes',
  ])
})

test('a chip taken away leaves the rest of the text', () => {
  const text = 'cache tag:slow "two words"'
  const [chip] = queryChips(text, parseLibraryQuery(text).parts)
  expect(chip === undefined ? '' : withoutPart(text, chip.part)).toBe('cache "two words"')
})
