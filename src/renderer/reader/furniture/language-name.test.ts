import { expect, test } from 'vitest'
import { languageName } from './language-name.ts'

test.each([
  ['python', 'Python'],
  ['cpp', 'C++'],
  ['csharp', 'C#'],
  ['shell', 'Shell'],
  ['c', 'C'],
  ['javascript', 'JavaScript'],
  ['brainfuck', 'Brainfuck'],
])('%s is written %s', (word, name) => {
  expect(languageName(word)).toBe(name)
})
