import { expect, test } from 'vitest'
import { kills } from './kills.ts'

test('two hundred kills lose nothing that was acknowledged, and everything goes on', { timeout: 480_000 }, async () => {
  const outcomes = await kills.run({ length: 'short', seed: 11, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  const cores = outcomes.filter(({ name }) => name.startsWith('kill -9 of a core') || name.startsWith('kill -9 while'))
  expect(cores.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(200)
})
