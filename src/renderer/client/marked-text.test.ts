import { expect, test } from 'vitest'
import { markedText } from './marked-text.ts'

test('matches are marked, everything else is plain text', () => {
  expect(markedText('a \u0002ring\u0003 of <b>\u0002queues\u0003')).toEqual([
    { text: 'a ', marked: false },
    { text: 'ring', marked: true },
    { text: ' of <b>', marked: false },
    { text: 'queues', marked: true },
  ])
})

test('signs without their partner mark nothing and are not shown', () => {
  expect(markedText('a \u0002ring')).toEqual([{ text: 'a ring', marked: false }])
  expect(markedText('ring\u0003 a')).toEqual([{ text: 'ring a', marked: false }])
  expect(markedText('')).toEqual([])
})
