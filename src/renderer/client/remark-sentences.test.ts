import { expect, test } from 'vitest'
import { reasons, remarkSentences } from './remark-sentences.ts'

const unreachable = { about: 'image', what: 'page.unreachable' } as const

test('pictures that are missing for one reason are one sentence', () => {
  const sentences = remarkSentences([{ ...unreachable, url: 'https://a.example/1' }, unreachable, { ...unreachable, count: 2 }], [])
  expect(sentences).toEqual(['4 pictures are missing: the server could not be reached.'])
  expect(reasons(sentences)).toEqual(['The server could not be reached.'])
})

test('what stands in the report and at the item is counted once', () => {
  expect(remarkSentences([unreachable], [unreachable, { about: 'page', what: 'from-archive' }])).toEqual([
    'One picture is missing: the server could not be reached.',
    'This copy comes from the web archive.',
  ])
})

test('a picture and a thumbnail that are missing for the same reason name it once', () => {
  const sentences = remarkSentences([unreachable, { about: 'thumbnail', what: 'page.unreachable' }], [])
  expect(sentences).toHaveLength(2)
  expect(reasons(sentences)).toEqual(['The server could not be reached.'])
})
