import { expect, test } from 'vitest'
import { locate, normalise, normaliseText, type Piece } from './normalise.ts'

const text = (words: string): Piece => ({ kind: 'text', text: words })
const pre = (words: string): Piece => ({ kind: 'pre', text: words })
const block: Piece = { kind: 'block' }
const line: Piece = { kind: 'line' }

test('blocks become one line break, line breaks one space, white space collapses', () => {
  const pieces = [block, text('  One\n  two '), line, text(' three'), block, block, text('\n '), block, text('Four'), block]
  expect(normalise(pieces).text).toBe('One two three\nFour')
})

test('preformatted lines and indentation stay', () => {
  const code = 'def f():\n    return 1\n\n\tx\n'
  expect(normalise([text('See'), block, pre(code), block, text('Done')]).text).toBe('See\ndef f():\n    return 1\n\n\tx\nDone')
})

test('quotes, dashes and spaces are folded, invisible characters dropped, join controls kept', () => {
  expect(normaliseText('“It’s”\u00a0a well\u00ad-known\u200b fact — 3\u22121\u2009‐ok\ufeff')).toBe('"It\'s" a well-known fact - 3-1 -ok')
  expect(normaliseText('می\u200cخواهم')).toBe('می\u200cخواهم')
})

test('every character leads back to a source character that folds to it', () => {
  const pieces = [block, text('  So\u00adft “hy\u200bphens”'), text(' and'), line, text('more  '), block, pre('a\n  b'), block, text('end')]
  const { text: out, map } = normalise(pieces)
  for (let at = 0; at < out.length; at += 1) {
    const place = locate(map, at)
    const piece = pieces[place?.piece ?? -1]
    const source = piece && 'text' in piece ? piece.text[place?.offset ?? -1] : undefined
    const char = out[at] ?? ''
    if (char === '\n' && piece?.kind !== 'pre') continue
    if (piece?.kind === 'line') expect(char).toBe(' ')
    else if (piece?.kind === 'pre' && source === undefined) expect(char).toBe('\n')
    else expect(normalise([pre(source ?? '')]).text.padEnd(1, source ?? '')).toBe(char.trim() === '' ? source : char)
  }
  expect(locate(map, out.length)).toEqual({ piece: 8, offset: 3 })
  expect(locate([], 0)).toBeNull()
})

test('normalising normalised text changes nothing', () => {
  const once = normaliseText(' a “b”\n\n c–d ')
  expect(normaliseText(once)).toBe(once)
})
