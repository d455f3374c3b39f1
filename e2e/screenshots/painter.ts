// Paints what is on the screen, in the themes and widths asked for.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright/test'
import { root } from '../../src/launch/build-when-stale.mjs'
import type { Call } from './lay-the-desk.ts'
import { smallPng } from './small-png.ts'

const folder = process.env.CARREL_SCREENSHOTS ?? path.join(root, 'docs', 'screenshots')
const everything = process.env.CARREL_SCREENSHOTS_ALL === '1'
const only = process.env.CARREL_SCREENSHOTS_ONLY?.split(',')

const themes = ['light', 'sepia', 'dark'] as const
const heights = { 900: 900, 1440: 900, 2200: 1300 } as const
type Width = keyof typeof heights
const widths: readonly Width[] = [900, 1440, 2200]

/** `fully`: in every theme and width, else light and dark at 1440 pixels (and what `also` adds). */
export type Paint = (
  name: string,
  how?: { readonly fully?: boolean; readonly also?: readonly Width[]; readonly settle?: (page: Page) => Promise<void> },
) => Promise<void>

export async function openPainter(page: Page, call: Call): Promise<Paint> {
  await mkdir(folder, { recursive: true })
  return async (name, { fully = false, also = [], settle } = {}) => {
    if (only !== undefined && !only.includes(name)) return
    for (const theme of themes) {
      const wanted = widths.filter(
        (width) => fully || everything || (theme !== 'sepia' && (width === 1440 || (theme === 'light' && also.includes(width)))),
      )
      if (wanted.length === 0) continue
      await call('settings.change', { theme })
      for (const width of wanted) {
        await page.setViewportSize({ width, height: heights[width] })
        // Two frames for what lies over the article, and the faces it has just asked for.
        await page.evaluate(() => document.fonts.ready)
        await page.waitForTimeout(350)
        await settle?.(page)
        await writeFile(path.join(folder, `${name}-${theme}-${width}.png`), smallPng(await page.screenshot()))
      }
    }
    await call('settings.change', { theme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.waitForTimeout(200)
  }
}
