import { expect, test } from 'vitest'
import { realPages } from './real-pages.ts'

test('harmed, deep and large pages end in a copy or a listed failure', { timeout: 240_000 }, async () => {
  const outcomes = await realPages.run({ length: 'short', seed: 7, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(50)
})
