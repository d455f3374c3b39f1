import { expect, test } from 'vitest'
import { Reading } from '../../shared/settings.ts'
import { defaultReading, faces, readingVariables, steppedSize } from './reading-variables.ts'

test('what holds until the reader chooses is what the settings say', () => {
  expect(defaultReading).toEqual(Reading.parse({}))
})

test('every face of the settings can be chosen', () => {
  expect(faces.map((face) => face.value).toSorted()).toEqual([...Reading.def.shape.font.def.innerType.options].toSorted())
})

test('the six variables', () => {
  expect(readingVariables({ ...defaultReading, size: 24, justify: true, font: 'opendyslexic' })).toEqual({
    '--read-font': 'var(--font-dyslexic)',
    '--read-size': '1.5rem',
    '--read-leading': '1.62',
    '--read-measure': '38em',
    '--read-code-size': '0.84em',
    '--read-align': 'justify',
  })
})

test('a step of the size stays within the dial', () => {
  expect(steppedSize(18, 1)).toBe(19)
  expect(steppedSize(24, 1)).toBe(24)
  expect(steppedSize(12.4, -1)).toBe(12)
})
