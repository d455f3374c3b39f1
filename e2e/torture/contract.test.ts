// The short form of the attack: every call a few times, as its schema allows and spoilt.
import { expect, test } from 'vitest'
import { contract } from './contract/contract.ts'

test('every call answers with a value of its shape or a listed failure, whatever it is given', { timeout: 180_000 }, async () => {
  const outcomes = await contract.run({ length: 'short', seed: 20_261_123, say: () => undefined })
  expect(outcomes.flatMap(({ name, broken }) => broken.map((line) => `${name}: ${line}`))).toEqual([])
  expect(outcomes.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(500)
})
