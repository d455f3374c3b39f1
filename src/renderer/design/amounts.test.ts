import { expect, test } from 'vitest'
import { amount, bytes, count, dayAndTime, minutesWords, pageDate } from './amounts.ts'

test.each([
  [0, ''],
  [23, '23 min'],
  [60, '1 h'],
  [106, '1 h 46 min'],
])('%s minutes are “%s”', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words)
})

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [1_449_000, '1.4 MB'],
  [999_999, '1 MB'],
  [20_000_000_000, '20 GB'],
])('%s bytes are %s', (n, words) => {
  expect(bytes(n)).toBe(words)
})

test('counts are grouped and agree with their noun', () => {
  expect([0, 999, 1204, 100_000, 1_234_567].map(count)).toEqual(['0', '999', '1,204', '100,000', '1,234,567'])
  expect(amount(1, 'picture', 'pictures')).toBe('1 picture')
  expect(amount(0, 'picture', 'pictures')).toBe('0 pictures')
})

test('a day stays the day it is, whatever the time zone; nonsense is no date', () => {
  expect(pageDate('2025-03-09')).toBe('9 March 2025')
  expect(pageDate('last spring')).toBeNull()
  expect(pageDate(null)).toBeNull()
})

test('every month and hour reads as the system would say it', () => {
  const now = new Date(2026, 5, 1).getTime()
  for (let month = 0; month < 12; month += 1) {
    const date = new Date(2024, month, 3 + month, month, 5)
    const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
    expect(dayAndTime(date.getTime(), now)).toBe(`${day}, ${String(month).padStart(2, '0')}:05`)
    expect(pageDate(date.toISOString())).toBe(day)
  }
  expect(dayAndTime(new Date(2026, 10, 22, 15, 58).getTime(), now)).toBe('22 November, 15:58')
})
