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
  // What nobody named is offered; on this machine, and in a text of somebody else, it is not ticked by itself.
  const others = understood.getByRole('checkbox', { name: 'The other 11 parts' })
  await expect(others).not.toBeChecked()
  await expect(rows.filter({ hasText: 'The other 11 parts' })).toContainText('13 found, 2 named')
  await rows.filter({ hasText: 'The other 11 parts' }).getByRole('button', { name: 'Show' }).click()
  await expect(rows.filter({ hasText: seriesTitle(13) })).toBeVisible()

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

test('the comment it all began with: four parts of a series with cut links become thirteen, in their order, and all is read with the network off', async ({
  page,
  site,
}) => {
  await begin(page)
  await page.getByRole('link', { name: 'Add' }).click()
  const part = (n: number, words: string) => `* Part ${n}, ${words}: ${site.url}/blog/small-structures-...`
  const text = [
    `Try Ida Example's 12-part series "Small structures", the best there is. Read these first:`,
    part(2, 'how bits are counted'),
    part(6, 'how the gap moves'),
    part(10, 'how a heap grows'),
    part(13, 'how the arena ends it'),
    `The whole series can be found here: ${site.url}/tag/small-structures/`,
    '',
    'Then see "A clock, typed on stage" (https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&t=2045s).',
    '',
    '* The talk "How the ring was closed" by Ida Example. I lost the link, it is worth an hour.',
  ].join('\n')
  const box = page.getByRole('textbox', { name: 'Add', exact: true })
  await box.fill(text)
  const understood = page.getByRole('region', { name: 'What Carrel understood' })
  await expect(understood.getByText('link is cut')).toHaveCount(4)
  expect(site.requests()).toEqual([])
  await understood.getByRole('button', { name: 'Look at the list page' }).click()
  await expect(understood.getByText('link was cut')).toHaveCount(4)
  await expect(understood.getByRole('checkbox', { name: 'The other 9 parts' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Title of the list' }).fill('From one comment')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/From one comment/)
  const main = page.getByRole('main')
  // The second part misses a picture; everything else came.
  await expect(main).toContainText('13/14 articles', { timeout: 40_000 })
  await expect(main).toContainText('18/19 images')
  // The same text again has nothing that is cut or to be completed any more.
  await page.getByRole('link', { name: 'Add', exact: true }).click()
  await box.fill(text)
  await expect(understood.getByText('its link was found before')).toHaveCount(4)
  await expect(understood.getByRole('status')).toContainText('you have already')
  await expect(page.getByRole('textbox', { name: 'Title of the list' })).toHaveValue('From one comment')
  await page.keyboard.press('Escape')
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('link', { name: /^From one comment/ })
    .click()
  await site.stop()
  const lines = main.getByRole('row')
  const shown = (await lines.allTextContents()).join('\n')
  const places = Array.from({ length: 13 }, (_, at) => shown.indexOf(seriesTitle(at + 1)))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  await expect(lines.filter({ hasText: 'A clock, typed on stage' })).toContainText('34:05')
  await expect(lines.filter({ hasText: 'How the ring was closed' })).toBeVisible()
  await page
    .getByRole('link', { name: seriesTitle(1), exact: true })
    .first()
    .click()
  for (const n of [1, 2, 3]) {
    await expect(page).toHaveTitle(new RegExp(`part ${n}: `))
    await expect(page.frameLocator('iframe.article-frame').locator('article.article')).toBeVisible()
    await page.keyboard.press('Shift+J')
  }
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
  // A chosen file that is a list is read as one; of a page, the reader may want the links.
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'Add' }).click()
  await page.getByRole('button', { name: 'Correct the text' }).click()
  await page.getByRole('textbox', { name: 'Add' }).fill('')
  const understood = page.getByRole('region', { name: 'What Carrel understood' })
  const choose = (name: string, text: string) =>
    page.locator('.add input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await choose('knots.html', '<h1>Knots</h1><ul><li><a href="https://shelf.example/knots/loose">A loose knot</a>: for a beginning</ul>')
  await expect(understood).toContainText('A file of yours; it is cleaned and kept.')
  await understood.getByRole('button', { name: 'Take its links instead' }).click()
  await expect(understood.getByRole('checkbox', { name: /A loose knot/ })).toBeChecked()
  await expect(understood.getByRole('textbox', { name: 'Title of the list' })).toHaveValue('Knots')
})
