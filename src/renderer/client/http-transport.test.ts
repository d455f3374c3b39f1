import { expect, test } from 'vitest'
import { isCarried } from './http-transport.ts'

test('only what is written on leaving outlives the page: a browser refuses whatever is above 64 KiB in all', () => {
  expect(isCarried('item.setReading', '{}')).toBe(true)
  expect(isCarried('highlight.change', '{}')).toBe(true)
  expect(isCarried('highlight.change', 'x'.repeat(40_000))).toBe(false)
  expect(isCarried('item.preview', '{}')).toBe(false)
})
