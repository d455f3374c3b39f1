import { expect, test } from 'vitest'
import { wantedOf } from './wanted.ts'

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
