// The Aa panel: every choice shows at once in what is being read, is there again after a new start, and can be taken back.
import type { Page } from 'playwright/test'
import { expect, oneDoor, test } from './fixtures.ts'
import { longArticle, longTitle } from './long-article.ts'
import { saveItem } from './open-item.ts'

const place = '/letters/lighthouse/'

test.beforeEach(async ({ page, site }) => {
  site.change(place, longArticle(30))
  await saveItem({ page, site }, place)
  await site.stop()
  await page.getByRole('link', { name: longTitle }).first().click()
  await expect(page.frameLocator('iframe').getByText('Letter 1 was')).toBeVisible()
})

const article = (page: Page) => page.frameLocator('iframe').locator('article.article')
const panel = (page: Page) => page.getByRole('dialog', { name: 'Type and theme' })

test('by keyboard alone, live, kept and resettable', oneDoor, async ({ page, carrel }) => {
  const aa = page.getByRole('button', { name: 'Type and theme' })
  await aa.focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('radio', { name: 'Serif' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(article(page)).toHaveCSS('font-family', /Hanken Grotesk/)

  await panel(page).getByRole('slider', { name: 'Size', exact: true }).press('End')
  await expect(article(page)).toHaveCSS('font-size', '24px')
  await panel(page).getByRole('slider', { name: 'Line height' }).press('End')
  await expect(article(page)).toHaveCSS('line-height', '60px')
  await panel(page).getByRole('slider', { name: 'Width' }).press('Home')
  await expect.poll(async () => Math.round((await article(page).boundingBox())?.width ?? 0)).toBe(24 * 28)
  await panel(page).getByRole('slider', { name: 'Code size' }).press('End')
  await expect(article(page).locator('pre').first()).toHaveCSS('font-size', '26.4px')
  await panel(page).getByRole('checkbox', { name: 'Justify' }).press('Space')
  await expect(article(page)).toHaveCSS('text-align', 'justify')
  await panel(page).getByRole('checkbox', { name: 'Hyphenate' }).press('Space')
  await expect(article(page)).toHaveCSS('hyphens', 'auto')
  await panel(page).getByRole('checkbox', { name: 'Wrap code' }).press('Space')
  await expect(article(page).locator('pre').first()).toHaveCSS('white-space', /pre-wrap|wrap/)
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(aa).toBeFocused()

  // Another door of the same library sees it: it is the library's, not this window's.
  const kept = async () => JSON.parse((await carrel(['call', 'settings.get', '{}'])).stdout).reading
  await expect
    .poll(kept)
    .toMatchObject({ font: 'hanken', size: 24, leading: 2.5, measure: 28, justify: true, hyphenate: true, wrapCode: true })
  await page.reload()
  await expect(article(page)).toHaveCSS('font-size', '24px')
  await expect(article(page)).toHaveCSS('text-align', 'justify')

  await page.getByRole('button', { name: 'Type and theme' }).click()
  await panel(page).getByRole('button', { name: 'Reset' }).click()
  await expect(article(page)).toHaveCSS('font-size', '18px')
  await expect(article(page)).toHaveCSS('font-family', /Literata/)
})

test('every face is on this machine, and every theme is the window’s and the page’s', async ({ page }) => {
  await page.getByRole('button', { name: 'Type and theme' }).click()
  for (const [face, family] of [
    ['Clear', 'Atkinson Hyperlegible Next Variable'],
    ['Mono', 'IBM Plex Mono'],
    ['Dyslexic', 'OpenDyslexic'],
    ['Serif', 'Literata Variable'],
  ] as const) {
    await panel(page).getByRole('radio', { name: face }).check({ force: true })
    const loaded = () =>
      page.evaluate(
        (family) =>
          [...(document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentDocument?.fonts ?? [])].some(
            (one) => one.family.replaceAll('"', '') === family && one.status === 'loaded',
          ),
        family,
      )
    await expect.poll(loaded, family).toBe(true)
  }
  for (const [theme, paper] of [
    ['Sepia', 'rgb(248, 239, 220)'],
    ['Grey', 'rgb(54, 59, 58)'],
    ['Dark', 'rgb(21, 28, 25)'],
    ['Black', 'rgb(0, 0, 0)'],
    ['Light', 'rgb(253, 253, 251)'],
  ] as const) {
    await panel(page).getByRole('radio', { name: theme }).check({ force: true })
    await expect(page.locator('.win.reader')).toHaveCSS('background-color', paper)
    await expect(page.frameLocator('iframe').locator('html')).toHaveCSS('background-color', paper)
  }
  // What was chosen before is not lost with what is chosen now.
  await panel(page).getByRole('radio', { name: 'Grey' }).check({ force: true })
  await panel(page).getByRole('slider', { name: 'Size', exact: true }).press('ArrowRight')
  await expect(article(page)).toHaveCSS('font-size', '19px')
  await page.keyboard.press('Escape')
  await page.keyboard.press('-')
  await expect(article(page)).toHaveCSS('font-size', '18px')
  await page.reload()
  await expect(page.locator('.win.reader')).toHaveCSS('background-color', 'rgb(54, 59, 58)')
})
