import { expect, test } from 'vitest'
import type { HighlightId } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import { anchorOf } from '../../shared/quote/describe-passage.ts'
import { type Entries, highlightLines } from './highlight-lines.ts'

type Entry = Entries[number]
const item = { id: 'a'.repeat(32) as ItemId, title: 'A quiet desk', url: 'https://desk.test/', shownCopy: 'b'.repeat(32) as CopyId }
const entry = (exact: string): Entry => ({
  item: item as Entry['item'],
  highlight: {
    id: 'c'.repeat(32) as HighlightId,
    itemId: item.id,
    copyId: item.shownCopy,
    anchor: anchorOf(exact, 0, exact.length, null),
    seconds: null,
    colour: 'green',
    note: '',
    tags: [],
    createdAt: 1,
    changedAt: 1,
  },
})

test('a huge passage is shortened for the terminal, and its length is told', () => {
  const lines = highlightLines([entry('word '.repeat(20_000).trim())])
  expect(lines.join('\n').length).toBeLessThan(1_600)
  expect(lines.at(-1)).toBe('  │ (99,999 letters in all; --json shows them)')
  expect(highlightLines([entry('all of it')]).at(-1)).toBe('  │ all of it')
})

test('a passage of a transcript tells when it is said', () => {
  const { item: of, highlight } = entry('Right. Ten minutes.')
  expect(highlightLines([{ item: of, highlight: { ...highlight, seconds: 2045.4 } }])[3]).toBe('  cccccccc · green · at 34:05')
})
