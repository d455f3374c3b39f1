// Every screen, filled: it names itself and shows what belongs to it. (`npm run screenshots` paints them all.)
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

/** Under its series' heading a part leaves out what the heading says. */
const partName = (n: number) => seriesTitle(n).replace(/^.*: /, '')

test('library, reader, talk, add, search, trash and settings', async ({ page, site }, info) => {
  test.skip(info.project.name !== 'browser', 'the screens are the same in both doors')
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page).toHaveTitle(/Inbox/)

  const parts = [13, 11, 9, 7, 5, 4, 3, 2, 1].map(seriesPath)
  const others = ['/talks/small-machines/', '/files/paper.pdf', '/gone', '/login', '/article/plain/']
  await saveItems({ page, site }, [...parts, ...others])
  await expect(page.getByRole('row').filter({ hasText: partName(1) })).toBeVisible()

  await page
    .getByRole('row')
    .filter({ hasText: partName(2) })
    .click()
  await expect(page.getByText('Pictures', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: partName(4) }).click()
  await expect(page.frameLocator('iframe').locator('math').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Small machines, long evenings' }).first().click()
  await expect(page.getByText('Chapters')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('a')
  await page
    .getByRole('textbox', { name: 'Add' })
    .fill(
      'Two things for the train:\nhttps://small.example/arena?utm_source=mail\nhttps://youtu.be/dQw4w9WgXcQ?t=34m5s\nand https://small.example/blog/small-struc...',
    )
  await expect(page.getByText('34:05').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  await page.keyboard.type('buffer')
  await expect(page.locator('mark').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  await expect(page).toHaveTitle(/Settings/)
  await page.goto(`${new URL(page.url()).origin}/#/trash`)
  await expect(page).toHaveTitle(/Trash/)
})
