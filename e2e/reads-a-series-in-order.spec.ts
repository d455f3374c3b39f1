// A series: its parts stand together in their order under one heading, can be folded, and one goes on where one was.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

const parts = [4, 2, 13, 1]

test('parts stand in their order under their heading, whichever was saved first', oneDoor, async ({ page, site }) => {
  await saveItems({ page, site }, [...parts.map(seriesPath), '/article/plain/'])
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('heading', { name: 'Small structures' })).toBeVisible()
  await expect(grid.getByRole('img', { name: /^4 parts; part 2 lacks something; parts 3 and 5 to 12 not here$/ })).toBeVisible()
  const titles = grid.locator('.row .t a')
  await expect(titles).toHaveText([/^A plain page/, 'The ring buffer', 'The bit set', 'The skip list', 'The arena, and farewell'])
  await expect(grid.getByRole('row').filter({ hasText: 'The skip list' }).locator('.lead')).toHaveText('Part 4')

  await grid.getByRole('button', { name: 'Fold Small structures' }).click()
  await expect(titles).toHaveText(['A plain page'])
  await page.reload()
  await expect(titles).toHaveText(['A plain page'])
  await grid.getByRole('button', { name: 'Unfold Small structures' }).click()
  await expect(titles).toHaveCount(5)

  // Keys go over the heading from row to row.
  await grid.getByRole('row').filter({ hasText: 'A plain page' }).click()
  await page.keyboard.press('j')
  await expect(grid.getByRole('row').filter({ hasText: 'The ring buffer' })).toBeFocused()
})

test('one goes on with the first part that is not read', oneDoor, async ({ page, site, carrel }) => {
  await saveItems({ page, site }, [...[1, 3, 4].map(seriesPath)])
  const { items } = (await carrel(['call', 'item.list', '{"sort":"part"}', '--json'])).json() as { items: { id: string }[] }
  await carrel(['call', 'item.setReading', JSON.stringify({ id: items[0]?.id, position: 0, progress: 1 }), '--json'])

  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Small structures' }).click()
  await expect(page).toHaveTitle('Carrel: Small structures')
  await expect(page.getByRole('heading', { level: 1, name: 'Small structures' })).toBeVisible()
  await page.getByRole('link', { name: 'Continue with part 3' }).click()
  await expect(page).toHaveTitle(/The gap buffer/)
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle('Carrel: Small structures')
})
