import { expect, test } from 'vitest'
import { wholePassage } from './passage.ts'

const cut = (text: string, start: number, end: number) => {
  const passage = wholePassage(text, start, end)
  return passage === null ? null : text.slice(passage.start, passage.end)
}

test('white space at both ends is no part of a passage', () => {
  expect(cut('One\n  two \n\nthree', 3, 12)).toBe('two')
  expect(cut('One\n\n two', 3, 6)).toBeNull()
  expect(cut('One', 0, 3)).toBe('One')
  expect(cut('One', 2, 2)).toBeNull()
  expect(cut('One', -5, 50)).toBe('One')
})

test('an edge inside an emoji takes all of it', () => {
  const family = '👩‍👩‍👧'
  expect(cut(`a ${family} b`, 4, 6)).toBe(family)
  expect(cut(`a ${family}`, 0, 3)).toBe(`a ${family}`)
  const flags = '🇳🇴🇩🇪🇫🇷'
  expect(cut(flags, 5, 7)).toBe('🇩🇪')
  expect(cut('thumb 👍🏽 up', 8, 9)).toBe('👍🏽')
})

test('a letter keeps its combining marks', () => {
  expect(cut('cafe\u0301 au lait', 0, 4)).toBe('cafe\u0301')
  expect(cut('สวัสดี', 0, 2)).toBe('สวั')
})

test('scripts without spaces are cut where they were selected', () => {
  expect(cut('吾輩は猫である', 3, 4)).toBe('猫')
  expect(cut('השלום שנמצא בדף', 6, 11)).toBe('שנמצא')
})
