// The short form of the attack: every class, fewer of each.
import { expect, test } from 'vitest'
import { strangers } from './strangers/strangers.ts'

test('no stranger comes in, and none keeps the owner out', { timeout: 180_000 }, async () => {
  const outcomes = await strangers.run({ length: 'short', seed: 20_261_123, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(3_000)
})
