import { expect, test } from 'vitest'
import { placePopover } from './place-popover.ts'

const view = { left: 0, top: 1000, right: 700, bottom: 1600 }
const line = (left: number, right: number, top: number) => ({ left, top, right, bottom: top + 20 })
const size = { width: 300, height: 40 }
const place = (first: ReturnType<typeof line>, last: ReturnType<typeof line>, backward = false) =>
  placePopover({ first, last, backward, size, view })

test('under the end of the passage, in the middle of where it ends', () => {
  expect(place(line(100, 600, 1200), line(0, 400, 1220))).toEqual({ left: 250, top: 1248 })
})

test('over the beginning when it was selected backward, or when there is no room under it', () => {
  expect(place(line(300, 600, 1200), line(0, 400, 1220), true)).toEqual({ left: 150, top: 1152 })
  expect(place(line(300, 600, 1560), line(0, 400, 1575))).toEqual({ left: 150, top: 1512 })
  expect(place(line(300, 600, 1010), line(0, 400, 1030), true)).toEqual({ left: 250, top: 1058 })
})

test('never outside what is seen', () => {
  expect(place(line(0, 20, 1200), line(0, 20, 1200)).left).toBe(8)
  expect(place(line(600, 690, 1200), line(600, 690, 1200)).left).toBe(392)
  const tall = place(line(0, 600, 200), line(0, 400, 3000))
  expect(tall.top).toBe(1552)
  expect(
    placePopover({ first: line(0, 9, 1200), last: line(0, 9, 1200), backward: false, size: { width: 900, height: 40 }, view }).left,
  ).toBe(8)
})
