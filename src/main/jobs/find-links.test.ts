import { expect, test } from 'vitest'
import { findLinks } from './find-links.ts'

test.each([
  ['http://user:pw@example.org/a', ['http://example.org/a']],
  ['read http://user@example.org/a, then https://me:p%40w@example.org:8080/b.', ['http://example.org/a', 'https://example.org:8080/b']],
  ['http://me@mail.test:pw@example.org/a', ['http://example.org/a']],
  [`https://robot:${'k'.repeat(200)}@example.org/a`, ['https://example.org/a']],
  ['https://user:pw@example.org/a-long-na…', ['https://example.org/a-long-na…']],
  [
    'https://example.org/@someone and https://example.org/?to=me@mail.test',
    ['https://example.org/@someone', 'https://example.org/?to=me@mail.test'],
  ],
])('a link is found whole, without the name and the password in it: %s', (text, links) => {
  expect(findLinks(text)).toEqual(links)
})
