import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editText, type GivenText, givenText, isStrange, joinText, lookedAt, noText } from './given-text.ts'

/** The strange parts of a text, as words. */
const strangeWords = (given: GivenText) => given.strange.map(({ from, to }) => given.text.slice(from, to))
const has = (given: GivenText, words: string) => isStrange(given, given.text.indexOf(words), words.length)

test('what is typed is the reader’s, what is handed over is not', () => {
  const typed = editText(noText, 'http://10.0.0.1/', true)
  expect(has(typed, 'http://10.0.0.1/')).toBe(false)
  const pasted = editText(typed, 'http://10.0.0.1/ http://10.0.0.2/', false)
  expect(strangeWords(pasted)).toEqual([' http://10.0.0.2/'])
  expect(has(pasted, 'http://10.0.0.1/')).toBe(false)
  expect(has(pasted, 'http://10.0.0.2/')).toBe(true)
})

test('a stranger’s link stays one wherever it moves and however it is mended', () => {
  const given = givenText('see http://10.0.0.2/a', false)
  const before = editText(given, 'my words: see http://10.0.0.2/a', true)
  expect(strangeWords(before)).toEqual(['see http://10.0.0.2/a'])
  const mended = editText(before, 'my words: see http://10.0.0.2/ab', true)
  expect(has(mended, 'http://10.0.0.2/ab')).toBe(true)
  const split = editText(given, 'see http://10.0.0.2/\nmine http://10.0.0.3/ a', true)
  expect(has(split, 'http://10.0.0.3/')).toBe(false)
  expect(has(split, 'http://10.0.0.2/')).toBe(true)
})

test('a text put below another keeps apart what is whose', () => {
  const joined = joinText(editText(noText, 'mine  ', true), 'theirs', false)
  expect(joined.text).toBe('mine\ntheirs')
  expect(strangeWords(joined)).toEqual(['theirs'])
  expect(strangeWords(joinText(joined, 'and mine', true))).toEqual(['theirs'])
  expect(strangeWords(joinText(noText, 'theirs', false))).toEqual(['theirs'])
})

test('typing never makes a stranger’s sign the reader’s, whatever is typed where', () => {
  const edit = fc.record({ at: fc.nat(40), gone: fc.nat(10), put: fc.stringMatching(/^[ab]{0,6}$/) })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      // X stands nowhere in what is typed: every X left is the stranger's.
      let given = givenText('aXbXXaXb', false)
      for (const { at, gone, put } of edits) {
        const from = Math.min(at, given.text.length)
        given = editText(given, given.text.slice(0, from) + put + given.text.slice(from + gone), true)
      }
      for (const [index, sign] of [...given.text].entries()) if (sign === 'X') expect(isStrange(given, index, 1)).toBe(true)
      for (const { from, to } of given.strange) expect(from < to && to <= given.text.length).toBe(true)
    }),
  )
})

test('an emptied field is empty at once, while any other text is looked at when it rests', () => {
  const [old, next] = [givenText('https://a.example/', false), givenText('https://a.example/b', true)]
  expect(lookedAt(noText, old)).toBe(noText)
  expect(lookedAt(next, old)).toBe(old)
})
