import { expect, test } from 'vitest'
import { moveBy, wholeIn, zoomBy } from './zoom.ts'

const room = { width: 800, height: 600 }
const large = { width: 1600, height: 1600 }
const small = { width: 160, height: 96 }

test('a large picture is shown whole, a small one in its own size', () => {
  expect(wholeIn(large, room)).toEqual({ scale: 0.375, x: 0, y: 0 })
  expect(wholeIn(small, room)).toEqual({ scale: 1, x: 0, y: 0 })
})

test('what lies under the pointer stays there', () => {
  const before = zoomBy(wholeIn(large, room), 4, { x: 0, y: 0 }, large, room)
  const point = { x: 120, y: -80 }
  const after = zoomBy(before, 2, point, large, room)
  expect((point.x - after.x) / after.scale).toBeCloseTo((point.x - before.x) / before.scale)
  expect((point.y - after.y) / after.scale).toBeCloseTo((point.y - before.y) / before.scale)
})

test('it gets no smaller than whole, and no larger than eightfold', () => {
  expect(zoomBy(wholeIn(large, room), 0.1, { x: 0, y: 0 }, large, room).scale).toBe(0.375)
  expect(zoomBy(wholeIn(small, room), 100, { x: 0, y: 0 }, small, room).scale).toBe(8)
})

test('it is moved to its own edge and not past it', () => {
  const one = zoomBy(wholeIn(large, room), 1 / 0.375, { x: 0, y: 0 }, large, room)
  expect(moveBy(one, 10_000, -10_000, large, room)).toEqual({ scale: 1, x: 400, y: -500 })
  expect(moveBy(wholeIn(small, room), 50, 50, small, room)).toEqual({ scale: 1, x: 0, y: 0 })
})
