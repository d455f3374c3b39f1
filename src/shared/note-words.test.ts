import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinNotes } from './note-words.ts'

describe('two who write one note', () => {
  test.each([
    ['only mine changed', 'a', 'a', 'a b', 'a b'],
    ['only theirs changed', 'a', 'a b', 'a', 'a b'],
    ['both, from nothing', '', 'theirs', 'mine', 'theirs\n\nmine'],
    ['both went on from the same words', 'the base', 'the base, theirs', 'the base mine', 'the base, theirs\n\nmine'],
    ['a word was written on: it stays whole', 'hel', 'help', 'hello', 'help\n\nhello'],
    ['mine goes on from theirs: an answer was lost, not a word', '', 'one', 'one two', 'one two'],
    ['I emptied it while they wrote', 'a', 'a b', '', 'a b'],
    ['they emptied it while I wrote', 'a', '', 'a b', 'a b'],
    ['told twice', '', 'theirs\n\nmine', 'mine', 'theirs\n\nmine'],
    ['white space is no change', 'a', 'a', 'a \n', 'a'],
  ])('%s', (_name, was, theirs, mine, joined) => {
    expect(joinNotes(was, theirs, mine)).toBe(joined)
  })

  test('no word of either is ever lost', () => {
    const words = fc.array(fc.constantFrom('one', 'two', 'three', '\n')).map((some) => some.join(' '))
    fc.assert(
      fc.property(words, words, words, (was, theirs, mine) => {
        const joined = joinNotes(was, theirs, mine)
        const kept = new Set(joined.split(/\s+/))
        const base = new Set(was.split(/\s+/))
        for (const word of `${theirs} ${mine}`.split(/\s+/)) if (word !== '' && !base.has(word)) expect(kept).toContain(word)
      }),
    )
  })
})
