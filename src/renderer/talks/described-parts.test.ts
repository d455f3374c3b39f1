// Times in descriptions lead to their moments; hours of the day and numbers do not.
import { describe, expect, test } from 'vitest'
import { describedParts } from './described-parts.ts'

const times = (text: string, duration: number | null = 4_000) =>
  describedParts(text, duration).flatMap((part) => (part.kind === 'time' ? [`${part.text}=${part.seconds}`] : []))

describe('the times of a description', () => {
  test('begin or end a line', () => {
    expect(times('0:00 Intro\n12:30 - Demo\n(1:02:03) Questions\n• 59:59 End')).toEqual([
      '0:00=0',
      '12:30=750',
      '1:02:03=3723',
      '59:59=3599',
    ])
    expect(times('Intro – 0:40\nDemo [12:30]')).toEqual(['0:40=40', '12:30=750'])
  })
  test('are none within a sentence, beyond the end, or in other numbers', () => {
    expect(times('We met at 10:30 in the hall')).toEqual([])
    expect(times('2:00:00 is more than it lasts')).toEqual([])
    expect(times('16:9 and 10:99 and 1:2:3:4')).toEqual([])
  })
  test('together with words and addresses they are the whole text', () => {
    const text = 'Slides: https://example.org/a\n1:10 See https://example.org/b\nand more'
    const parts = describedParts(text, null)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter(({ kind }) => kind === 'link').map((part) => part.text)).toEqual(['https://example.org/a', 'https://example.org/b'])
  })
})
