import { expect, test } from 'vitest'
import { withinTime } from './within-time.ts'

test('answers what the work answers, and fails as it fails', async () => {
  expect(withinTime(10_000, () => 7)).toBe(7)
  expect(await withinTime(10_000, async () => 'later')).toBe('later')
  expect(() =>
    withinTime(10_000, () => {
      throw new RangeError('too many')
    }),
  ).toThrow(RangeError)
})

test('an endless loop is broken off', () => {
  expect(() =>
    withinTime(50, () => {
      for (;;);
    }),
  ).toThrow(/timed out/)
  expect(withinTime(10_000, () => 'and the next work is done')).toBe('and the next work is done')
})
