import { expect, test } from 'vitest'
import { spreadNotes } from './spread-notes.ts'

test('a note stands at its passage when there is room', () => {
  expect(
    spreadNotes([
      { top: 10, height: 20 },
      { top: 100, height: 20 },
    ]),
  ).toEqual([10, 100])
})

test('notes that would meet are pushed down, one after the other', () => {
  const tops = spreadNotes([
    { top: 10, height: 50 },
    { top: 12, height: 50 },
    { top: 40, height: 50 },
    { top: 400, height: 50 },
  ])
  expect(tops).toEqual([10, 74, 138, 400])
})
