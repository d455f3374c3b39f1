// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { followTheme } from './dress-frame.ts'

test('the frame wears the window’s theme from its first moment, and every later one until it is left', async () => {
  const frame = document.implementation.createHTMLDocument()
  const { dataset } = frame.documentElement
  document.documentElement.dataset.theme = 'sepia'
  const stop = followTheme(frame)
  expect(dataset.theme).toBe('sepia')
  // In the same task as the change: nothing is painted between the two.
  document.documentElement.dataset.theme = 'dark'
  await Promise.resolve()
  expect(dataset.theme).toBe('dark')
  stop()
  document.documentElement.dataset.theme = 'light'
  await Promise.resolve()
  expect(dataset.theme).toBe('dark')
})
