import { expect, test } from 'vitest'
import { hostilePages } from './hostile-pages.ts'

test('nothing of a hostile page is left in its copy', { timeout: 120_000 }, async () => {
  const outcomes = await hostilePages.run({ length: 'short', seed: 4, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(3_000)
})
