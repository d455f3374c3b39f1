// All highlights in one screen: counted, narrowed, opened, changed, deleted and put back, and carried away.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'
import { dragOver, painted, pasted } from './select-words.ts'

test('passages of several items are looked through', oneDoor, async ({ page, site, carrel }) => {
  test.setTimeout(90_000)
  await page.evaluate(() => {
    location.hash = '#/highlights'
  })
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible()

  const ids = []
  for (const part of [1, 2]) ids.push(await saveItem({ page, site }, seriesPath(part)))
  await openItem(page, ids[0] ?? '')
  for (const [key, words] of [
    ['1', 'Everything happens inside one array'],
    ['3', 'the ring is either full or empty'],
  ] as const) {
    await dragOver(page, words)
    await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeHidden()
  }
  await openItem(page, ids[1] ?? '')
  await expect(page.frameLocator('iframe').getByRole('heading').first()).toBeVisible()
  await page.keyboard.press('h')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('for the talk on Thursday')
  await page.keyboard.press('Escape')

  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page).toHaveTitle(/Highlights/)
  await expect(page.getByText('3 passages in 2 items, 1 with a note')).toBeVisible()
  const list = page.getByRole('list', { name: 'Passages' })
  await expect(list.getByRole('heading', { name: 'The ring buffer' })).toBeVisible()

  const filters = page.getByRole('toolbar', { name: 'Filter' })
  await filters.getByRole('button', { name: 'Yellow, 1' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await filters.getByRole('button', { name: 'All' }).click()
  await filters.getByRole('button', { name: 'Has a note' }).click()
  await expect(list.getByText('for the talk on Thursday')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await filters.getByRole('button', { name: 'Has a note' }).click()
  await filters.getByRole('searchbox').fill('thursday')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await filters.getByRole('searchbox').fill('no such words')
  await expect(page.getByText('No passage fits all of this.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await list.getByRole('button', { name: 'Only these 2' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await filters.getByRole('button', { name: /Show all items again/ }).click()
  await expect(list.getByRole('listitem')).toHaveCount(3)

  await page.getByRole('button', { name: 'Copy 3 as Markdown' }).click()
  await expect(page.getByText('3 quotes are on the clipboard')).toBeVisible()
  expect(await pasted(page)).toContain('> Everything happens inside one array')

  // With keys alone: the next one, edit, delete, undo, open.
  await page.getByRole('heading', { name: 'Highlights', exact: true }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('a second note')
  await page.keyboard.press('Escape')
  await expect(list.getByText('a second note')).toBeVisible()
  await page.keyboard.press('#')
  await expect(page.getByText('2 passages in')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('3 passages in 2 items, 2 with a note')).toBeVisible()

  // What is marked is said, and never acts out of sight: another filter begins anew.
  await page.keyboard.press('x')
  await expect(page.getByText('1 marked', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy 1 as Markdown' })).toBeVisible()
  await filters.getByRole('button', { name: 'Yellow, 1' }).click()
  await expect(page.getByText('1 marked', { exact: true })).toBeHidden()
  await filters.getByRole('button', { name: 'All' }).click()
  await expect(page.getByRole('button', { name: 'Copy 3 as Markdown' })).toBeVisible()

  // Behind the last passage the one before is the current one: the keys go on.
  await page.getByRole('heading', { name: 'Highlights', exact: true }).click()
  for (const _ of [1, 2, 3]) await page.keyboard.press('j')
  await page.keyboard.press('#')
  await expect(page.getByText('2 passages in')).toBeVisible()
  await expect(list.locator('[data-row]:focus')).toHaveCount(1)
  await page.keyboard.press('z')
  await expect(page.getByText('3 passages in 2 items, 2 with a note')).toBeVisible()

  // What another door does is seen here.
  const entries = (await carrel(['call', 'highlight.list', '{}'])).json() as { entries: { highlight: { id: string } }[] }
  await carrel(['call', 'highlight.remove', JSON.stringify({ ids: [entries.entries[0]?.highlight.id] })])
  await expect(page.getByText('2 passages in')).toBeVisible()

  const open = list.getByRole('listitem').filter({ hasText: 'Everything happens inside one array' }).getByRole('button', { name: 'Open' })
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('toolbar', { name: 'This highlight' })).toBeVisible()
  expect(Object.values(await painted(page)).flat()).toContain('Everything happens inside one array')
})
