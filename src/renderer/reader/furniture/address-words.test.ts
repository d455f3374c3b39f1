import { expect, test } from 'vitest'
import { addressWords, mailAddress } from './address-words.ts'

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
  expect(addressWords(url)).toEqual({ host, rest, user: null })
})

test('a user name is shown as one, and its password is not', () => {
  expect(addressWords('http://ida:secret@shelf.example/x')).toEqual({ host: 'shelf.example', rest: '/x', user: 'ida' })
  expect(addressWords('https://bank.example%40@shelf.example/')).toEqual({ host: 'shelf.example', rest: '', user: 'bank.example@' })
})

test('a letter box is a name at a host, and nothing of the letter', () => {
  expect(addressWords('mailto:ida@shelf.example?subject=Rings')).toEqual({ host: '', rest: 'ida@shelf.example', user: null })
  expect(mailAddress('mailto:ida@shelf.example?subject=Rings')).toBe('ida@shelf.example')
})

test('of a page that came as a file only what the link says is shown', () => {
  expect(addressWords(`https://saved-file.invalid/${'ab'.repeat(32)}/notes/two.html#end`)).toEqual({
    ...{ host: '', rest: 'notes/two.html#end', user: null },
  })
})

test('a long one is cut', () => {
  const { rest } = addressWords(`https://shelf.example/${'a'.repeat(500)}`)
  expect(rest).toHaveLength(120)
  expect(rest.endsWith('…')).toBe(true)
})
