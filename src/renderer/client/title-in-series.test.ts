import { expect, test } from 'vitest'
import { partTitle, splitTitle, titleInSeries } from './title-in-series.ts'

test.each([
  ['Quiet machines #2: how the clock is read', 'Quiet machines', 'How the clock is read'],
  ['Quiet Machines, part 3 – The long wait', 'Quiet machines', 'The long wait'],
  ['Quiet machines 12. Timers', 'Quiet machines', 'Timers'],
  ['How the clock is read (Quiet machines #2)', 'Quiet machines', 'How the clock is read'],
  ['How the clock is read | Quiet machines, part 2', 'Quiet machines', 'How the clock is read'],
  ['Quiet machines (IV): Rest', 'Quiet machines', 'Rest'],
])('%s, in %s', (title, series, short) => {
  expect(titleInSeries(title, series)).toBe(short)
})

test.each([
  ['Quiet machines #2', 'Quiet machines'],
  ['Why quiet machines are loud at night', 'Quiet machines'],
  ['Something else', 'Quiet machines'],
  ['Anything', ''],
])('%s stays whole', (title, series) => {
  expect(titleInSeries(title, series)).toBe(title)
})

test('an item says its own name where the series and the number stand beside it', () => {
  const title = 'Quiet machines, part 3: The long wait'
  const series = { key: 'quiet.example quiet machines', title: 'Quiet machines', part: 3 }
  expect(partTitle({ title, series })).toBe('The long wait')
  expect(partTitle({ title, series: { ...series, part: null } })).toBe(title)
  expect(partTitle({ title, series: null })).toBe(title)
})

test.each([
  ['Quiet machines #2: how the clock is read', 'Quiet machines #2: ', 'how the clock is read'],
  ['How the clock is read (Quiet machines #2)', '', 'How the clock is read (Quiet machines #2)'],
  ['Quiet machines, part 4', '', 'Quiet machines, part 4'],
  ['Something else', '', 'Something else'],
])('%s, cut in two as it stands', (title, series, own) => {
  expect(splitTitle({ title, series: { key: 'q', title: 'Quiet machines', part: 2 } })).toEqual({ series, own })
})
