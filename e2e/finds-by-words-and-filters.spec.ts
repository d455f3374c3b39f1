// The search: words and filters together, filters as chips that can be taken away, and what is offered while one types.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItem, saveItems } from './open-item.ts'

test('words find, filters narrow, chips go away', oneDoor, async ({ page, site, carrel }) => {
  await saveItems({ page, site }, [...[1, 2, 3].map(seriesPath), '/talks/small-machines/'])
  const { items } = (await carrel(['call', 'item.list', '{}', '--json'])).json() as { items: { id: string; title: string }[] }
  const ring = items.find((item) => item.title.includes('ring buffer'))
  await carrel(['call', 'item.tag', JSON.stringify({ ids: [ring?.id], add: ['rings'] }), '--json'])
  await expect(page.getByRole('navigation').getByRole('link', { name: 'rings' })).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('buffer')
  const field = page.getByRole('combobox', { name: 'Search the library' })
  await expect(field).toHaveValue('buffer')
  const rows = page.getByRole('grid').getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.first().locator('mark').first()).toHaveText(/buffer/i)
  await expect(page.getByRole('status').filter({ hasText: '2 items found.' })).toBeVisible()

  await page.keyboard.type(' tag:ri')
  await expect(page.getByRole('option', { name: /tag:rings/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('buffer tag:rings ')
  await expect(rows).toHaveCount(1)
  const filters = page.getByRole('list', { name: 'Filters' })
  await expect(filters.getByText('#rings')).toBeVisible()

  await filters.getByRole('button', { name: 'Without the filter #rings' }).click()
  await expect(field).toHaveValue('buffer')
  await expect(rows).toHaveCount(2)

  // What was marked among other words is not acted on unseen.
  await field.press('Enter')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Marked items' })).toBeVisible()
  await field.fill('buffer tag:rings')
  await expect(page.getByRole('toolbar', { name: 'Marked items' })).toBeHidden()
  await field.fill('buffer')
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('toolbar', { name: 'Marked items' })).toBeHidden()

  // The rows keep their keys.
  await field.press('Enter')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('f')
  await expect(rows.first().getByRole('img', { name: 'Favourite' })).toBeVisible()
  await page.keyboard.press('/')
  await field.fill('kind:talk')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('Small machines, long evenings')

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle('Carrel: Inbox')
})

test('an empty search shows what can be asked, and each example can be pressed', oneDoor, async ({ page, site }) => {
  await saveItem({ page, site }, '/article/plain/')
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('button', { name: 'is:unread' }).click()
  await expect(page.getByRole('combobox', { name: 'Search the library' })).toHaveValue('is:unread')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(1)
})

test('a place shows only what is like the filter', oneDoor, async ({ page, site }) => {
  await saveItems({ page, site }, ['/article/plain/', '/gone'])
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasNotText: /^Today$/ })
  await expect(rows).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Failed' })
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('gone')
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Begun' })
  await expect(page.getByText('Nothing here is like that.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows).toHaveCount(2)
})
