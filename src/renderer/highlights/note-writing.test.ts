import { describe, expect, test } from 'vitest'
import { joinNotes } from '../../shared/note-words.ts'
import { beginNote, type NoteWriting } from './note-writing.ts'

/** The library, as the core joins what two windows send. */
function library(note = '') {
  let known = { note, changedAt: 1 }
  return {
    known: () => known,
    take({ note, noteWas }: { note: string; noteWas: string }) {
      known = { note: joinNotes(noteWas, known.note, note), changedAt: known.changedAt + 1 }
      return known
    },
  }
}

function keep(writing: NoteWriting, shelf: ReturnType<typeof library>): void {
  const sent = writing.send()
  if (sent !== null) writing.answered(shelf.take(sent))
}

describe('a note that is written', () => {
  test('is sent with what it was begun from, one after the other', () => {
    const shelf = library('a')
    const one = beginNote(shelf.known())
    expect(one.send()).toBeNull()
    one.typed('a b')
    const first = one.send()
    expect(first).toEqual({ note: 'a b', noteWas: 'a' })
    one.typed('a b c')
    expect([one.send(), one.confirmed(), one.sent()]).toEqual([null, 'a', 'a b'])
    one.answered(shelf.take({ note: 'a b', noteWas: 'a' }))
    expect(one.send()).toEqual({ note: 'a b c', noteWas: 'a b' })
  })

  test('a space that is typed at the end stays in the field', () => {
    const shelf = library()
    const one = beginNote(shelf.known())
    one.typed('one ')
    keep(one, shelf)
    expect([one.now(), shelf.known().note, one.isKept()]).toEqual(['one ', 'one', true])
  })

  test('what was not kept is sent again, from the same beginning', () => {
    const one = beginNote({ note: 'a', changedAt: 1 })
    one.typed('b')
    one.send()
    one.failed()
    expect(one.send()).toEqual({ note: 'b', noteWas: 'a' })
  })
})

describe('another window', () => {
  test('is shown as long as nobody types here', () => {
    const one = beginNote({ note: 'a', changedAt: 1 })
    one.heard({ note: 'theirs', changedAt: 2 })
    expect([one.now(), one.isKept()]).toEqual(['theirs', true])
    one.heard({ note: 'a', changedAt: 1 })
    expect(one.now()).toBe('theirs')
  })

  test('and this one write at once: both have all words at the end', () => {
    const shelf = library('base')
    const [one, other] = [beginNote(shelf.known()), beginNote(shelf.known())]
    one.typed('base one')
    other.typed('base other')
    keep(one, shelf)
    other.heard(shelf.known())
    expect(other.now()).toBe('base other')
    keep(other, shelf)
    expect([shelf.known().note, other.now()]).toEqual(['base one\n\nother', 'base one\n\nother'])
    one.heard(shelf.known())
    one.typed(`${one.now()} more`)
    keep(one, shelf)
    expect(shelf.known().note).toBe('base one\n\nother more')
  })

  test('joins words while one types on: what was typed meanwhile stands behind', () => {
    const shelf = library()
    const one = beginNote(shelf.known())
    one.typed('mine')
    const sent = one.send()
    shelf.take({ note: 'theirs', noteWas: '' })
    one.typed('mine is longer')
    one.answered(shelf.take(sent ?? { note: '', noteWas: '' }))
    expect(one.now()).toBe('theirs\n\nmine is longer')
    keep(one, shelf)
    expect(shelf.known().note).toBe('theirs\n\nmine is longer')
  })
})
