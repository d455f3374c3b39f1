// What a screen reader is given: landmarks, headings, names without their keys, where one is, places in a list, and the focus of dialogs.
import type { Page } from 'playwright/test'
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'
import { fillTheLibrary, goTo } from './walk-the-library.ts'

/** Names of buttons and links that say a key, or nothing at all. */
function badNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], [role=menuitem]')].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true })) return []
      const label = control.getAttribute('aria-label')
      const name = (label ?? control.textContent ?? '').trim()
      const alone = control.textContent?.trim() === ''
      const says = name === '' ? ['no name'] : alone && /\(\S+\)$/.test(name) ? ['its key is in its name'] : []
      const tip = control.getAttribute('title')
      // A tooltip that only repeats the name is not read out again; one that says something else begins with the name.
      if (alone && tip !== null && !tip.startsWith(name.split(':')[0] ?? '')) says.push(`its tooltip says “${tip}”`)
      return says.map((what) => `${control.outerHTML.slice(0, 120)}: ${what}`)
    }),
  )
}

/** Levels of the headings in the order they stand; a level may not be left out on the way down. */
async function headingsDescend(page: Page): Promise<void> {
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, h4)')]
      // The outline stands beside the text and has headings of its own.
      .filter((heading) => heading.closest('nav') === null)
      .map((heading) => Number(heading.tagName.slice(1))),
  )
  expect(levels[0]).toBe(1)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
}

test('the library says where one is and what stands where', oneDoor, async ({ page, site, carrel }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await fillTheLibrary({ page, site, carrel })
  const rows = page.locator('[role=row][data-id]')
  await expect(rows.getByRole('img', { name: 'Complete on this machine' })).not.toHaveCount(0)
  for (const landmark of ['banner', 'navigation', 'main', 'complementary'] as const) await expect(page.getByRole(landmark)).toHaveCount(1)
  await headingsDescend(page)
  expect(await badNames(page)).toEqual([])
  await expect(page.getByRole('navigation').locator('[aria-current=page]')).toHaveText(/^Inbox/)

  // Every row of the grid, headings too, counts on from the one before it, up to as many as the grid says it has.
  const counted = await page.getByRole('grid').evaluate((grid) => ({
    all: Number(grid.getAttribute('aria-rowcount')),
    places: [...grid.querySelectorAll('[role=row]')].map((row) => Number(row.getAttribute('aria-rowindex'))),
  }))
  expect(counted.places).toEqual(counted.places.map((_, at) => at + 1))
  expect(counted.places.length).toBeLessThanOrEqual(counted.all)

  // A dialog keeps the focus, and gives it back to the row.
  await page.keyboard.press('Home')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(
      true,
    )
  }
  await page.keyboard.press('Escape')
  await expect(rows.first()).toBeFocused()

  // What happens is said where a screen reader listens.
  await page.keyboard.press('f')
  await expect(page.getByRole('status').filter({ hasText: /favourite/ })).toBeAttached()
  await goTo(page, '#/search?q=', /Search/)
  await page.locator('main').getByRole('combobox').fill('buffer ')
  await expect(page.getByRole('status').filter({ hasText: /items? found/ })).toBeAttached()
  await expect(page).toHaveTitle('Carrel: Search “buffer ”')
  await goTo(page, '#/settings/keys', /Settings/)
  await headingsDescend(page)
  expect(await badNames(page)).toEqual([])
})

test('the reader has one heading above all others, and its tools have names', oneDoor, async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  await expect(page).toHaveTitle('Carrel: Everything on one page')
  await expect(page.getByRole('group', { name: 'Python code' })).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.locator('iframe.article-frame')).toHaveAttribute('title', 'Everything on one page')
  const outline = page.getByRole('navigation', { name: 'Outline' })
  await outline.getByText('Tables and formulas').click()
  await expect(outline.locator('[aria-current]')).toHaveText('Tables and formulas')
  await headingsDescend(page)
  await expect(article.getByRole('heading', { level: 1 })).toHaveCount(0)
  expect(await badNames(page)).toEqual([])
  await page.getByRole('group', { name: 'Python code' }).getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied 12 lines' })).toBeAttached()
})
