// Rows taken in hand: dropped on a place they go there, dropped on a tag they get it; several go together.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

test('one row to Later, two marked ones to a tag', async ({ page, site }) => {
  await saveItems({ page, site }, [...[1, 2, 3].map(seriesPath), '/article/plain/'])
  const rail = page.getByRole('navigation', { name: 'Library' })
  const row = (words: string) => page.getByRole('row').filter({ hasText: words })
  await expect(row('A plain page')).toBeVisible()

  await row('A plain page').dragTo(rail.getByRole('link', { name: 'Later' }))
  await expect(page.getByRole('status').filter({ hasText: 'Kept for later “A plain page”' })).toBeVisible()
  await expect(row('A plain page')).toBeHidden()

  await row('The ring buffer').click()
  await page.keyboard.press('t')
  await page.keyboard.type('rings')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(rail.getByRole('link', { name: 'rings' })).toBeVisible()
  await row('The bit set').click({ modifiers: ['ControlOrMeta'] })
  await row('The gap buffer').click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByRole('toolbar', { name: 'Marked items' })).toContainText('2 marked')
  await row('The gap buffer').dragTo(rail.getByRole('link', { name: 'rings' }))
  await expect(page.getByRole('status').filter({ hasText: 'Tagged 2 items #rings' })).toBeVisible()
  await expect(rail.getByRole('link', { name: 'rings' })).toContainText('3')
})

test('a stretch of rows is marked with Shift, and all of them with one key', oneDoor, async ({ page, site }) => {
  await saveItems({ page, site }, [...[1, 2, 3, 4, 5].map(seriesPath)])
  const row = (words: string) => page.getByRole('row').filter({ hasText: words })
  // Once their series is known they stand in its order, and no row moves any more.
  await expect(row('5 parts')).toBeVisible()
  await row('The ring buffer').click()
  await row('The skip list').click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar', { name: 'Marked items' })
  await expect(bar).toContainText('4 marked')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar).toContainText('5 marked')
  await bar.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('The inbox is empty.')).toBeVisible()
  await page.keyboard.press('z')
  await expect(row('The ring buffer')).toBeVisible()
})
