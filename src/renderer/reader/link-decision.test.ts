import { expect, test } from 'vitest'
import { decideLink } from './link-decision.ts'

const frame = 'http://127.0.0.1:4100/copy/0123456789abcdef0123456789abcdef/'
const page = 'https://shelf.example/ring?part=2'

test.each([
  ['#walk', { go: 'anchor', id: 'walk' }],
  ['#', { go: 'anchor', id: '' }],
  ['#%C3%BCber', { go: 'anchor', id: 'über' }],
  ['#%E0%A4%A', { go: 'anchor', id: '%E0%A4%A' }],
  [`${frame}#walk`, { go: 'anchor', id: 'walk' }],
  ['https://shelf.example/ring?part=2#walk', { go: 'anchor', id: 'walk' }],
  ['https://shelf.example/ring?part=2', { go: 'outside', url: 'https://shelf.example/ring?part=2' }],
  ['https://shelf.example/ring?part=3#walk', { go: 'outside', url: 'https://shelf.example/ring?part=3#walk' }],
  ['//other.example/x', { go: 'outside', url: 'http://other.example/x' }],
  [' https://other.example/a b ', { go: 'outside', url: 'https://other.example/a%20b' }],
  ['javascript:alert(1)', { go: 'nowhere' }],
  ['JaVaScRiPt:alert(1)', { go: 'nowhere' }],
  ['data:text/html,<b>x', { go: 'nowhere' }],
  ['file:///etc/passwd', { go: 'nowhere' }],
  ['blob:http://127.0.0.1:4100/x', { go: 'nowhere' }],
  ['mailto:someone@shelf.example?subject=x', { go: 'mail', url: 'mailto:someone@shelf.example?subject=x' }],
  ['mailto:', { go: 'nowhere' }],
  ['carrel://item/1', { go: 'nowhere' }],
  ['/call/item.emptyTrash', { go: 'nowhere' }],
  ['other.html', { go: 'nowhere' }],
  ['http://127.0.0.1:4100/', { go: 'nowhere' }],
  ['http://[', { go: 'nowhere' }],
  [null, { go: 'nowhere' }],
] as const)('%s', (href, decision) => {
  expect(decideLink(href, frame, page)).toEqual(decision)
})

test('under a protocol of our own the same holds', () => {
  const own = 'carrel-app://window/copy/0123456789abcdef0123456789abcdef/'
  expect(decideLink('#walk', own, null)).toEqual({ go: 'anchor', id: 'walk' })
  expect(decideLink('/other', own, null)).toEqual({ go: 'nowhere' })
  expect(decideLink('https://a.example/', own, null)).toEqual({ go: 'outside', url: 'https://a.example/' })
})
