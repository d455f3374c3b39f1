import { expect, test } from 'vitest'
import { layoutOf } from './list-layout.ts'

const shown = (layout: ReturnType<typeof layoutOf>) =>
  Array.from({ length: layout.count }, (_, index) => {
    const entry = layout.entryAt(index)
    if (entry.kind === 'gap') return `gap ${entry.gap.first}`
    return entry.kind === 'day'
      ? entry.title
      : entry.kind === 'series'
        ? `[${entry.group.key}]`
        : entry.group === null
          ? entry.row
          : `${entry.group.key}${entry.row}`
  })

const days = [
  { title: 'Today', beforeRow: 0 },
  { title: 'Earlier', beforeRow: 4 },
]

test('rows alone are their own index', () => {
  const layout = layoutOf(3, [], [])
  expect(shown(layout)).toEqual([0, 1, 2])
  expect([layout.indexOfRow(2), layout.rowAt(2)]).toEqual([2, 2])
  expect(layoutOf(0, [], []).count).toBe(0)
})

test('a series stands under its heading, behind the day it begins on', () => {
  const layout = layoutOf(7, days, [{ key: 's', from: 4, to: 6, folded: false }])
  expect(shown(layout)).toEqual(['Today', 0, 1, 2, 3, 'Earlier', '[s]', 's4', 's5', 6])
  expect([0, 3, 4, 5, 6].map((row) => layout.indexOfRow(row))).toEqual([1, 4, 7, 8, 9])
  expect([0, 5, 6, 7, 9].map((index) => layout.rowAt(index))).toEqual([0, 4, 4, 4, 6])
})

test('folded, its rows are no entries and are found at the heading', () => {
  const layout = layoutOf(7, days, [{ key: 's', from: 1, to: 3, folded: true }])
  expect(shown(layout)).toEqual(['Today', 0, '[s]', 3, 'Earlier', 4, 5, 6])
  expect([1, 2, 3].map((row) => layout.indexOfRow(row))).toEqual([2, 2, 3])
})

test('a day never cuts a series in two', () => {
  const layout = layoutOf(6, days, [{ key: 's', from: 3, to: 5, folded: false }])
  expect(shown(layout)).toEqual(['Today', 0, 1, 2, '[s]', 's3', 's4', 5])
})

test('every row is found again at its entry', () => {
  const groups = Array.from({ length: 40 }, (_, n) => ({ key: `k${n}`, from: n * 25, to: n * 25 + 2 + (n % 5), folded: n % 3 === 1 }))
  const layout = layoutOf(1000, days, groups)
  for (let row = 0; row < 1000; row += 1) {
    const group = groups.find((one) => one.from <= row && row < one.to)
    const entry = layout.entryAt(layout.indexOfRow(row))
    expect(entry.kind === 'row' ? entry.row : entry.kind === 'series' ? entry.group.key : '').toBe(group?.folded ? group.key : row)
  }
})

test('an entry begins below everything above it', () => {
  const layout = layoutOf(7, days, [{ key: 's', from: 4, to: 6, folded: false }])
  const heights = { day: 10, series: 100, gap: 5, row: 1 }
  expect([0, 1, 5, 6, 7, 9].map((index) => layout.offsetOf(index, heights))).toEqual([0, 10, 14, 24, 124, 126])
})
