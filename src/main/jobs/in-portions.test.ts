import { expect, test } from 'vitest'
import { inPortions } from './in-portions.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

test('everything is done once and in order, a few at a time, and others get their turn in between', async () => {
  const sizes: number[] = []
  let turnsOfOthers = 0
  const others = setInterval(() => {
    turnsOfOthers += 1
  }, 0)
  const done = await inPortions(numbers(2_030), (portion) => {
    sizes.push(portion.length)
    const until = performance.now() + 3
    while (performance.now() < until);
    return portion.map((n) => n * 2)
  })
  clearInterval(others)
  expect(done).toEqual(numbers(2_030).map((n) => n * 2))
  expect(sizes.length).toBeGreaterThan(10)
  expect(turnsOfOthers).toBeGreaterThan(5)
})

test('what was done before a failure stays done', async () => {
  const kept: number[] = []
  const work = inPortions(numbers(300), (portion) => {
    if (portion.includes(120)) throw new Error('no more')
    kept.push(...portion)
    return portion
  })
  await expect(work).rejects.toThrow('no more')
  expect(kept).toEqual(numbers(100))
})
