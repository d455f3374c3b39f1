// Scrolls a long list with the wheel and looks at every frame: how many came late, and how long the main thread worked for one.
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { quantile } from '../figures.ts'
import { madeLibrary } from '../made/made-library.ts'
import { withWindow } from '../window/open-window.ts'

const scrolledMs = 10_000
/** A frame of 60 a second takes 16.7 ms; past this one has been left out. */
const lateMs = 20
const plainRows = `<div>${'<p>A line of plain text, as plain as a page can be.</p>'.repeat(3_000)}</div>`

export const windowScrollBench: Bench = {
  name: 'window-scroll',
  title: ({ items }) => `Ten seconds of the wheel through a list in ${items.toLocaleString('en')} items`,
  run: async ({ items, programs, say }) =>
    withWindow({ library: await madeLibrary(items, programs, say), copied: false }, async (window) => {
      const { page, work, close } = await window.open()
      await page.evaluate(() => carrelBench.painted('.row[data-id]'))
      // What the window does in its first idle moments is not scrolling.
      await pause(1_500)
      const still = (await page.evaluate(() => carrelBench.frames(2_000))).frames
      const before = await work()
      const { frames, longTasks } = await scrolled(page)
      const worked = (await work()) - before
      await close()
      const bare = await window.bare(plainRows)
      const plain = (await scrolled(bare.page)).frames
      await bare.close()
      const late = frames.filter((ms) => ms > lateMs)
      return [
        below('a frame, p95', quantile(frames, 0.95), 17.5, 'ms'),
        told('  a page of plain lines of text, scrolled alike, p95', `${quantile(plain, 0.95).toFixed(1)} ms`, 'what is possible here'),
        told('  with nothing moving, p95', `${quantile(still, 0.95).toFixed(1)} ms`),
        told(`  frames over ${lateMs} ms, of ${frames.length}`, `${late.length} (${((late.length / frames.length) * 100).toFixed(1)} %)`),
        told('  work of the main thread, a frame', `${(worked / frames.length).toFixed(1)} ms`),
        told('  longest task', `${Math.max(0, ...longTasks).toFixed(0)} ms`),
        told('  load of the machine meanwhile', (loadavg()[0] ?? 0).toFixed(1)),
      ]
    }),
}

async function scrolled(page: Page): Promise<{ readonly frames: readonly number[]; readonly longTasks: readonly number[] }> {
  await page.mouse.move(700, 500)
  const watched = page.evaluate((ms) => carrelBench.frames(ms), scrolledMs)
  const end = performance.now() + scrolledMs
  while (performance.now() < end) {
    await page.mouse.wheel(0, 120)
    await pause(16)
  }
  return watched
}
