// Whatever can be put back is put back by one key: moving, deleting, favourites, names.
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'

test('each step is undone, the last first', async ({ page, site }) => {
  await saveItem({ page, site }, '/article/plain/')
  const row = page.getByRole('row').filter({ hasText: 'page' }).filter({ hasNotText: 'Today' })
  const said = (words: string) => page.getByRole('status').filter({ hasText: words })
  // Until its title has come the row is called by its address.
  await expect(row.getByRole('link', { name: 'A plain page' })).toBeVisible()
  await row.click()
  await page.keyboard.press('f')
  await expect(said('Made “A plain page” a favourite')).toBeVisible()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Title' }).fill('A page of mine')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('link', { name: 'A page of mine' })).toBeVisible()
  await expect(said('Renamed to “A page of mine”')).toBeVisible()
  await page.keyboard.press('#')
  await expect(said('Deleted “A page of mine”')).toBeVisible()
  await expect(row).toBeHidden()

  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(row.getByRole('link', { name: 'A page of mine' })).toBeVisible()
  await page.keyboard.press('z')
  await expect(row.getByRole('link', { name: 'A plain page' })).toBeVisible()
  await expect(row.getByRole('img', { name: 'Favourite' })).toBeVisible()
  await page.keyboard.press('z')
  await expect(row.getByRole('img', { name: 'Favourite' })).toBeHidden()
  await page.keyboard.press('z')
  await expect(said('Nothing to undo')).toBeVisible()

  // In the trash a row says how long it rests there, and leads back by itself.
  await row.click()
  await page.keyboard.press('#')
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('link', { name: /^Trash/ })
    .click()
  const thrown = page.getByRole('row').filter({ hasText: 'Gone for good in 30 days, deleted today' })
  await thrown.getByRole('button', { name: 'Put back A plain page' }).click()
  await expect(thrown).toBeHidden()
  await page.keyboard.press('z')
  await expect(thrown).toBeVisible()
})

test('a name that is given up stays as it was', oneDoor, async ({ page, site }) => {
  await saveItem({ page, site }, '/article/plain/')
  const row = page.getByRole('row').filter({ hasText: 'A plain page' })
  await row.click()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Title' }).fill('Nonsense')
  await page.keyboard.press('Escape')
  await expect(row.getByRole('link', { name: 'A plain page' })).toBeVisible()
  await expect(row).toBeFocused()
})
