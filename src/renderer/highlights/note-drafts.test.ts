import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../../shared/contract.ts'
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import { joinNotes } from '../../shared/note-words.ts'
import { createClient } from '../client/client.ts'
import { keepDraft, leaveDraft, leftNotes } from './note-drafts.ts'
import { keepLeftNotes } from './use-left-notes.ts'

// Named as text and not as a module: the package's types would bring all of Node into the renderer's project.
const jsdom = 'jsdom'
const { JSDOM }: { JSDOM: new (html: string, options: { url: string }) => { readonly window: Window } } = await import(jsdom)

const [one, other] = ['1'.repeat(32) as HighlightId, '2'.repeat(32) as HighlightId]
let storage: Storage
beforeEach(() => {
  storage = new JSDOM('', { url: 'http://127.0.0.1/' }).window.localStorage
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true })
})
afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'))

/** As another window wrote it, which may be gone by now. */
const elsewhere = (id: HighlightId, draft: object) => storage.setItem(`carrel.note.${id}`, JSON.stringify(draft))
const left = async () => (await leftNotes()).map(({ id }) => id)

test('a draft somebody is writing is nobody else’s; one whose window has gone is', async () => {
  keepDraft(one, { note: 'mine', base: '', sent: null })
  let close = () => undefined as unknown
  const open = new Promise((resolve) => {
    void navigator.locks.request('carrel.window.another', () => {
      resolve(undefined)
      return new Promise((end) => {
        close = () => end(undefined)
      })
    })
  })
  await open
  elsewhere(other, { note: 'theirs', base: '', sent: null, window: 'carrel.window.another' })
  expect(await left()).toEqual([])
  close()
  await expect.poll(left).toEqual([other])
  leaveDraft(one, { note: 'mine', base: '', sent: null })
  expect((await left()).sort()).toEqual([one, other])
})

test('what is no draft is passed over, and one of an older Carrel is read', async () => {
  storage.setItem(`carrel.note.${one}`, '{broken')
  storage.setItem('carrel.theme', '"dark"')
  elsewhere(other, { note: 'old', base: 'o' })
  expect(await leftNotes()).toEqual([{ id: other, draft: { note: 'old', base: 'o', sent: null, window: null } }])
})

test('left notes are kept on every screen; those without a highlight are shown, and stay until they were seen', async () => {
  // What was on its way has arrived: it is not told twice.
  elsewhere(one, { note: 'first, then changed', base: '', sent: 'first words', window: 'carrel.window.gone' })
  elsewhere(other, { note: 'without a passage', base: '', sent: null, window: 'carrel.window.gone' })
  let note = 'first words'
  const anchor = { exact: 'x', prefix: '', suffix: '', start: 0, end: 1, normaliserVersion: 1, heading: null }
  const [itemId, copyId] = ['3'.repeat(32) as ItemId, '4'.repeat(32) as CopyId]
  const highlight: Highlight = {
    id: one,
    itemId,
    copyId,
    anchor,
    seconds: null,
    colour: 'yellow',
    note,
    tags: [],
    createdAt: 1,
    changedAt: 1,
  }
  const call = async (_name: string, input: unknown): Promise<Answer> => {
    const { id, note: written, noteWas } = input as { id: HighlightId; note?: string; noteWas?: string }
    if (id !== one) return { ok: false, failure: { code: 'highlight.unknown', facts: { id } } }
    if (written !== undefined) note = joinNotes(noteWas ?? note, note, written)
    return { ok: true, value: { ...highlight, note } }
  }
  const client = createClient({ call, listen: () => () => undefined, watch: () => () => undefined })
  const homeless = await keepLeftNotes(client)
  expect([note, homeless.map(({ id }) => id), await left()]).toEqual(['first, then changed', [other], [other]])
})
