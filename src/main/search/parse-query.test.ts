import { expect, test } from 'vitest'
import { parseQuery } from './parse-query.ts'

/** `a b` = words in a row, `*` = may go on, `-` = left out. */
function read(typed: string): string[] {
  const { must, without } = parseQuery(typed)
  const spell = (sign: string) => (term: { words: readonly string[]; prefix: boolean }) =>
    sign + term.words.join(' ') + (term.prefix ? '*' : '')
  return [...must.map(spell('')), ...without.map(spell('-'))]
}

test.each([
  ['quiet desk', ['quiet', 'desk*']],
  ['quiet desk ', ['quiet', 'desk']],
  ['"quiet desk" words', ['quiet desk', 'words*']],
  ['words "quiet desk"', ['words', 'quiet desk']],
  ['“quiet desk” «x y»', ['quiet desk', 'x y']],
  ['quiet -loud', ['quiet', '-loud']],
  ['-"very loud" quiet', ['quiet*', '-very loud']],
  ['-loud', ['-loud']],
  ['well-known e-mail', ['well known', 'e mail*']],
  ['node.js c++', ['node js', 'c*']],
  ["don't", ['don t*']],
  ['Émile Zola', ['emile', 'zola*']],
  ['机器学习', ['机器', '学习*']],
  ['学', ['学*']],
  ['"机器学习"', ['机器 学习']],
  ['a', ['a']],
  ['quiet d', ['quiet', 'd*']],
  ['"quiet d', ['quiet d*']],
])('%s', (typed, terms) => {
  expect(read(typed)).toEqual(terms)
})

test.each([
  ['"quiet des', ['quiet des*']],
  ['"quiet ', ['quiet']],
  ['"', []],
  ['""', []],
  ['a "" b', ['a', 'b*']],
  ['quiet"desk', ['quiet', 'desk*']],
  ['"a"-"b"', ['a', 'b']],
  ['- -- -" "', []],
])('half typed or odd quotes: %s', (typed, terms) => {
  expect(read(typed)).toEqual(terms)
})

test.each([
  'title:x',
  'NEAR(a b)',
  'a AND b OR NOT c',
  '(a',
  'a*',
  '^a',
  '{title about} : x',
  'a + b',
  'x\0y',
  "'; DROP TABLE doc; --",
  '\\"',
  '💥',
])('what means something to the index is only words: %s', (typed) => {
  for (const term of [...parseQuery(typed).must, ...parseQuery(typed).without])
    for (const word of term.words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
})

test('a pasted page is cut to a query', () => {
  expect(parseQuery('word '.repeat(10_000)).must.length).toBeLessThanOrEqual(32)
})
