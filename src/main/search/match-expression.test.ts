import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../platform/sqlite.ts'
import { indexText } from './index-text.ts'
import { matchExpression } from './match-expression.ts'
import { parseQuery } from './parse-query.ts'

const database = openDatabase(':memory:')
database.exec(`CREATE VIRTUAL TABLE english USING fts5(body, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")`)
afterAll(() => database.close())

function finds(typed: string, text: string): boolean {
  const expression = matchExpression(parseQuery(typed), 'english')
  database.exec('DELETE FROM english')
  database.run('INSERT INTO english (body) VALUES (?)', indexText(text, 'english'))
  return expression !== null && database.all('SELECT rowid FROM english WHERE english MATCH ?', expression).length === 1
}

/** Letter by letter, as somebody types: nothing may be found, then lost, then found again. */
test.each([
  'compilation',
  'running',
  'classes',
  'databases',
  'generalization',
  'discussed',
  'kubernetes',
  'happiness',
  'stopped',
  'universities',
])('%s is found from the second letter to the last', (word) => {
  const lost = Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 2)).filter(
    (typed) => !finds(typed, `the ${word} here`),
  )
  expect(lost).toEqual([])
})

test('a word finds its other forms, and no word that only begins like its stem', () => {
  expect(finds('running', 'he runs')).toBe(true)
  expect(finds('running', 'at runtime')).toBe(false)
  expect(finds('this', 'a thing')).toBe(false)
  expect(finds('carpet', 'a car')).toBe(false)
})

test('words, phrases and words to leave out', () => {
  expect(finds('desk quiet', 'a quiet little desk')).toBe(true)
  expect(finds('"quiet desk"', 'a quiet little desk')).toBe(false)
  expect(finds('"quiet little d', 'a quiet little desk')).toBe(true)
  expect(finds('quiet -desk', 'a quiet little desk')).toBe(false)
  expect(finds('quiet -"little chair"', 'a quiet little desk')).toBe(true)
  expect(finds('résumé', 'my resume')).toBe(true)
  expect(finds('-desk', 'anything')).toBe(false)
})

test('nothing anybody can type is an error of the index', () => {
  const pieces = fc.constantFrom(
    '"',
    '-',
    '*',
    '(',
    ')',
    ':',
    '^',
    '{',
    '}',
    '+',
    'AND',
    'OR',
    'NOT',
    'NEAR',
    ' ',
    'body',
    'ing',
    '学习',
    '\0',
    '“',
    "'",
    ';',
  )
  const typed = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 })
  fc.assert(
    fc.property(typed, (parts) => {
      for (const stemming of ['english', 'none'] as const) {
        const expression = matchExpression(parseQuery(parts.join('')), stemming)
        if (expression !== null) database.all('SELECT rowid FROM english WHERE english MATCH ?', expression)
      }
    }),
    { numRuns: 500 },
  )
})
