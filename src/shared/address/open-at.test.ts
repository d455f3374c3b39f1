import { expect, test } from 'vitest'
import { openAt } from './open-at.ts'

test.each([
  ['https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&t=2045s', 'youtube', 61.7, 'https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&t=61s'],
  ['https://youtu.be/Y4Gt3Xjd7G8', 'youtube', 0, 'https://youtu.be/Y4Gt3Xjd7G8?t=0s'],
  ['https://vimeo.com/1', 'vimeo', 30, 'https://vimeo.com/1#t=30s'],
  ['https://tube.example/w/abc', 'peertube', 30, 'https://tube.example/w/abc?start=30s'],
  ['https://media.ccc.de/v/x', 'media-ccc', 30, 'https://media.ccc.de/v/x#t=30'],
  ['https://www.infoq.com/presentations/x', 'infoq', 30, null],
  ['no address', 'youtube', 30, null],
] as const)('%s (%s) at %s s', (url, provider, seconds, opened) => {
  expect(openAt(url, provider, seconds)).toBe(opened)
})
