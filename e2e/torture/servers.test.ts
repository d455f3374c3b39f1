import { expect, test } from 'vitest'
import { servers } from './servers.ts'

test('every hostile server ends in its listed failure, every good page beside it is whole, and nothing inside is reached', {
  timeout: 300_000,
}, async () => {
  const outcomes = await servers.run({ length: 'short', seed: 4, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(900)
})
