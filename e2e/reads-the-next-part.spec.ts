// A series is read from part to part: by the button under the last line, by keys, from the list beside the text.
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

test('next, previous, and any part', oneDoor, async ({ page, site, carrel }) => {
  await saveItems({ page, site }, [...[3, 1, 2].map(seriesPath)])
  await site.stop()
  await page.setViewportSize({ width: 1440, height: 900 })
  const [url] = [page.url()]
  const { items } = JSON.parse((await carrel(['call', 'item.list', '{}'])).stdout)
  const first = items.find((item: { title: string }) => item.title === seriesTitle(1))
  await page.goto(`${url.split('#')[0]}#/item/${first.id}`)
  await expect(page).toHaveTitle(`Carrel: ${seriesTitle(1)}`)
  await expect(page.getByText('part 1 of 3')).toBeVisible()

  await page
    .getByRole('navigation', { name: 'Next part' })
    .getByRole('button', { name: /Read part 2/ })
    .click()
  await expect(page).toHaveTitle(`Carrel: ${seriesTitle(2)}`)
  await page.keyboard.press('Shift+J')
  await expect(page).toHaveTitle(`Carrel: ${seriesTitle(3)}`)
  await expect(page.getByText('part 3 of 3')).toBeVisible()
  // There is no fourth: the key does nothing, and the end says so.
  await page.keyboard.press('Shift+J')
  await expect(page.getByText('The last part here of 3')).toBeVisible()
  await expect(page).toHaveTitle(`Carrel: ${seriesTitle(3)}`)
  await page.keyboard.press('Shift+K')
  await expect(page).toHaveTitle(`Carrel: ${seriesTitle(2)}`)

  const outline = page.getByRole('navigation', { name: 'Outline' })
  await expect(outline.getByRole('link', { name: 'The bit set' })).toHaveAttribute('aria-current', 'page')
  await outline.getByRole('link', { name: 'The ring buffer' }).click()
  await expect(page).toHaveTitle(`Carrel: ${seriesTitle(1)}`)
})
