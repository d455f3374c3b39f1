import { expect, test } from 'vitest'
import { processes } from './processes.ts'

test('two and three processes on one library get in nobody’s way', { timeout: 300_000 }, async () => {
  const outcomes = await processes.run({ length: 'short', seed: 3, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(20)
})
