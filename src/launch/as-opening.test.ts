import { expect, test } from 'vitest'
import { asOpening } from './as-opening.mjs'

test.each([
  [[], { options: [], links: [] }],
  [['open'], { options: [], links: [] }],
  [['open', '--library', '/x'], { options: ['--library=/x'], links: [] }],
  [['--library=/x', 'carrel://item/1'], { options: ['--library=/x'], links: ['carrel://item/1'] }],
  [['open', 'CARREL://save?url=https://a.example/'], { options: [], links: ['CARREL://save?url=https://a.example/'] }],
  [['save', 'carrel://item/1'], null],
  [['open', 'https://a.example/'], null],
  [['open', 'open'], null],
  [['--library'], null],
  [['--json'], null],
])('%j asks for the window, or does not', (args, opening) => {
  expect(asOpening(args)).toEqual(opening)
})
