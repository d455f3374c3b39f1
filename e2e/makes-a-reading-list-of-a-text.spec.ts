// From a text to a reading list: what is shown before anything is fetched, corrected in place, saved in order, and taken back.
import type { Page } from 'playwright'
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { askAxe } from './ask-axe.ts'
import { expect, test } from './fixtures.ts'

const paste = (page: Page, text: string, html = '') =>
  page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      if (rich !== '') clipboardData.setData('text/html', rich)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [text, html] as const,
  )

async function begin(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Inbox/)
  await page.getByRole('textbox', { name: 'Links or text' }).blur()
}

/** The parts of a site of this machine, as a comment of somebody else names them. */
const comment = (origin: string) => `# Things that are kept in order

Read the series "Small structures" first, and of it these:

* Part 2, how a ring closes: ${origin}/blog/small-structures-...
* Part 10, how a tree grows: ${origin}/blog/small-structures-...

All of them are listed at ${origin}/tag/small-structures/

## To watch

* The talk "A clock taken apart" by Ida Example. I lost the link, it is worth an hour.
* https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&t=2045s where she types it all in front of the room.
`

test('a comment with a series, cut links, a talk without link and a start time becomes a list in its order', async ({
  page,
  site,
  carrel,
}) => {
  await begin(page)
  await paste(page, comment(site.url))
  const understood = page.getByRole('region', { name: 'What Carrel understood' })
  const rows = understood.locator('.pick')
  await expect(understood.getByRole('textbox', { name: 'Title of the list' })).toHaveValue('Things that are kept in order')
  await expect(rows.filter({ hasText: 'how a ring closes' })).toContainText('The text shows only its beginning')
  await expect(rows.filter({ hasText: 'A clock taken apart' })).toContainText('No link in the text')
  await expect(rows.filter({ hasText: 'youtube.com' }).first()).toContainText('34:05')
  await expect(understood.getByRole('heading', { name: /To watch/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'The text' }).locator('u.is-cut')).toHaveCount(2)
  // A page of this machine, in a text the reader did not write.
  const tagPage = understood.getByRole('checkbox', { name: /tag\/small-structures/ })
  await expect(tagPage).not.toBeChecked()
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])
  expect(site.requests()).toEqual([])

  // The tag page is meant, so it may be asked for the whole links; nothing is saved by it.
  await tagPage.check()
  await understood.getByRole('button', { name: 'Look at the list page' }).click()
  await expect(rows.filter({ hasText: 'how a tree grows' })).toContainText(`${site.url}${seriesPath(10)}`)
  await expect(rows.filter({ hasText: 'how a tree grows' })).toContainText('One part has this number')
  expect((await carrel(['list', '--json'])).json()).toEqual([])

  // Corrected in place: Esc leaves it, Enter keeps it, and what is no address is said.
  const edit = understood.getByRole('button', { name: /^Edit A clock taken apart/ })
  await edit.click()
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Something else')
  await page.keyboard.press('Escape')
  await expect(edit).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('A clock, taken apart on stage')
  await page.getByRole('textbox', { name: 'Link', exact: true }).fill('somewhere...')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is no whole web address.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Link', exact: true }).fill('')
  await page.keyboard.press('Enter')
  await expect(understood.getByText('A clock, taken apart on stage')).toBeVisible()

  await page.getByRole('textbox', { name: 'Title of the list' }).fill('In order')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/#\/list\/[0-9a-f]{32}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/In order/)
  const lines = page.getByRole('main').getByRole('row')
  await expect(lines.filter({ hasText: 'A clock, taken apart on stage' })).toBeVisible()
  for (const n of [2, 10]) await expect(lines.filter({ hasText: seriesTitle(n) })).toBeVisible()
  const shown = (await lines.allTextContents()).join(' ')
  expect(shown.indexOf(seriesTitle(10))).toBeGreaterThan(shown.indexOf(seriesTitle(2)))
  expect(shown.indexOf('A clock, taken apart on stage')).toBeGreaterThan(shown.indexOf(seriesTitle(10)))
  await page.keyboard.press('z')
  await expect(page.getByText('Taken back: what was new is in the trash')).toBeVisible()
  expect((await carrel(['list', '--json'])).json()).toEqual([])
})

test('rich text keeps the whole links that its plain words show cut', async ({ page }) => {
  await begin(page)
  await paste(
    page,
    'Begin with How a knot holds https://shelf.example/knots/how-a-kn... and stay a while.',
    '<p>Begin with How a knot holds <a href="https://shelf.example/knots/how-a-knot-holds">https://shelf.example/knots/how-a-kn...</a> and stay a while.</p>',
  )
  await expect(page.getByRole('checkbox', { name: /shelf\.example\/knots\/how-a-knot-holds/ })).toBeChecked()
  await expect(page.getByText('1 to save')).toBeVisible()
})
