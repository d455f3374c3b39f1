import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Theme } from '../../shared/settings.ts'
import { themeSourceOf, windowColours } from './window-colours.ts'

const tokens = readFileSync(new URL('../../renderer/design/tokens.css', import.meta.url), 'utf8')

it('has the desk and ink that the screens have, in every theme', () => {
  for (const theme of Theme.options.filter((one) => one !== 'system')) {
    const [, block = ''] = tokens.split(`[data-theme="${theme}"] {`)
    const token = (name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(block)?.[1]
    expect(windowColours(theme, false), theme).toEqual({ desk: token('desk'), ink: token('ink') })
  }
})

it('follows the system when told to', () => {
  expect(windowColours('system', true)).toEqual(windowColours('dark', false))
  expect(windowColours('system', false)).toEqual(windowColours('light', true))
})

it('has the system draw light or dark as the theme is', () => {
  expect(Theme.options.map(themeSourceOf)).toEqual(['system', 'light', 'light', 'dark', 'dark', 'dark'])
})
