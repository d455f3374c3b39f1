// An empty library names the first step, and has something to read before anything was saved.
import { expect, oneDoor, test } from './fixtures.ts'

test('the welcome article opens from the first screen and is kept', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Paste the first thing you mean to read.' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Links or text' })).toBeFocused()
  await page.getByRole('button', { name: /Read the welcome/ }).click()
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: /[Ww]elcome/ })
      .first(),
  ).toBeVisible()
})

test('every empty place says what comes there', oneDoor, async ({ page }) => {
  for (const [place, words] of [
    ['Later', 'Nothing waits for later.'],
    ['Archive', 'The archive is empty.'],
    ['Favourites', 'No favourites yet.'],
    ['Talks', 'No talks yet.'],
    ['Trash', 'The trash is empty.'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: place }).click()
    await expect(page.getByText(words)).toBeVisible()
  }
  // The rail is one stop of Tab; arrows move in it.
  await page.getByRole('navigation').getByRole('link', { name: 'Trash' }).focus()
  await page.keyboard.press('Home')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Inbox' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('Carrel: Later')
})
