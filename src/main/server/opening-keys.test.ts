import { expect, it } from 'vitest'
import { openOpeningKeys } from './opening-keys.ts'

it('opens once', () => {
  const keys = openOpeningKeys()
  const [first, second] = [keys.make(), keys.make()]
  expect(first).not.toBe(second)
  expect(first).toMatch(/^[\w-]{43}$/)
  expect([keys.take(first), keys.take(first), keys.take(second), keys.take('')]).toEqual([true, false, true, false])
})

it('opens for a minute', () => {
  let now = 5_000
  const keys = openOpeningKeys(() => now)
  const [early, late] = [keys.make(), keys.make()]
  now += 59_999
  expect(keys.take(early)).toBe(true)
  now += 1
  expect(keys.take(late)).toBe(false)
})
