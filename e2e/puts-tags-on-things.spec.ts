// Tags: put on with the keyboard, on one item and on several at once, found in the rail, and taken off again.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItem, saveItems } from './open-item.ts'

test('a tag is put on, leads to its items, and is renamed everywhere', async ({ page, site, carrel }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await saveItems({ page, site }, ['/article/plain/', seriesPath(1)])
  const plain = page.getByRole('row').filter({ hasText: 'A plain page' })
  await plain.click()
  await page.keyboard.press('t')
  const editor = page.getByRole('dialog', { name: 'Tags of “A plain page”' })
  await expect(editor.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
  await page.keyboard.type('#Slow Reading')
  await page.keyboard.press('Enter')
  await expect(editor.getByText('slow-reading', { exact: true })).toBeVisible()
  await page.keyboard.type('python,')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
  await expect(plain.getByRole('link', { name: 'slow-reading' })).toBeVisible()
  await expect(plain.getByRole('link', { name: 'python' })).toBeHidden()

  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'slow-reading' }).click()
  await expect(page).toHaveTitle('Carrel: #slow-reading')
  await expect(page.getByRole('heading', { name: '#slow-reading' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'A plain page' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'ring buffer' })).toBeHidden()

  await page.getByRole('button', { name: 'More about #slow-reading' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('calm')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('Carrel: #calm')
  await expect(page.getByRole('row').filter({ hasText: 'A plain page' })).toBeVisible()
  const { tags } = (await carrel(['call', 'tag.list', '--json'])).json() as { tags: unknown }
  expect(tags).toEqual([{ tag: 'calm', items: 1 }])
})

test('several items are tagged at once, those that have the tag already keep it', oneDoor, async ({ page, site, carrel }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await saveItems({ page, site }, [...[1, 2, 3].map(seriesPath)])
  await expect(page.getByRole('row').filter({ hasText: 'The gap buffer' })).toBeVisible()
  await page.getByRole('row').filter({ hasText: 'The ring buffer' }).click()
  await page.keyboard.press('t')
  await page.keyboard.type('rings')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'rings' })).toBeVisible()

  await page.getByRole('row').filter({ hasText: 'The ring buffer' }).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: 'Marked items' })).toContainText('3 marked')
  await page.getByRole('toolbar').getByRole('button', { name: 'Tag' }).click()
  const editor = page.getByRole('dialog', { name: 'Tags of 3 items' })
  await expect(editor.getByText('1 of 3')).toBeVisible()
  await editor.getByRole('option', { name: '#rings' }).click()
  await expect(editor.getByText('1 of 3')).toBeHidden()
  await editor.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Tagged 3 items #rings' })).toBeVisible()

  // Undone, only the one that had it before has it.
  await page.keyboard.press('z')
  await expect.poll(async () => (await carrel(['call', 'tag.list', '--json'])).json()).toEqual({ tags: [{ tag: 'rings', items: 1 }] })
})

test('tags are edited in the reader, too', oneDoor, async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await saveItem({ page, site }, '/article/plain/')
  await page.getByRole('link', { name: 'A plain page' }).first().click()
  await expect(page.frameLocator('iframe').getByText('This page is about pages').first()).toBeVisible()
  await page.keyboard.press('t')
  await page.keyboard.type('plain')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status').filter({ hasText: '#plain' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row').filter({ hasText: 'A plain page' }).getByRole('link', { name: '#plain', exact: true })).toBeVisible()
})
