import { describe, expect, test } from 'vitest'
import { lineAt, secondsOf } from './talk-lines.ts'

describe('the moment of a line', () => {
  test('is read from its id, also when two begin in one second', () => {
    expect(secondsOf('t-2045')).toBe(2045)
    expect(secondsOf('t-2045-2')).toBe(2045)
    expect(secondsOf('p-t-0')).toBe(0)
  })
  test('is in no other id', () => {
    for (const id of ['', 't-', 't-12x', 'at-12', 't-1-2-3', 't-12345678']) expect(secondsOf(id)).toBeNull()
  })
  test('leads to the last line that has begun', () => {
    const lines = [{ seconds: 10 }, { seconds: 20 }, { seconds: 30 }]
    expect(lineAt(lines, 20.9)).toBe(lines[1])
    expect(lineAt(lines, 4)).toBe(lines[0])
    expect(lineAt(lines, 400)).toBe(lines[2])
    expect(lineAt([], 4)).toBeNull()
  })
})
