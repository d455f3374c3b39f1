// A reading list: shown in the order of its text, with what was said about each thing; what has no link yet is given one and keeps its place.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { askAxe } from './ask-axe.ts'
import { expect, oneDoor, test } from './fixtures.ts'

const said = 'Read this one first, with a pencil.'

/** The library has a list of three: a page, something described without a link, another page. */
function listOfThree(site: string): string {
  const item = { kind: 'article', headings: ['Start here'] }
  return JSON.stringify({
    title: 'Small things, well made',
    source: { text: 'Three things to read.', format: 'text', address: null, author: 'Ada', date: null },
    typed: true,
    items: [
      { ...item, url: `${site}${seriesPath(3)}`, title: 'The gap buffer' },
      {
        ...item,
        kind: 'talk',
        url: null,
        title: 'The talk about the drawer',
        wanted: { words: 'a talk about the drawer', search: 'talk drawer card index', by: 'Mona Lind', urlPrefix: null },
      },
      { ...item, url: `${site}/article/plain/`, title: 'A plain page', recommendation: said },
    ],
  })
}

test('a list stands in its order, and is renamed, removed and put back', oneDoor, async ({ page, site, carrel }) => {
  await carrel(['call', 'list.accept', listOfThree(site.url), '--json'])
  const rail = page.getByRole('navigation', { name: 'Library' })
  await rail.getByRole('link', { name: /^Small things, well made/ }).click()
  await expect(page).toHaveTitle('Carrel: Small things, well made')
  await expect(page.getByRole('heading', { level: 1, name: 'Small things, well made' })).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Small things, well made' })
  const rows = grid.locator('.row')
  await expect(rows).toHaveCount(3)
  await expect(grid.getByRole('row').first()).toHaveText('Start here')
  await expect(rows.locator('.lead')).toHaveText(['Article, number 1', 'To find', 'Article, number 3'])
  await expect(rows.nth(1)).toContainText('The talk about the drawer')
  await expect(rows.nth(1)).toContainText('Described in the text, without a link')
  await expect(rows.nth(2).locator('.m q')).toHaveText(said)
  await expect(page.locator('.head')).toContainText('3 parts')
  await expect(page.locator('.head')).toContainText('Everything that has a link is on this machine. 2/2 articles')
  await expect(page.locator('.head')).toContainText('1 to find')
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  await page.getByRole('button', { name: 'More about this list' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.keyboard.press('End')
  await page.keyboard.type('!')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('Carrel: Small things, well made!')

  await page.getByRole('button', { name: 'More about this list' }).click()
  await page.getByRole('menuitem', { name: 'Remove the list' }).click()
  await expect(page).toHaveTitle('Carrel: Inbox')
  await expect(rail.getByRole('link', { name: /^Small things/ })).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(rail.getByRole('link', { name: /^Small things, well made!/ })).toBeVisible()
})

test('what was only described is given its link and keeps its place', oneDoor, async ({ page, site, carrel }) => {
  await carrel(['call', 'list.accept', listOfThree(site.url), '--json'])
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('link', { name: /^Small things/ })
    .click()
  const rows = page.getByRole('grid').locator('.row')
  await rows.nth(2).click({ position: { x: 20, y: 20 } })
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(`Why it is here${said}From a text by Ada`)
  await rows.nth(1).click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('talk drawer card index')
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  const box = page.getByRole('textbox', { name: 'You found it? Paste its link' })
  await box.fill('nothing like a link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await box.fill(`${site.url}${seriesPath(4)}`)
  await page.getByRole('button', { name: 'This is it' }).click()
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle('Carrel: Small things, well made')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('The skip list')
  await expect(page.locator('.head')).not.toContainText('to find')
})
