// The main journey: paste a link, wait for its lamp, take the website off the network, read all of it.
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'

test('a saved article opens complete with the network off', async ({ page, site }) => {
  await page.getByRole('textbox', { name: 'Links or text' }).fill(`${site.url}${seriesPath(1)}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Save 1 link/ }).click()
  const row = page.getByRole('row').filter({ hasText: seriesTitle(1) })
  await expect(row.getByRole('img', { name: 'Complete on this machine' })).toBeVisible()

  await site.stop()
  await row.getByRole('link', { name: seriesTitle(1) }).click()
  const article = page.frameLocator('iframe')
  await expect(article.getByText('Everything happens inside one array that is made once.')).toBeVisible()
  await expect(article.locator('pre code').first()).toBeVisible()
  const picture = article.getByRole('img', { name: 'A ring of eight seats, five of them taken' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160)
})

test('what is missing is said, and the rest is there', async ({ page, site, carrel }) => {
  const saved = await carrel(['save', `${site.url}${seriesPath(2)}`, '--json'])
  expect(saved.json()).toMatchObject({ state: 'partial' })
  await site.stop()
  const row = page.getByRole('row').filter({ hasText: seriesTitle(2) })
  await expect(row.getByText('One of 2 pictures is missing.')).toBeVisible()
  await row.getByRole('link', { name: seriesTitle(2) }).click()
  const article = page.frameLocator('iframe')
  await expect(article.getByRole('img', { name: 'Sixty-four bits in a row' })).toBeVisible()
})
