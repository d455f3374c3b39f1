// What one does with a reading list: made empty, filled by hand and by key, put in another order, read along, handed on, merged, taken apart.
import type { Page } from 'playwright/test'
import { seriesPath } from '../src/main/testing/site/series.ts'
import { askAxe } from './ask-axe.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

const railOf = (page: Page) => page.getByRole('navigation', { name: 'Library' })
const row = (page: Page, words: string) => page.getByRole('grid').locator('.row').filter({ hasText: words })
const titles = (page: Page) => page.getByRole('grid').locator('.row .t a')

/** Four parts in two groups, and a title to find. */
function listOfParts(site: string): string {
  const part = (n: number, headings: readonly string[]) => ({ url: `${site}${seriesPath(n)}`, title: null, kind: 'article', headings })
  return JSON.stringify({
    title: 'Evenings',
    source: { text: 'The text one pasted.', format: 'markdown', address: 'https://forum.invalid/42', author: 'Ada', date: '2024-05-03' },
    typed: true,
    items: [part(1, ['First']), part(2, ['First']), part(3, ['Then']), part(4, ['Then'])],
  })
}

test('an empty list is made, filled by dropping and by key, and each is undone', async ({ page, site }) => {
  await saveItems({ page, site }, [...[1, 2, 3].map(seriesPath)])
  const rail = railOf(page)
  await rail.getByRole('button', { name: 'New reading list' }).click()
  await page.keyboard.type('For the train')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('Carrel: For the train')
  await expect(page.getByText('Nothing stands in this list yet.')).toBeVisible()
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  await rail.getByRole('link', { name: 'Inbox' }).click()
  const entry = rail.getByRole('link', { name: /^For the train/ })
  await row(page, 'The gap buffer').dragTo(entry)
  await expect(
    page.getByRole('status').filter({ hasText: 'Put “Small structures, part 2' }).or(page.getByText('in “For the train”')),
  ).toBeVisible()
  await expect(entry).toContainText('1')
  await page.keyboard.press('z')
  await expect(entry).not.toContainText('1')

  await row(page, 'The ring buffer').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Shift+L')
  const dialog = page.getByRole('dialog', { name: 'Put it in a list' })
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])
  await dialog.getByRole('button', { name: /^For the train/ }).click()
  await expect(entry).toContainText('1')

  await entry.focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('For the journey')
  await page.keyboard.press('Enter')
  const renamed = rail.getByRole('link', { name: /^For the journey/ })
  await expect(renamed).toBeVisible()
  await renamed.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Remove the list' }).click()
  await expect(renamed).toBeHidden()
  await page.keyboard.press('z')
  await expect(renamed).toContainText('1')
})

test(
  'rows are dragged to another place and join its group; what is taken out comes back as it stood',
  oneDoor,
  async ({ page, site, carrel }) => {
    await carrel(['call', 'list.accept', listOfParts(site.url), '--json'])
    await railOf(page)
      .getByRole('link', { name: /^Evenings/ })
      .click()
    const order = [/ring/, /bit/, /gap/, /skip/]
    await expect(titles(page)).toHaveText(order)
    const headings = page.getByRole('grid').locator('.day')
    await expect(headings).toHaveText(['First', 'Then'])

    // To the upper half of another row: before it.
    await row(page, 'ring buffer').dragTo(row(page, 'skip list'), { targetPosition: { x: 200, y: 8 } })
    await expect(titles(page)).toHaveText([/bit/, /gap/, /ring/, /skip/])
    await expect(headings).toHaveText(['First', 'Then'])
    await page.keyboard.press('z')
    await expect(titles(page)).toHaveText(order)
    // The first place under a heading is in its group.
    const lines = page.getByRole('grid').getByRole('row')
    await row(page, 'ring buffer').dragTo(row(page, 'gap buffer'), { targetPosition: { x: 200, y: 8 } })
    await expect(lines).toHaveText(['First', /bit/, 'Then', /ring/, /gap/, /skip/])
    await page.keyboard.press('z')
    await expect(titles(page)).toHaveText(order)

    await row(page, 'bit set').click({ position: { x: 20, y: 20 } })
    await row(page, 'skip list').click({ position: { x: 20, y: 20 }, modifiers: ['ControlOrMeta'] })
    await row(page, 'bit set').click({ position: { x: 20, y: 20 }, modifiers: ['ControlOrMeta'] })
    await page.getByRole('toolbar', { name: 'Marked items' }).getByRole('button', { name: 'Take out' }).click()
    await expect(titles(page)).toHaveText([/ring/, /gap/])
    await page.keyboard.press('z')
    await expect(titles(page)).toHaveText(order)
    await expect(headings).toHaveText(['First', 'Then'])

    // Everything else that acts on rows acts here.
    await row(page, 'gap buffer').click({ position: { x: 20, y: 20 } })
    await page.keyboard.press('#')
    await expect(titles(page)).toHaveText([/ring/, /bit/, /skip/])
    await page.keyboard.press('z')
    await expect(titles(page)).toHaveText(order)
  },
)

test('keys move a row from place to place and from group to group, and undo moves it back', oneDoor, async ({ page, site, carrel }) => {
  await carrel(['call', 'list.accept', listOfParts(site.url), '--json'])
  await railOf(page)
    .getByRole('link', { name: /^Evenings/ })
    .click()
  const lines = page.getByRole('grid').getByRole('row')
  const asMade = ['First', /ring/, /bit/, 'Then', /gap/, /skip/]
  await expect(lines).toHaveText(asMade)
  await page.keyboard.press('j')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(lines).toHaveText(['First', /ring/, 'Then', /bit/, /gap/, /skip/])
  await page.keyboard.press('Alt+ArrowDown')
  const moved = ['First', /ring/, 'Then', /gap/, /bit/, /skip/]
  await expect(lines).toHaveText(moved)
  await expect(page.getByRole('status').filter({ hasText: 'is now 3 of 4' })).toBeVisible()
  await expect(row(page, 'bit set')).toBeFocused()
  await page.reload()
  await expect(lines).toHaveText(moved)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(lines).toHaveText(['Then', /ring/, /gap/, /bit/, /skip/])
  await page.keyboard.press('z')
  await expect(lines).toHaveText(moved)
})

test('one reads along the list, whatever series its items are of', oneDoor, async ({ page, site, carrel }) => {
  await carrel(['call', 'list.accept', listOfParts(site.url), '--json'])
  await railOf(page)
    .getByRole('link', { name: /^Evenings/ })
    .click()
  await row(page, 'bit set').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(titles(page)).toHaveText([/ring/, /gap/, /bit/, /skip/])
  await row(page, 'gap buffer')
    .getByRole('link', { name: /gap buffer/ })
    .click()
  await expect(page).toHaveTitle(/gap buffer/)
  const next = page.getByRole('navigation', { name: 'Next in the list' })
  await expect(next).toContainText('Next, number 3 of 4')
  await expect(next).toContainText('The bit set')
  await next.getByRole('button', { name: /Read the next/ }).click()
  await expect(page).toHaveTitle(/bit set/)
  await page.keyboard.press('Shift+J')
  await expect(page).toHaveTitle(/skip list/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle('Carrel: Evenings')
})

test('a list says where it came from, and is handed on with whole links', async ({ page, site, carrel }) => {
  await carrel(['call', 'list.accept', listOfParts(site.url), '--json'])
  await page.evaluate(() => {
    const kept: string[] = []
    Object.assign(window, { kept })
    Object.assign(navigator.clipboard, {
      writeText: async (text: string) => void kept.push(text),
      write: async ([item]: readonly ClipboardItem[]) => void kept.push((await (await item?.getType('text/html'))?.text()) ?? ''),
    })
  })
  await railOf(page)
    .getByRole('link', { name: /^Evenings/ })
    .click()
  await page.getByText('From a Markdown text by Ada, 3 May 2024').click()
  await expect(page.getByRole('region', { name: 'The text it came from' })).toHaveText('The text one pasted.')
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  const kept = () => page.evaluate(() => (window as unknown as { kept: string[] }).kept)
  const copied = async (name: string) => {
    await page.getByRole('button', { name: 'More about this list' }).click()
    await page.getByRole('menuitem', { name }).click()
    const before = (await kept()).length
    await expect.poll(async () => (await kept()).length).toBeGreaterThan(before === 0 ? 0 : before - 1)
    await expect(page.getByRole('status').filter({ hasText: `as ${name.replace('Copy as ', '')}` })).toBeVisible()
    return (await kept()).at(-1) ?? ''
  }
  expect(await copied('Copy as Markdown')).toContain(`](<${site.url}${seriesPath(4)}>)`)
  expect(await copied('Copy as HTML')).toContain(`<a href="${site.url}${seriesPath(4)}">`)
  expect(await copied('Copy as plain text')).toContain(`   ${site.url}${seriesPath(4)}\n`)
})

test('a list is fetched whole, and joins another one', async ({ page, site, carrel }) => {
  await carrel(['call', 'list.accept', listOfParts(site.url), '--json'])
  await carrel(['call', 'list.make', '{"title":"Mornings"}', '--json'])
  await railOf(page)
    .getByRole('link', { name: /^Evenings/ })
    .click()
  // The second part lacks a picture.
  await carrel(['call', 'job.pause', '{"paused":true}'])
  await page.getByRole('button', { name: 'Make all of it offline' }).click()
  await expect(page.locator('.head')).toContainText('Paused at 1 of 1')
  await carrel(['call', 'job.pause', '{"paused":false}'])
  await expect(page.getByRole('button', { name: 'Make all of it offline' })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('>merge')
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Mornings/ })
    .click()
  await expect(page).toHaveTitle('Carrel: Mornings')
  await expect(titles(page)).toHaveCount(4)
  await expect(railOf(page).getByRole('link', { name: /^Evenings/ })).toBeHidden()
  await page.keyboard.press('z')
  await expect(railOf(page).getByRole('link', { name: /^Evenings/ })).toBeVisible()
  await expect(page.getByText('Nothing stands in this list yet.')).toBeVisible()
})
