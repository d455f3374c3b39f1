import { expect, test } from 'vitest'
import { createUndoStack } from './undo-stack.ts'

test('the last step is undone first, and each only once', () => {
  const done: string[] = []
  const stack = createUndoStack()
  const first = stack.push(() => done.push('first'))
  stack.push(() => done.push('second'))
  expect(stack.undoLast()).toBe(true)
  first()
  first()
  expect(done).toEqual(['second', 'first'])
  expect(stack.undoLast()).toBe(false)
})

test('a step undone from its toast is not undone again by the key', () => {
  const done: number[] = []
  const stack = createUndoStack()
  stack.push(() => done.push(1))
  const last = stack.push(() => done.push(2))
  last()
  stack.undoLast()
  expect(done).toEqual([2, 1])
})

test('the fifty last steps are remembered', () => {
  const done: number[] = []
  const stack = createUndoStack()
  for (let n = 0; n < 60; n += 1) stack.push(() => done.push(n))
  while (stack.undoLast());
  expect(done).toHaveLength(50)
  expect(done.at(-1)).toBe(10)
})
