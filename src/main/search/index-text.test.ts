import { expect, test } from 'vitest'
import { cleanText, fold, indexText, isUnspaced, tokensOf } from './index-text.ts'

const words = (text: string) => Array.from(tokensOf(text), (token) => token.word)

test('a script without spaces is split into its words, others are left alone', () => {
  expect(indexText('Python入門: 東京で学ぶ。', 'none').split(/\s+/)).toEqual(['Python', '入門', ':', '東京', 'で', '学ぶ', '。'])
  expect(indexText('Les mots, déjà écrits.', 'none')).toBe('Les mots, déjà écrits.')
  expect(words('机器学习 and ภาษาไทย')).toEqual(['机器', '学习', 'and', 'ภาษา', 'ไทย'])
  expect(words('한국어 단어')).toEqual(['한국어', '단어'])
})

test('words are folded as the index folds them, and stand where they stood', () => {
  const text = 'A Cafe\u0301, naïve foo_bar हिन्दी 3.14'.normalize('NFC')
  expect(words(text)).toEqual(['a', 'cafe', 'naive', 'foo', 'bar', 'हिन्दी', '3', '14'])
  for (const { start, end, word } of tokensOf(text)) expect(fold(text.slice(start, end))).toBe(word)
})

test('control characters never get in: they mark the matches of a snippet', () => {
  expect(cleanText('a\u0002b\u0003c\nd\te\u0000')).toBe('a b c\nd\te ')
})

test('a very long run without a space keeps every letter', () => {
  const run = '東京都で学ぶ'.repeat(1_000)
  expect(words(run).join('')).toBe(run)
})

test('knows the scripts without spaces', () => {
  expect(['学', 'カタカナ', 'ไทย'].every(isUnspaced)).toBe(true)
  expect(['word', '한국어', 'слово'].some(isUnspaced)).toBe(false)
})

test('English words are cut to their stem, and only those', () => {
  expect(indexText('Compilers, RUNNING in cafés: x86 学习s', 'english')).toBe('compil, run in cafe: x86  学习 s')
})
