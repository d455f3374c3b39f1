import { expect, test } from 'vitest'
import { nameFor, wantedOf } from './wanted.ts'

const nothing = { title: null, by: null, partOf: null, recommendation: null, urlPrefix: null }

test('what has a title is searched for by it; what is only described, by the first words about it', () => {
  expect(wantedOf({ ...nothing, title: 'Knots', by: 'Ida', recommendation: 'An hour well spent.' })).toEqual({
    words: 'An hour well spent.',
    search: 'Ida Knots',
    by: 'Ida',
    urlPrefix: null,
  })
  const described = 'In this talk a rope is tied in nine ways, and every one of them is cut at the end of the evening.'
  expect(wantedOf({ ...nothing, by: 'Ida', recommendation: described }).search).toBe('Ida In this talk a rope is tied in nine ways,')
  expect(wantedOf(nothing)).toEqual({ words: '', search: '', by: null, urlPrefix: null })
})

test('what has no title is called by the first sentence about it, or by its first words', () => {
  expect(nameFor('Ropes are stunningly good. Over the years, many ideas were tied together.')).toBe('Ropes are stunningly good')
  expect(nameFor('Is a rope ever finished? He says no.')).toBe('Is a rope ever finished?')
  expect(nameFor('Ada on queues, worth an hour.')).toBe('Ada on queues, worth an hour.')
  expect(nameFor(`${'rope and knot '.repeat(12)}end. More.`)).toBe(`${'rope and knot '.repeat(7).trim()}…`)
  expect(nameFor('')).toBe('')
})
