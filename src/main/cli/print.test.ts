import { expect, test } from 'vitest'
import { wordsFor } from '../../shared/failure-words.ts'
import { failureLines } from './print.ts'

test('a failure’s words fit every door; what to type stands on the command line alone', () => {
  const failure = { code: 'item.unknown', facts: {} } as const
  expect(failureLines(failure)).toEqual(['There is no such item in this library.', '  It may have been deleted for good.', '  carrel list'])
  expect(wordsFor(failure).remedy).not.toContain('carrel list')
  expect(wordsFor({ code: 'page.login', facts: {} }).remedy).not.toContain('carrel save')
  expect(failureLines({ code: 'page.login', facts: {} }).at(-1)).toContain('carrel save')
})
