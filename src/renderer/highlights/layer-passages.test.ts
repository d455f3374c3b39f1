import { expect, test } from 'vitest'
import { layersOf } from './layer-passages.ts'

test('passages that do not meet lie side by side', () => {
  expect(
    layersOf([
      { start: 10, end: 20 },
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ]),
  ).toEqual([0, 0, 0])
})

test('the newer one lies over the older, wherever they begin', () => {
  expect(
    layersOf([
      { start: 10, end: 20 },
      { start: 0, end: 15 },
    ]),
  ).toEqual([0, 1])
  expect(
    layersOf([
      { start: 0, end: 100 },
      { start: 10, end: 20 },
      { start: 15, end: 18 },
      { start: 16, end: 17 },
    ]),
  ).toEqual([0, 1, 2, 2])
  expect(
    layersOf([
      { start: 0, end: 5 },
      { start: 50, end: 60 },
      { start: 4, end: 51 },
    ]),
  ).toEqual([0, 0, 1])
})
