import { expect, test } from 'vitest'
import { CopyId } from '../../shared/item.ts'
import { describeLine, findLine } from './reading-anchor.ts'

const copy = CopyId.parse('a'.repeat(32))
const other = CopyId.parse('b'.repeat(32))
const refrain = 'And the walk goes on until the drawer is empty.'
const text = [...Array.from({ length: 8 }, (_, n) => [`Paragraph ${n} tells of the wall of drawers, and of nothing else at all.`, refrain])]
  .flat()
  .join('\n')

test('in the same copy the offset is the line', () => {
  const at = text.indexOf('Paragraph 5')
  const line = describeLine(copy, text, at)
  expect(line.words.startsWith('Paragraph 5 tells')).toBe(true)
  expect(findLine(line, copy, text, 0)).toBe(at)
})

test('in another copy its words are found wherever they have moved', () => {
  const line = describeLine(copy, text, text.indexOf('Paragraph 5'))
  const longer = `A new foreword was written for this page.\n${text}`
  expect(longer.slice(findLine(line, other, longer, 0.6) ?? 0)).toMatch(/^Paragraph 5/)
})

test('words that stand there several times are found nearest to where they were', () => {
  const third = text.split(refrain, 3).join(refrain).length
  const line = { copyId: copy, offset: third, words: refrain }
  const shifted = `A word. ${text}`
  expect(findLine(line, other, shifted, third / text.length)).toBe(third + 'A word. '.length)
})

test('a line whose end was written anew is known by its beginning; one that is gone is not', () => {
  const line = describeLine(copy, text, text.indexOf('Paragraph 5'))
  const changed = text.replace(/(Paragraph 5 tells of the wall of drawers).*\n.*/, '$1 and much more.')
  expect(changed.slice(findLine(line, other, changed, 0.6) ?? 0)).toMatch(/^Paragraph 5 tells/)
  expect(findLine(line, other, 'Something quite different stands here now.', 0.6)).toBeNull()
})

test('an offset behind the end of its own copy is no line', () => {
  expect(findLine({ copyId: copy, offset: 999_999, words: '' }, copy, text, 0.5)).toBeNull()
})
