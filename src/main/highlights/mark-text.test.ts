import { expect, test } from 'vitest'
import { markText } from './mark-text.ts'

const passage = (start: number, end: number, note: number | null = null) => ({ start, end, note })

test('passages stand between signs, line by line, overlapping ones as one, with the numbers of their notes', () => {
  expect(markText('a quiet desk', [passage(2, 7)])).toBe('a ==quiet== desk')
  expect(markText('a quiet desk', [passage(4, 12, 2), passage(2, 7, 1)])).toBe('a ==quiet[1] desk==[2]')
  expect(markText('if a:\n    b\n\nend', [passage(3, 13)])).toBe('if ==a:==\n    ==b==\n\nend')
  expect(markText('abc', [passage(1, 99), passage(7, 9)])).toBe('a==bc==')
})
