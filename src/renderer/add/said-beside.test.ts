import { expect, test } from 'vitest'
import { saidBeside } from './said-beside.ts'

test('words that are the title and no more are not said again; whatever they add is', () => {
  expect(saidBeside('The ring buffer', null)).toBeNull()
  expect(saidBeside('The ring buffer', ' \n')).toBeNull()
  expect(saidBeside('The ring buffer', '“The ring  buffer.”')).toBeNull()
  expect(saidBeside('The ring buffer', 'the ring buffer')).toBeNull()
  expect(saidBeside('The ring buffer', 'The ring buffer, slowly.')).toBe('The ring buffer, slowly.')
  expect(saidBeside('What now?', 'What now')).toBe('What now')
})
