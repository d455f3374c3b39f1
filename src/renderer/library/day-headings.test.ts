import { expect, test } from 'vitest'
import { dayHeadings } from './day-headings.ts'

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

test('a series stands where its newest part does, and its older parts make no day of their own', () => {
  const rows = [at(3, 8), at(1, 8), at(22, 9), at(21, 9)]
  expect(dayHeadings(rows, now)).toEqual([
    { title: 'Today', beforeRow: 0 },
    { title: 'Yesterday', beforeRow: 3 },
  ])
  expect(dayHeadings([], now)).toEqual([])
})
