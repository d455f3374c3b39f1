import { describe, expect, test } from 'vitest'
import { savedFileAddress } from '../../shared/address/saved-file-address.ts'
import { hasOriginal, missingWords, progressWords, stateSentence, whoAndWhere } from './item-words.ts'

const none = { source: 0, copy: 0 }
const counts = { images: none, codeBlocks: none, tables: none, headings: none, formulas: none, footnotes: none, embeds: none }

describe('what is missing', () => {
  test('is said with a number, pictures first', () => {
    const report = { counts: { ...counts, images: { source: 4, copy: 3 }, tables: { source: 2, copy: 0 } }, missing: [] }
    expect(missingWords(report)).toBe('One of 4 pictures is missing.')
    expect(missingWords({ ...report, counts: { ...counts, tables: { source: 2, copy: 0 } } })).toBe('2 of 2 tables are missing.')
    expect(missingWords({ ...report, counts: { ...counts, images: { source: 1, copy: 0 } } })).toBe('The only picture is missing.')
  })
  test('is nothing when all is here, also when the copy has more', () => {
    expect(missingWords({ counts: { ...counts, images: { source: 2, copy: 3 } }, missing: [] })).toBeNull()
    expect(missingWords(null)).toBeNull()
  })
})

test('a failed item says why', () => {
  const failure = { code: 'page.login', facts: {} } as const
  expect(stateSentence({ state: 'failed', report: null, failure, kind: 'article', remarks: [] })).toContain('login')
})

test('nobody is named twice', () => {
  expect(
    whoAndWhere({ byline: 'Night Queue', siteName: 'Night Queue', host: 'nightqueue.example', url: 'https://nightqueue.example/' }),
  ).toBe('Night Queue')
  expect(whoAndWhere({ byline: 'Ada Brandvold', siteName: null, host: 'shelf.example', url: 'https://shelf.example/' })).toBe(
    'Ada Brandvold, shelf.example',
  )
})

test.each([
  [0, ''],
  [0.004, ''],
  [0.378, '38 %'],
  [0.99, 'read'],
])('%s is “%s”', (progress, words) => {
  expect(progressWords(progress)).toBe(words)
})

test('a talk without its details does not call itself complete', () => {
  const talk = { state: 'complete', report: null, failure: null, kind: 'talk' } as const
  expect(stateSentence({ ...talk, remarks: [] })).toBe('Its details are on this machine')
  expect(stateSentence({ ...talk, remarks: [{ about: 'talk-details', what: 'page.unreachable' }] })).toContain('not here yet')
})

test('a file the reader gave has no original, and its made-up address is not shown', () => {
  const url = savedFileAddress('a'.repeat(64))
  expect(hasOriginal({ url })).toBe(false)
  expect(whoAndWhere({ byline: null, siteName: null, host: 'saved-file.invalid', url })).toBe('a file of yours')
  expect(hasOriginal({ url: 'https://shelf.example/' })).toBe(true)
})
