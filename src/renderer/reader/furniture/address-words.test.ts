import { expect, test } from 'vitest'
import { addressWords } from './address-words.ts'

test.each([
  ['https://www.shelf.example/', 'shelf.example', ''],
  ['https://shelf.example/a/b?c=d#e', 'shelf.example', '/a/b?c=d#e'],
  ['https://shelf.example/%C3%BCber', 'shelf.example', '/über'],
  ['http://127.0.0.1:4100/x', '127.0.0.1:4100', '/x'],
  // What would be read as something else stays as it is written.
  ['https://shelf.example/a%20b', 'shelf.example', '/a%20b'],
  ['https://shelf.example/%E2%80%AEgpj.exe', 'shelf.example', '/%E2%80%AEgpj.exe'],
  ['https://shelf.example/%E0%A4%A', 'shelf.example', '/%E0%A4%A'],
])('%s', (url, host, rest) => {
  expect(addressWords(url)).toEqual({ host, rest })
})

test('a long one is cut', () => {
  const { rest } = addressWords(`https://shelf.example/${'a'.repeat(500)}`)
  expect(rest).toHaveLength(120)
  expect(rest.endsWith('…')).toBe(true)
})
