import { expect, test } from 'vitest'
import { bodyStart, headersForRest, validatorOf } from './body-start.ts'

test('a part is of use when it is the whole, or the end behind what is held', () => {
  const part = (range: string, held = 4) => bodyStart(206, { 'content-range': range }, held)
  expect([bodyStart(200, {}, 4), part('bytes 0-9/10'), part('bytes 4-9/10')]).toEqual([0, 0, 4])
  expect(['bytes 5-9/10', 'bytes 4-8/10', 'bytes 4-9/*', ''].map((range) => part(range))).toEqual([null, null, null, null])
})

test('only what cannot change unseen is gone on with', () => {
  const date = 'Mon, 23 Nov 2026 10:00:00 GMT'
  expect(validatorOf({ etag: '"one"' })).toBe('"one"')
  expect(validatorOf({ etag: 'W/"one"', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT', date })).toBeNull()
  expect(validatorOf({ 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT', date })).toBe('Sun, 22 Nov 2026 10:00:00 GMT')
  expect(validatorOf({ 'last-modified': date, date })).toBeNull()
  expect(validatorOf({})).toBeNull()
  expect([headersForRest(null), headersForRest({ bytes: 7, validator: '"one"' })]).toEqual([{}, { range: 'bytes=7-', 'if-range': '"one"' }])
})
