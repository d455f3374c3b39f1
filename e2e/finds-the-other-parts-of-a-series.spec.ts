// What of a series is not here: looked for, taken, and taken back.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { askAxe } from './ask-axe.ts'
import { expect, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

test('two parts of a series lead to the other eleven, which are taken or left as one likes', async ({ page, site }) => {
  await saveItems({ page, site }, [seriesPath(2)])
  // One part alone is no series of the rail, and says all the same that it belongs to one.
  await page
    .getByRole('row')
    .first()
    .click({ position: { x: 20, y: 20 } })
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText('Part 2 of Small structures, the only one here.')
  await expect(details.getByRole('button', { name: 'Look for more parts' })).toBeEnabled()
  await saveItems({ page, site }, [seriesPath(6)])
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('link', { name: /^Small structures/ })
    .click()
  const main = page.getByRole('main')
  await expect(main).toContainText('Parts 1 and 3 to 5 are not here.')
  // The gaps stand in the list, at their numbers.
  await expect(main.getByRole('row')).toHaveText([/^1\s*Part 1\s*not here/, /The bit set/, /^3–5\s*Parts 3 to 5\s*not here/, /part 6|6/])
  const visits = site.requests().length
  await main.getByRole('button', { name: 'Look for more parts' }).click()
  await expect(main).toContainText('13 parts found, 2 of them here.', { timeout: 20_000 })
  expect(site.requests().length).toBeGreaterThan(visits)
  await expect(main.getByRole('row')).toHaveCount(13)
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])
  await main.getByRole('button', { name: 'Show them' }).click()
  const parts = main.getByRole('list', { name: 'Parts that are not here' })
  await expect(parts.getByRole('checkbox')).toHaveCount(11)
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])
  await parts.getByRole('checkbox', { name: /The ring buffer/ }).uncheck()
  await main.getByRole('button', { name: 'Take 10 parts' }).click()
  await expect(main).toContainText('13 parts found, 12 of them here.')
  await page.keyboard.press('z')
  await expect(page.getByText('Taken back: what was new is in the trash')).toBeVisible()
  await expect(main).toContainText('13 parts found, 2 of them here.')

  // Where the next part is not here, the end of this one says so and saves it.
  await page
    .getByRole('link', { name: /The bit set/ })
    .first()
    .click()
  await expect(page).toHaveTitle(/part 2/)
  await page.keyboard.press('End')
  const end = page.getByRole('navigation', { name: 'Next part' })
  await expect(end).toContainText('Part 3 is not in your library')
  await end.getByRole('button', { name: 'Save part 3' }).click()
  await expect(end).toContainText('Next, part 3', { timeout: 15_000 })
})
