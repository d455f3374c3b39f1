import { afterEach, expect, test } from 'vitest'
import type { Answer } from '../../shared/contract.ts'
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import { anchorOf } from '../../shared/quote/describe-passage.ts'
import { createClient } from '../client/client.ts'
import { createItemActions } from '../client/item-actions.ts'
import { createHighlightDoings } from './highlight-doings.ts'

const exact = 'a long passage, '.repeat(500).trim()
const highlight: Highlight = {
  id: '1'.repeat(32) as HighlightId,
  itemId: '2'.repeat(32) as ItemId,
  copyId: '3'.repeat(32) as CopyId,
  anchor: anchorOf(exact, 0, exact.length, null),
  seconds: null,
  colour: 'yellow',
  note: '',
  tags: [],
  createdAt: 1,
  changedAt: 1,
}
const before = Object.getOwnPropertyDescriptor(globalThis.navigator, 'clipboard')
afterEach(() => void (before === undefined ? Reflect.deleteProperty(navigator, 'clipboard') : undefined))

test('of a passage that a list shows the beginning of, all is copied', async () => {
  const copied: string[] = []
  const clipboard = { writeText: async (text: string) => void copied.push(text) }
  Object.defineProperty(globalThis.navigator, 'clipboard', { value: clipboard, configurable: true })
  const said: string[] = []
  const call = async (): Promise<Answer> => ({ ok: true, value: { highlights: [highlight] } })
  const client = createClient({ call, listen: () => () => undefined, watch: () => () => undefined })
  const surroundings = { say: (words: string) => void said.push(words), sayError: () => undefined, editTags: () => undefined }
  const actions = createItemActions(client, surroundings)
  const doings = createHighlightDoings(client, () => actions, { changed: () => undefined, removed: () => undefined })

  const shown = { ...highlight, anchor: { ...highlight.anchor, exact: exact.slice(0, 100) } }
  doings.copyQuotes([{ highlight: shown, item: { id: highlight.itemId, title: 'Title', url: 'https://desk.test/', byline: null } }])
  await expect.poll(() => said).toEqual(['The quote is on the clipboard'])
  expect(copied[0]).toContain(`> ${exact}`)
})
