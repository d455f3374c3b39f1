import { describe, expect, test } from 'vitest'
import {
  currentHeading,
  minutesLeft,
  positionOf,
  progressOf,
  progressToStore,
  readingLine,
  scrollTopAbove,
  scrollTopFor,
  sectionLengths,
  shareAbove,
  type View,
} from './reading-position.ts'

const view = (scrollTop: number): View => ({ scrollTop, seen: 600, articleTop: 200, articleHeight: 4_000 })

describe('position and progress', () => {
  test('begin at nothing and end at all', () => {
    expect(positionOf(view(0))).toBe(0)
    expect(progressOf(view(0))).toBe(0.1)
    expect(progressOf(view(3_600))).toBe(1)
    expect(progressOf(view(9_999))).toBe(1)
  })
  test('a position scrolls back to where it was taken', () => {
    for (const scrollTop of [0, 201, 1_000, 3_333, 4_200]) {
      expect(scrollTopFor(positionOf(view(scrollTop)), view(0))).toBeCloseTo(scrollTop <= 200 ? 0 : scrollTop)
    }
  })
  test('an article without height is at its beginning', () => {
    const flat = { ...view(100), articleHeight: 0 }
    expect(positionOf(flat)).toBe(0)
    expect(progressOf(flat)).toBe(0)
  })
})

test('once read stays read', () => {
  expect(progressToStore(0.4, 0.2, 0.985)).toBe(0.2)
  expect(progressToStore(0.99, 0.2, 0.985)).toBe(0.99)
  expect(progressToStore(0.99, 1, 0.985)).toBe(1)
})

test('a minute is left until the end is in view', () => {
  expect(minutesLeft(14, 0.36)).toBe(9)
  expect(minutesLeft(14, 0.999)).toBe(1)
  expect(minutesLeft(14, 1)).toBe(0)
})

test('the current heading is the last one above the line', () => {
  expect(currentHeading([100, 500, 900], 50)).toBe(-1)
  expect(currentHeading([100, 500, 900], 500)).toBe(1)
  expect(currentHeading([100, 500, 900], 9_000)).toBe(2)
  expect(currentHeading([], 9_000)).toBe(-1)
})

test('a section is as long as the way to the next heading', () => {
  expect(sectionLengths([0, 100, 300], 400)).toEqual([0.5, 1, 0.5])
  expect(sectionLengths([], 400)).toEqual([])
})

test('inside the title the place is a share of it, whatever its height', () => {
  expect(shareAbove({ scrollTop: 100, articleTop: 400 })).toBe(0.75)
  expect(scrollTopAbove(0.75, { articleTop: 400 })).toBe(100)
  expect(scrollTopAbove(0.75, { articleTop: 600 })).toBe(150)
  expect(shareAbove({ scrollTop: 400, articleTop: 400 })).toBe(0)
  expect(shareAbove({ scrollTop: 900, articleTop: 400 })).toBe(0)
})

test('one reads in the upper quarter, and at the end where the words end', () => {
  const view = { scrollTop: 0, seen: 800, articleTop: 400, articleHeight: 4_000 }
  expect(readingLine(view, 200)).toBe(-200)
  expect(readingLine({ ...view, scrollTop: 1_400 }, 200)).toBe(1_200)
  // The last words are at the lower edge: nothing has sunk yet; then what stands under them comes, and goes by.
  expect(readingLine({ ...view, scrollTop: 3_600 }, 200)).toBe(3_400)
  expect(readingLine({ ...view, scrollTop: 3_800 }, 200)).toBeGreaterThanOrEqual(4_000)
  // What fits into the window is read from its beginning.
  expect(readingLine({ ...view, articleHeight: 100 }, 300)).toBe(-200)
})
