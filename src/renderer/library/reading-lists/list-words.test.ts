import { expect, test } from 'vitest'
import { countedWords, isWhole, lengthWords, wholeWords } from './list-words.ts'

const whole = {
  articles: { here: 13, all: 13 },
  codeBlocks: { here: 424, all: 424 },
  images: { here: 10, all: 10 },
  talks: { here: 3, all: 3, withTranscript: 2 },
  toFind: 1,
}

test('a list says how long it is and how much of it is read', () => {
  expect(lengthWords({ items: 13, words: 89_214, minutes: 370, read: 3 })).toBe('13 parts, 89,214 words, about 6 h 10 min, 3 read')
  expect(lengthWords({ items: 1, words: 0, minutes: 0, read: 1 })).toBe('1 part, all read')
  expect(lengthWords({ items: 0, words: 0, minutes: 0, read: 0 })).toBe('0 parts')
})

test('what of it is here is counted thing by thing', () => {
  expect(countedWords(whole)).toBe('13/13 articles, 424/424 code blocks, 10/10 images, 3 talks: 2 with transcript, 1 to find')
  const fewer = { ...whole, talks: { here: 2, all: 3, withTranscript: 0 }, codeBlocks: { here: 0, all: 0 }, toFind: 0 }
  expect(countedWords(fewer)).toBe('13/13 articles, 10/10 images, 2/3 talks: none with transcript')
  expect(wholeWords(whole)).toBe('Everything that has a link is on this machine.')
  expect(wholeWords({ ...whole, toFind: 0 })).toBe('Everything here is on this machine.')
})

test.each([
  { ...whole, articles: { here: 12, all: 13 } },
  { ...whole, talks: { here: 2, all: 3, withTranscript: 0 } },
])('and what is not here is said', (some) => {
  expect(isWhole(some)).toBe(false)
  expect(wholeWords(some)).toBe('Not everything is on this machine.')
})
