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
  expect(findLinks(text).map(({ link }) => link)).toEqual(links)
})

test('every link knows where it stands, whatever was taken out before it', () => {
  const text = 'see http://me:pw@a.example/x, https://b.example/long-na… and https://c.example/y.'
  expect(findLinks(text).map(({ at, length }) => text.slice(at, at + length))).toEqual([
    'http://me:pw@a.example/x',
    'https://b.example/long-na…',
    'https://c.example/y',
  ])
  expect(findLinks('  a.example/page\n')).toEqual([{ link: 'a.example/page', at: 2, length: 14 }])
})

test('a link that stands there twice is one, at its first place', () => {
  expect(findLinks('https://a.example/ and https://a.example/')).toEqual([{ link: 'https://a.example/', at: 0, length: 18 }])
})
