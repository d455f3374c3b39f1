import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('pages of a grammar and harmed pages end in a harmless copy or a listed failure', { timeout: 240_000 }, async () => {
  const outcomes = await fuzz.run({ length: 'short', seed: 11, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(100)
})
