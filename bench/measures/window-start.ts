// How long until the first row of a library is painted, from the moment the window asks for its first byte, with nothing in its cache.
import { loadavg } from 'node:os'
import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { median } from '../figures.ts'
import { madeLibrary } from '../made/made-library.ts'
import { withWindow } from '../window/open-window.ts'

const runs = 7

export const windowStartBench: Bench = {
  name: 'window-start',
  title: ({ items }) => `The window opens on ${items.toLocaleString('en')} items`,
  run: async ({ items, programs, say }) =>
    withWindow({ library: await madeLibrary(items, programs, say), copied: false }, async (window) => {
      const figures: { readonly painted: number; readonly work: number }[] = []
      // The first run warms the system's own cache and is not counted.
      for (let run = 0; run <= runs; run += 1) {
        const { page, work, close } = await window.open()
        const painted = await page.evaluate(() => carrelBench.painted('.row[data-id]'))
        if (run > 0) figures.push({ painted, work: await work() })
        await close()
      }
      return [
        below('first row painted, from the first request (median of 7)', median(figures.map(({ painted }) => painted)), 300, 'ms'),
        told('  of it work of the main thread', `${median(figures.map(({ work }) => work)).toFixed(0)} ms`),
        told('  load of the machine meanwhile', (loadavg()[0] ?? 0).toFixed(1)),
      ]
    }),
}
