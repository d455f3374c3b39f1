import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMatches, foldText } from './find-matches.ts'

const found = (text: string, words: string) => findMatches(foldText(text), words, 100).map(({ start, end }) => text.slice(start, end))

describe('words are found as people mean them', () => {
  test.each([
    ['whatever their case', 'A Ring, a RING, a string', 'ring', ['Ring', 'RING', 'ring']],
    ['whatever their accents', 'Résumé, re\u0301sume\u0301, resume', 'resume', ['Résumé', 're\u0301sume\u0301', 'resume']],
    ['asked for with accents', 'resume', 'RÉSUMÉ', ['resume']],
    ['a ligature', 'the ﬁrst oﬃce', 'office', ['oﬃce']],
    ['across lines', 'one\ntwo', 'one two', ['one\ntwo']],
    ['Greek and Cyrillic', 'Ἀθῆναι и Ёлка', 'αθηναι', ['Ἀθῆναι']],
    ['Arabic without its points', 'كِتَاب', 'كتاب', ['كِتَاب']],
    ['Hindi keeps its vowels', 'कि का', 'का', ['का']],
    ['Japanese keeps its marks', 'が か', 'か', ['か']],
    ['emoji', 'a 👩‍💻 b', '👩‍💻', ['👩‍💻']],
    ['one behind the other', 'aaaa', 'aa', ['aa', 'aa']],
    ['nothing for nothing', 'a b', ' ', []],
  ])('%s', (_name, text, words, places) => {
    expect(found(text, words)).toEqual(places)
  })
})

test('what is cut out of a text is found in it, at a place that reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (text, a, b) => {
      const letters = [...text]
      const [from = 0, to = 0] = [a % letters.length, b % letters.length].sort((x, y) => x - y)
      const words = letters.slice(from, to + 1).join('')
      fc.pre(foldText(words).text.trim() !== '')
      const places = findMatches(foldText(text), words, 1_000)
      expect(places.length).toBeGreaterThan(0)
      for (const { start, end } of places) expect(foldText(text.slice(start, end)).text).toContain(foldText(words).text)
    }),
  )
})

test('no more than asked for', () => {
  expect(findMatches(foldText('a'.repeat(1_000)), 'a', 10)).toHaveLength(10)
})
