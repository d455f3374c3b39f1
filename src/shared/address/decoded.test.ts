import { expect, test } from 'vitest'
import { decoded } from './decoded.ts'

test('a part of an address is read as it is meant, or as it is written', () => {
  expect(decoded('%C3%BCber%20uns')).toBe('über uns')
  expect(decoded('100%-sure')).toBe('100%-sure')
})
