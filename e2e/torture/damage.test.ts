// The short form of the attack: a few cases of every class.
import { expect, test } from 'vitest'
import { damage } from './damage.ts'

test('harm of every kind is said, and undone where that was promised', { timeout: 180_000 }, async () => {
  const outcomes = await damage.run({ length: 'short', seed: 20_261_123, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.length).toBeGreaterThan(20)
})
