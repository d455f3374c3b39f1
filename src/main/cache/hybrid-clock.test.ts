import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextStamp, readStamp } from './hybrid-clock.ts'

const one = '0000000000000001'
const other = 'ffffffffffffffff'

test('a stamp tells the wall clock’s time when that is ahead of everything seen', () => {
  expect(readStamp(nextStamp(1_700_000_000_000, null, one))).toEqual({ ms: 1_700_000_000_000, counter: 0, device: one })
  expect(nextStamp(2_000, nextStamp(1_000, null, one), one) > nextStamp(1_000, null, one)).toBe(true)
})

test('a clock moved back goes on after the last stamp', () => {
  const before = nextStamp(5_000, null, one)
  expect(readStamp(nextStamp(1_000, before, one))).toEqual({ ms: 5_000, counter: 1, device: one })
})

test('what was edited after being seen is later, however wrong the other machine’s clock', () => {
  const theirs = nextStamp(Date.UTC(2050, 0, 1), null, other)
  const ours = nextStamp(Date.UTC(2026, 0, 1), theirs, one)
  expect(ours > theirs).toBe(true)
})

test('a full counter takes a millisecond from the future', () => {
  expect(readStamp(nextStamp(10, `00000000000a-ffff-${one}`, one))).toEqual({ ms: 11, counter: 0, device: one })
})

test('stamps of one device only grow, as text, whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 50 }), (walls) => {
      let last: string | null = null
      for (const wall of walls) {
        const stamp = nextStamp(wall, last, one)
        expect(stamp).toMatch(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/)
        if (last !== null) expect(stamp > last).toBe(true)
        last = stamp
      }
    }),
  )
})
