import { expect, test } from 'vitest'
import { hnItemOf, hnSource } from './hn-item.ts'

const item = (id: number) => `https://news.ycombinator.com/item?id=${id}`

test('an item of Hacker News is told by its address alone', () => {
  expect([item(40), `${item(41)}#42`, 'http://news.ycombinator.com/item?id=43'].map(hnItemOf)).toEqual(['40', '41', '43'])
  const others = ['https://news.ycombinator.com/user?id=40', `${item(4)}x`, 'https://news.example.com/item?id=4', '', 'item?id=4']
  expect(others.map(hnItemOf)).toEqual(others.map(() => null))
})

test('a text came from where it says, or from the one item it links to', () => {
  expect(hnSource(item(1), [item(2)])).toBe(item(1))
  expect(hnSource('https://other.example/', [null, 'https://x.example/', item(2), `${item(2)}#3`])).toBe(`${item(2)}#3`)
  expect(hnSource(null, [item(2), item(3)])).toBeNull()
  expect(hnSource(null, [])).toBeNull()
})
