// Uses the window while pages are being saved: from a click in the rail to the place's rows on the screen.
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { openLocalSite } from '../../src/main/testing/local-site.ts'
import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { median, quantile } from '../figures.ts'
import { madeArticle } from '../made/made-article.ts'
import { madeLibrary } from '../made/made-library.ts'
import { askFrom } from '../window/ask-from.ts'
import { withWindow } from '../window/open-window.ts'

const pages = 50
const places = ['Later', 'Archive', 'Inbox'] as const

export const windowSavingBench: Bench = {
  name: 'window-saving',
  title: ({ items }) => `The window while ${pages} pages are saved into ${items.toLocaleString('en')} items`,
  run: async ({ items, programs, say }) =>
    withWindow({ library: await madeLibrary(items, programs, say), copied: true }, async (window) => {
      const site = await openLocalSite()
      const links = Array.from({ length: pages }, (_, n) => {
        site.change(`/bench-${n}/`, madeArticle(1_500, 5))
        return `${site.url}/bench-${n}/`
      })
      const { page } = await window.open()
      try {
        const ask = askFrom(page)
        await page.evaluate(() => carrelBench.painted('.row[data-id]'))
        await pause(1_500)
        await ask('item.save', { links, typed: true })
        const clicks: number[] = []
        const jobs = async () => (await ask('job.list', {})).jobs.filter(({ state }) => state === 'running' || state === 'queued').length
        for (let n = 0; n < 30 && (n < 6 || (await jobs()) > 0); n += 1) {
          const place = places[n % places.length] ?? 'Inbox'
          await page.evaluate((name) => carrelBench.awaitPainting('mousedown', `[role=grid][aria-label="${name}"] .row[data-id]`), place)
          await page.locator('nav a', { hasText: place }).first().click()
          clicks.push(await page.evaluate(() => carrelBench.measured()))
        }
        return [
          told(`click to painted rows, median of ${clicks.length}`, `${median(clicks).toFixed(0)} ms`),
          below('click to painted rows, p95', quantile(clicks, 0.95), 100, 'ms'),
          told('  load of the machine meanwhile', (loadavg()[0] ?? 0).toFixed(1)),
        ]
      } finally {
        await site.close()
      }
    }),
}
