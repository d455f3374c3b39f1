import { expect, test } from 'vitest'
import { longLife } from './long-life.ts'

test('what came and went leaves nothing behind but the word that it is gone', { timeout: 240_000 }, async () => {
  const outcomes = await longLife.run({ length: 'short', seed: 1, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes[0]?.cases).toBeGreaterThanOrEqual(20)
})
