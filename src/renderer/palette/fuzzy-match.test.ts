import { expect, test } from 'vitest'
import { fuzzyMatch } from './fuzzy-match.ts'

const shown = (typed: string, text: string) => fuzzyMatch(typed, text)?.ranges.map(([from, to]) => text.slice(from, to)) ?? null
const order = (typed: string, ...texts: readonly string[]) =>
  texts.toSorted((a, b) => (fuzzyMatch(typed, b)?.score ?? -999) - (fuzzyMatch(typed, a)?.score ?? -999))

test.each([
  ['dict', 'How Python dictionaries work', ['dict']],
  ['py dict', 'How Python dictionaries work', ['Py', 'dict']],
  ['dctio', 'How Python dictionaries work', ['d', 'ctio']],
  ['kfl', 'Keep for later', ['K', 'f', 'l']],
  ['ctionar', 'How Python dictionaries work', ['ctionar']],
  ['ubungen', 'Drei Übungen', ['Übungen']],
  ['zebra', 'How Python dictionaries work', null],
  ['hwk', 'How Python dictionaries work', null],
  ['', 'Anything', null],
  ['ключ', 'Где словарь хранит ключи', ['ключ']],
])('%s in %s', (typed, text, ranges) => {
  expect(shown(typed, text)).toEqual(ranges)
})

test('a whole word before the beginning of one, a beginning before a middle, a shorter text before a longer', () => {
  expect(order('later', 'The latest lateral', 'Keep for later', 'Later')).toEqual(['Later', 'Keep for later', 'The latest lateral'])
  expect(order('art', 'Parts', 'An artist', 'Art')).toEqual(['Art', 'An artist', 'Parts'])
  expect(order('tag', 'Tags of a long list of things', 'Tags')).toEqual(['Tags', 'Tags of a long list of things'])
})
