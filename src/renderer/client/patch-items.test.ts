import { describe, expect, test } from 'vitest'
import { ItemId, type ItemSummary } from '../../shared/item.ts'
import { belongs, patchPage, withoutItem } from './patch-items.ts'

const idOf = (n: number) => ItemId.parse(n.toString(16).padStart(32, '0'))
const item = (n: number, more: Partial<ItemSummary> = {}): ItemSummary => ({
  id: idOf(n),
  url: `https://shelf.example/${n}`,
  title: `Part ${n}`,
  kind: 'article',
  state: 'complete',
  place: 'inbox',
  favourite: false,
  byline: null,
  siteName: null,
  host: 'shelf.example',
  lang: null,
  excerpt: null,
  publishedTime: null,
  words: 0,
  minutes: 0,
  startSeconds: null,
  durationSeconds: null,
  leadImage: null,
  tags: [],
  series: null,
  recommendation: null,
  wanted: null,
  favicon: null,
  progress: 0,
  addedAt: n,
  changedAt: n,
  trashedAt: null,
  shownCopy: null,
  report: null,
  remarks: [],
  failure: null,
  ...more,
})

describe('a changed item', () => {
  const page = { items: [item(3), item(2), item(1)], total: 3 }

  test('that still belongs is shown as it is now, without asking again', () => {
    const patched = patchPage(page, { place: 'inbox' }, item(2, { state: 'failed' }))
    expect(patched.page.items.map((one) => one.state)).toEqual(['complete', 'failed', 'complete'])
    expect(patched.again).toBe(false)
  })

  test('that may stand elsewhere now makes its list ask again', () => {
    const again = (sort: 'added' | 'title' | 'length' | 'progress' | 'part' | 'opened', more: Partial<ItemSummary>) =>
      patchPage(page, { sort }, item(2, more)).again
    const series = { key: 'shelf.example/parts', title: 'Parts', part: 2 }
    expect([again('added', { series }), again('part', { series }), again('title', { series })]).toEqual([true, true, false])
    expect([again('title', { title: 'A' }), again('length', { minutes: 4 }), again('progress', { progress: 0.5 })]).toEqual([
      true,
      true,
      true,
    ])
    expect([again('added', { title: 'A' }), again('added', { progress: 0.5 }), again('opened', { progress: 0.5 })]).toEqual([
      false,
      false,
      true,
    ])
  })

  test('that went to another place leaves at once', () => {
    const patched = patchPage(page, { place: 'inbox' }, item(2, { place: 'archive' }))
    expect(patched.page.items.map((one) => one.id)).toEqual([idOf(3), idOf(1)])
    expect(patched.page.total).toBe(2)
    expect(patched.again).toBe(true)
  })

  test('that is new to the list makes it ask again; a stranger does not', () => {
    expect(patchPage(page, { place: 'inbox' }, item(9))).toEqual({ page, again: true })
    expect(patchPage(page, { place: 'later' }, item(9))).toEqual({ page, again: false })
  })

  test('in the trash belongs nowhere but there', () => {
    const gone = item(1, { place: 'trash', kind: 'talk', favourite: true })
    expect(belongs(gone, { kind: 'talk' })).toBe(false)
    expect(belongs(gone, { favourite: true })).toBe(false)
    expect(belongs(gone, { place: 'trash' })).toBe(true)
  })

  test('removed twice is counted once', () => {
    const once = withoutItem(page, idOf(2))
    expect(withoutItem(once, idOf(2))).toBe(once)
    expect(once.total).toBe(2)
  })
})
