import { expect, test } from 'vitest'
import { dayHeadings, entryAt, entryCount, indexOfRow } from './day-headings.ts'

const now = new Date(2025, 10, 22, 15, 30).getTime()
const at = (day: number, hour: number) => new Date(2025, 10, day, hour).getTime()

test('days are the reader’s own, not the last 24 hours', () => {
  const rows = [at(22, 15), at(22, 0), at(21, 23), at(17, 8), at(3, 8), at(1, 8)]
  expect(dayHeadings(rows, now)).toEqual([
    { title: 'Today', beforeRow: 0 },
    { title: 'Yesterday', beforeRow: 2 },
    { title: 'This week', beforeRow: 3 },
    { title: 'Earlier', beforeRow: 4 },
  ])
})

test('every entry is a heading or a row, and every row is found again', () => {
  const headings = dayHeadings([at(22, 15), at(22, 0), at(3, 8)], now)
  const rows = 5
  const entries = Array.from({ length: entryCount(rows, headings) }, (_, index) => entryAt(index, headings))
  expect(entries).toEqual([{ heading: 'Today' }, { row: 0 }, { row: 1 }, { heading: 'Earlier' }, { row: 2 }, { row: 3 }, { row: 4 }])
  for (let row = 0; row < rows; row += 1) expect(entryAt(indexOfRow(row, headings), headings)).toEqual({ row })
})

test('without headings entries are rows', () => {
  expect(entryAt(7, [])).toEqual({ row: 7 })
  expect(dayHeadings([], now)).toEqual([])
})
