// Printing: the article with its head and the reader's passages and notes, and nothing of the window.
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { expect, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

test('what is printed is the article with its head, and nothing of the window', async ({ page, site, carrel }) => {
  const id = await saveItem({ site, carrel }, everythingPath)
  await site.stop()
  const article = await openItem(page, id)
  const words = (await article.locator('article').textContent()) ?? ''
  await page.keyboard.press('ControlOrMeta+p')
  const printed = page.frameLocator('iframe.print-frame')
  await expect(printed.getByRole('heading', { level: 1, name: 'Everything on one page', includeHidden: true })).toBeAttached()
  await expect(printed.locator('.print-head')).toContainText(`${site.url}${everythingPath}`)
  await expect(printed.locator('.print-head')).toContainText('Ida Example')
  await expect(printed.locator('.print-head')).toContainText('9 March 2025')
  expect(await printed.locator('article').textContent()).toBe(words)
  expect(await printed.locator('details:not([open]), button, script').count()).toBe(0)
  const look = () => printed.locator('body').evaluate((body) => getComputedStyle(body).fontSize)
  // 10.5 pt.
  await expect.poll(look).toBe('14px')
  // The screen's own frame is what it was.
  expect(await article.locator('article').textContent()).toBe(words)
})
