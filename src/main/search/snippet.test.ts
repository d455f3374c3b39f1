import { expect, test } from 'vitest'
import { parseQuery } from './parse-query.ts'
import { snippet } from './snippet.ts'

const cut = (text: string, typed: string, stemming: 'english' | 'none' = 'english') =>
  snippet(text, parseQuery(typed), stemming).replaceAll('\u0002', '[').replaceAll('\u0003', ']')
const filler = (count: number) => Array.from({ length: count }, (_, n) => `filler${n}`).join(' ')

test('shows some thirty words around the densest match', () => {
  const text = `A desk. ${filler(100)} The quiet desk, in a quiet library, waits. ${filler(100)}`
  const shown = cut(text, 'quiet desk')
  expect(shown).toMatch(/^…filler\d+ .*The \[quiet\] \[desk\], in a \[quiet\] library, waits\. filler0 .*…$/)
  expect(shown.split(' ').length).toBeGreaterThan(25)
  expect(shown.split(' ').length).toBeLessThan(35)
})

test('marks other forms of an English word, beginnings, and accents', () => {
  expect(cut('He runs; running is fun at runtime.', 'running ')).toBe('He [runs]; [running] is fun at runtime.')
  expect(cut('Compilers compile.', 'compi')).toBe('[Compilers] [compile].')
  expect(cut('Le résumé', 'resume', 'none')).toBe('Le [résumé]')
  expect(cut('He runs', 'running ', 'none')).toBe('He runs')
})

test('marks a phrase as one, and only where it stands in full', () => {
  expect(cut('desk quiet, quiet desk', '"quiet desk"')).toBe('desk quiet, [quiet desk]')
  expect(cut('uses Node.js here', 'node.js')).toBe('uses [Node.js] here')
  expect(cut('东京的机器学习课程', '学习')).toBe('东京的机器[学习]课程')
})

test('overlapping matches are marked once', () => {
  expect(cut('a quiet desk', '"quiet desk" quiet desk')).toBe('a [quiet desk]')
})

test('without a match it is the beginning of the text, on one line', () => {
  expect(cut('One\n\n  two\tthree', 'elsewhere')).toBe('One two three')
  expect(cut(filler(50), 'elsewhere').endsWith('filler29…')).toBe(true)
  expect(cut('', 'x')).toBe('')
})

test('a text full of matches, or of marks of its own, stays short and clean', () => {
  const shown = cut(`${filler(100)} ${'word '.repeat(5_000)}`, 'word')
  expect(shown.length).toBeLessThan(400)
  expect(snippet('a \u0002forged\u0003 word', parseQuery('word'), 'english')).toBe('a forged \u0002word\u0003')
})
