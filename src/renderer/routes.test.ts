import { expect, test } from 'vitest'
import { HighlightId } from '../shared/highlight.ts'
import { CopyId, ItemId } from '../shared/item.ts'
import { ListId } from '../shared/list.ts'
import { hashOf, isAstray, type Route, readRoute } from './routes.ts'

const id = ItemId.parse('0123456789abcdef0123456789abcdef')
const copy = CopyId.parse('f'.repeat(32))
const highlight = HighlightId.parse('a'.repeat(32))
const routes: readonly Route[] = [
  { screen: 'place', place: 'inbox' },
  { screen: 'place', place: 'trash' },
  { screen: 'search', words: 'ring & queue "a b" ü #?/%' },
  { screen: 'search', words: '' },
  { screen: 'item', id, copy: null },
  { screen: 'item', id, copy },
  { screen: 'item', id, copy: null, highlight },
  { screen: 'item', id, copy, highlight },
  { screen: 'item', id, copy: null, anchor: 'über & #part?' },
  { screen: 'tag', tag: 'a & b' },
  { screen: 'series', key: 'shelf.example/ring ü' },
  { screen: 'item', id, copy: null, list: ListId.parse('b'.repeat(32)) },
  { screen: 'list', id: ListId.parse('0123456789abcdef0123456789abcdef') },
  { screen: 'highlights' },
  { screen: 'add' },
  { screen: 'settings' },
  { screen: 'settings', section: 'keys' },
]

test.each(routes)('%o is read back from its own hash', (route) => {
  expect(readRoute(hashOf(route))).toEqual(route)
})

test.each(['', '#', '#/', '#/nowhere', '#/item/', '#/item/xyz', '#/inbox/more', '#/item/../add', '#javascript:alert(1)'])(
  '“%s” leads to the inbox',
  (hash) => {
    expect(readRoute(hash)).toEqual({ screen: 'place', place: 'inbox' })
  },
)

test('an address that means nothing is astray; every one of ours, and none at all, is not', () => {
  expect(['#/nonsense', '#/item/none', '#/inbox/more', '#/tag'].map(isAstray)).toEqual([true, true, true, true])
  expect(['', '#/inbox', ...routes.map(hashOf)].some(isAstray)).toBe(false)
})
