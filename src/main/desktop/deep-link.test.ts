import { expect, test } from 'vitest'
import { deepLinksOf, parseDeepLink } from './deep-link.ts'

const id = '0123456789abcdef0123456789abcdef'
const add = (text: string) => ({ command: 'add', text })
const page = 'https://shelf.example/a?b=c&d=é#e'

test.each([
  ['one link', `carrel://save?url=${encodeURIComponent(page)}`, add('https://shelf.example/a?b=c&d=%C3%A9#e')],
  ['several links, in order', 'carrel://save?url=https://a.example/&url=http://b.example/', add('https://a.example/\nhttp://b.example/')],
  ['a slash that some systems add', 'carrel://save/?url=https://a.example/', add('https://a.example/')],
  ['other letters', 'CARREL://SAVE?url=https://a.example/', add('https://a.example/')],
  ['a text', 'carrel://save?text=see%20https%3A%2F%2Fa.example%2F%0Aand%20more', add('see https://a.example/\nand more')],
  ['links before the text', 'carrel://save?text=why&url=https://a.example/', add('https://a.example/\nwhy')],
  ['a private address: it is only shown', 'carrel://save?url=http://192.168.1.1/', add('http://192.168.1.1/')],
  ['an item', `carrel://item/${id}`, { command: 'go', text: `#/item/${id}` }],
  ['an item with a slash', `carrel://item/${id}/`, { command: 'go', text: `#/item/${id}` }],
  ['a highlight of it', `carrel://item/${id}?highlight=${id}`, { command: 'go', text: `#/item/${id}?highlight=${id}` }],
  ['a highlight that is none', `carrel://item/${id}?highlight=%23/settings`, { command: 'go', text: `#/item/${id}` }],
])('reads %s', (_what, link, asked) => {
  expect(parseDeepLink(link)).toEqual(asked)
})

test.each([
  ['another scheme', 'https://save?url=https://a.example/'],
  ['a scheme like ours', 'carrel-app://window/'],
  ['a page’s script', 'javascript:carrel://save?url=https://a.example/'],
  ['another host', 'carrel://open?url=https://a.example/'],
  ['no host', 'carrel:save?url=https://a.example/'],
  ['a path', 'carrel://save/all?url=https://a.example/'],
  ['a name and a password', 'carrel://me:secret@save?url=https://a.example/'],
  ['a port', 'carrel://save:80?url=https://a.example/'],
  ['no link', 'carrel://save'],
  ['an empty link', 'carrel://save?url='],
  ['a script as the link', 'carrel://save?url=javascript:alert(1)'],
  ['a script with a line break', 'carrel://save?url=java%0Ascript:alert(1)'],
  ['a file', 'carrel://save?url=file:///etc/passwd'],
  ['data', 'carrel://save?url=data:text/html,x'],
  ['one of ours inside', `carrel://save?url=${encodeURIComponent('carrel://save?url=https://a.example/')}`],
  ['our own window inside', 'carrel://save?url=carrel-app://window/'],
  ['an address without a scheme', 'carrel://save?url=a.example'],
  ['a line break in the link', 'carrel://save?url=https://a.example/\nhttps://b.example/'],
  ['an encoded line break in the link', 'carrel://save?url=https://a.example/%0D%0A'],
  ['a NUL', 'carrel://save?url=https://a.example/\u0000'],
  ['nothing but control characters', 'carrel://save?text=%00%01%E2%80%AE'],
  ['more than any system hands over', `carrel://save?text=${'a'.repeat(100_001)}`],
  ['an id that is too short', 'carrel://item/0123'],
  ['an id with more behind it', `carrel://item/${id}/../../settings`],
  ['an id in capitals', `carrel://item/${id.toUpperCase()}`],
  ['a route', 'carrel://item/#/settings'],
  ['a broken escape', 'carrel://item/%'],
  ['nothing', ''],
])('asks for nothing with %s', (_what, link) => {
  expect(parseDeepLink(link)).toBeNull()
})

test('strips what would turn a text around, and keeps its lines', () => {
  expect(parseDeepLink(`carrel://save?text=${encodeURIComponent('one\r\ntwo\u202ethree\u0007')}`)).toEqual(add('one\ntwo three'))
})

test('takes so many links and no more', () => {
  const many = Array.from({ length: 600 }, (_, at) => `url=https://a.example/${at}`).join('&')
  expect(parseDeepLink(`carrel://save?${many}`)?.text.split('\n')).toHaveLength(500)
})

test('finds our links among the words of a start', () => {
  const argv = ['--library=/tmp/x', '.', 'carrel://item/1', '--url=carrel://no', 'CARREL://save?url=x', 'page.html']
  expect(deepLinksOf(argv)).toEqual(['carrel://item/1', 'CARREL://save?url=x'])
})
