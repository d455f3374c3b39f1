// A reader's own keys: chosen by pressing them, refused where they are taken, shown wherever the key is shown, and taken back.
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItem, saveItems } from './open-item.ts'

test('another key for archive', async ({ page, site, carrel }) => {
  await saveItem({ page, site }, seriesPath(1))
  await page.goto(`${page.url().split('#')[0]}#/settings/keys`)
  const row = page.getByRole('region', { name: 'The item' }).getByRole('listitem').filter({ hasText: 'Archive' })
  const change = row.getByRole('button', { name: /Archive: / }).last()

  // Taken: it is said whose it is, and nothing changes.
  await change.click()
  await page.keyboard.press('f')
  await expect(row.getByText('This is the key of “Favourite”.')).toBeVisible()
  await expect(row.locator('.in-force')).toHaveText('e')
  // Esc leaves without a change, and does not leave the settings.
  await change.click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/Settings/)

  await change.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('y')
  await expect(row.locator('.in-force')).toHaveText('y')

  await page.keyboard.press('Escape')
  const item = page.getByRole('link', { name: new RegExp(seriesTitle(1).split(': ')[1] ?? '') }).first()
  await item.click()
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Archive' }).first()).toHaveAttribute('title', 'Archive (y)')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(help.locator('dl > div').filter({ hasText: 'Archive' }).first().locator('kbd')).toHaveText('y')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.keyboard.press('y')
  await expect(page.getByText(/^Archived/)).toBeVisible()
  await expect.poll(async () => JSON.parse((await carrel(['call', 'settings.get', '{}'])).stdout).keys).toEqual({ e: 'y' })

  await page.goto(`${page.url().split('#')[0]}#/settings/keys`)
  await page.getByRole('button', { name: 'All as they were' }).click()
  await expect(row.locator('.in-force')).toHaveText('e')
})

test('the list knows every key that acts', oneDoor, async ({ page, site }) => {
  await saveItems({ page, site }, [seriesPath(1), seriesPath(2)])
  const acting = new Set<string>()
  const gather = async () => {
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    for (const line of await help.locator('dl > div').all()) {
      const combos = (await line.locator('dd kbd').allTextContents()).map((key) => key.trim())
      if (!combos.every((key) => /^(Esc|↵|[↑↓←→]|Home|End|Space|Shift [↑↓]|\d)$/.test(key)))
        acting.add((await line.locator('dt').textContent()) ?? '')
    }
    await page.keyboard.press('Escape')
  }
  await expect(page.getByRole('row').first()).toBeVisible()
  await gather()
  await page
    .getByRole('link', { name: new RegExp(seriesTitle(2).split(': ')[1] ?? '') })
    .first()
    .click()
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  await gather()
  await page.goto(`${page.url().split('#')[0]}#/settings/keys`)
  await expect(page.getByRole('heading', { name: 'Go to' })).toBeVisible()
  const listed = await page.locator('.keys-set b').allTextContents()
  // These stand under one line there, because one key does both.
  const together: Readonly<Record<string, string>> = {
    Rail: 'Rail, outline or chapters',
    Outline: 'Rail, outline or chapters',
    Details: 'Details, or highlights of an article',
    'Highlights of this article': 'Details, or highlights of an article',
  }
  expect([...acting].filter((says) => !listed.includes(together[says] ?? says))).toEqual([])
})
