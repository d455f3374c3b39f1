import { describe, expect, test } from 'vitest'
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import { touchesSeries } from './touches-series.ts'

const id = 'a'.repeat(32) as ItemId
const other = 'b'.repeat(32) as ItemId
const part = { id, title: 'Small structures 1', part: 1, minutes: 6, progress: 0, state: 'complete', place: 'inbox' } as const
const known: OutputOf<'series.list'>['series'] = [
  { key: 'k', title: 'Small structures', byline: 'Ada', siteName: 'The Workbench', host: 'example.org', minutes: 6, parts: [part] },
]
// Only what is looked at; the rest of a row has no part in it.
const item = {
  ...part,
  byline: 'Ada',
  siteName: 'The Workbench',
  series: { key: 'k', title: 'Small structures', part: 1 },
  favourite: false,
} as unknown as ItemSummary

describe('what makes the series untrue', () => {
  test('a part that says the same does not', () => {
    expect(touchesSeries(known, item)).toBe(false)
    expect(touchesSeries(known, { ...item, favourite: true, tags: ['new'] })).toBe(false)
  })

  test.each([
    ['its state', { state: 'partial' }],
    ['its progress', { progress: 0.4 }],
    ['its length', { minutes: 9 }],
    ['its title', { title: 'Another' }],
    ['its place', { place: 'trash' }],
    ['its author', { byline: 'Bea' }],
    ['leaving the series', { series: null }],
    ['going to another one', { series: { key: 'other', title: 'Other', part: 1 } }],
  ] as const)('%s does', (_name, change) => {
    expect(touchesSeries(known, { ...item, ...change })).toBe(true)
  })

  test('an item that was no part counts only where it can be one', () => {
    expect(touchesSeries(known, { ...item, id: other })).toBe(true)
    expect(touchesSeries(known, { ...item, id: other, series: null })).toBe(false)
    expect(touchesSeries(known, { ...item, id: other, place: 'trash' })).toBe(false)
  })
})
