import { expect, test } from 'vitest'
import { transcriptWords } from './transcript-words.ts'

const facts = { origin: 'file', name: 'clocks.vtt', lang: 'en', generated: false, speakers: [], timed: true, times: [] } as const
const told = (changes: object) => transcriptWords({ copy: { words: 7420 }, facts: { ...facts, speakers: [], ...changes, times: [] } })

test('a transcript says its language, who made it, how long it is and where it came from', () => {
  expect(told({})).toBe('English, written by people, 7,420 words, from your file clocks.vtt')
  expect(told({ speakers: ['Ida', 'Otto'] })).toContain('by people, 2 speakers, 7,420 words')
  expect(told({ generated: true, origin: 'platform', name: 'media.example' })).toBe(
    'English, made by a machine, 7,420 words, from media.example',
  )
})

test('what nobody told is left out', () => {
  expect(told({ lang: null, generated: null, origin: 'pasted', name: null })).toBe('7,420 words, from words you pasted')
  expect(told({ lang: 'not a language' })).toContain('not a language')
})
