// Printing: the article with its head and the reader's passages and notes, and nothing of the window.
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'
import { dragOver, painted } from './select-words.ts'

test('what is printed is the article with its head, and nothing of the window', async ({ page, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
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

test('the reader’s passages and notes are printed with it', oneDoor, async ({ page, site, carrel }) => {
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  await dragOver(page, 'a fair test of whoever reads it')
  await page.getByRole('toolbar', { name: 'Mark this passage' }).getByRole('button', { name: 'Green, two lines' }).click()
  await expect.poll(() => painted(page)).toEqual({ 'green-0': ['a fair test of whoever reads it'] })
  const [highlight] = (await (await carrel(['highlights', '--json'])).json()) as { id: string }[]
  const noted = await carrel(['call', 'highlight.change', JSON.stringify({ id: highlight?.id, note: 'Nobody asked the reader.' })])
  expect(noted.code, noted.stderr).toBe(0)
  await page.keyboard.press('ControlOrMeta+p')
  const printed = page.frameLocator('iframe.print-frame')
  await expect(printed.locator('article mark')).toHaveText(/^a fair test of whoever reads it/)
  await expect(printed.locator('.print-notes li')).toHaveText('Nobody asked the reader.')
  expect(await article.locator('mark').count()).toBe(0)
})

test('a copy whose file has gone prints nothing and says so', async ({ page, site }, info) => {
  test.skip(info.project.name !== 'browser', 'answers of the window’s own protocol cannot be put off')
  const id = await saveItem({ page, site }, everythingPath)
  await openItem(page, id)
  // What the frame is given when the file cannot be read, for the printed frame alone.
  await page.route('**/copy/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Not here.</p>' }))
  await page.keyboard.press('ControlOrMeta+p')
  await expect(page.getByText('A file of this copy is missing or damaged on the disk.')).toBeVisible()
  await expect(page.locator('iframe.print-frame')).toHaveCount(0)
})
