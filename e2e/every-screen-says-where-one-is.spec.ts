// Every screen, filled: it names itself and shows what belongs to it. With CARREL_SCREENSHOTS=<folder> it is also painted there.
import path from 'node:path'
import type { Page } from 'playwright/test'
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'

/** Under its series' heading a part leaves out what the heading says. */
const partName = (n: number) => seriesTitle(n).replace(/^.*: /, '')
const pictures = process.env.CARREL_SCREENSHOTS

async function paint(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    for (const width of [1440, 900]) {
      await page.setViewportSize({ width, height: 900 })
      await page.waitForTimeout(300)
      await page.screenshot({ path: path.join(pictures, `${name}-${scheme}-${width}.png`) })
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('library, reader, talk, add, search, trash and settings', async ({ page, site, carrel }, info) => {
  test.skip(info.project.name !== 'browser', 'the screens are the same in both doors')
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page).toHaveTitle(/Inbox/)
  await paint(page, 'library-empty')

  const parts = [13, 11, 9, 7, 5, 4, 3, 2, 1].map((n) => `${site.url}${seriesPath(n)}`)
  const others = ['/talks/small-machines/', '/files/paper.pdf', '/gone', '/login', '/article/plain/'].map((at) => `${site.url}${at}`)
  await carrel(['save', ...parts, ...others, '--json'])
  await expect(page.getByRole('row').filter({ hasText: partName(1) })).toBeVisible()
  await paint(page, 'library')

  await page
    .getByRole('row')
    .filter({ hasText: partName(2) })
    .click()
  await expect(page.getByText('Pictures', { exact: true })).toBeVisible()
  await paint(page, 'library-details')

  await page.getByRole('link', { name: partName(4) }).click()
  await expect(page.frameLocator('iframe').locator('math').first()).toBeVisible()
  await paint(page, 'reader')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Small machines, long evenings' }).first().click()
  await expect(page.getByText('Chapters')).toBeVisible()
  await paint(page, 'talk')
  await page.keyboard.press('Escape')

  await page.keyboard.press('a')
  await page
    .getByRole('textbox', { name: 'Add' })
    .fill(
      'Two things for the train:\nhttps://small.example/arena?utm_source=mail\nhttps://youtu.be/dQw4w9WgXcQ?t=34m5s\nand https://small.example/blog/small-struc...',
    )
  await expect(page.getByText('34:05').first()).toBeVisible()
  await paint(page, 'add')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  await page.keyboard.type('buffer')
  await expect(page.locator('mark').first()).toBeVisible()
  await paint(page, 'search')
  await page.keyboard.press('Escape')

  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  await expect(page).toHaveTitle(/Settings/)
  await paint(page, 'settings')
  await page.goto(`${new URL(page.url()).origin}/#/trash`)
  await expect(page).toHaveTitle(/Trash/)
  await paint(page, 'trash')
})
