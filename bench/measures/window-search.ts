// Typing into the search field: from the key to what it found on the screen.
import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { median, quantile } from '../figures.ts'
import { madeLibrary } from '../made/made-library.ts'
import { withWindow } from '../window/open-window.ts'

const typed = ['python memory', 'kernel', 'the library']
/** After this the reader rests, and what follows is no answer to the key any more. */
const restMs = 450

export const windowSearchBench: Bench = {
  name: 'window-search',
  title: ({ items }) => `Typing a search in ${items.toLocaleString('en')} items`,
  run: async ({ items, programs, say }) =>
    withWindow({ library: await madeLibrary(items, programs, say), copied: false }, async (window) => {
      const { page, work } = await window.open('#/search')
      const field = page.locator('main input').first()
      await field.waitFor()
      await pause(1_000)
      const keys: number[] = []
      const works: number[] = []
      for (const words of typed) {
        await field.fill('')
        await pause(restMs)
        await field.focus()
        for (const letter of words) {
          const before = await work()
          await page.evaluate((ms) => carrelBench.awaitLastPainting('main', ms), restMs)
          await page.keyboard.press(letter === ' ' ? 'Space' : letter)
          keys.push(await page.evaluate(() => carrelBench.measured()))
          works.push((await work()) - before)
        }
      }
      return [
        told(`key to painted hits, median of ${keys.length}`, `${median(keys).toFixed(0)} ms`),
        below('key to painted hits, p95', quantile(keys, 0.95), 100, 'ms'),
        told('  work of the main thread, a key', `${median(works).toFixed(0)} ms`),
      ]
    }),
}
