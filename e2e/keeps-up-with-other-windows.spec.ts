// What another window does to what is open in this one: its words join, and what it deletes is said.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem } from './open-item.ts'
import { dragOver, pasted } from './select-words.ts'

const words = 'Everything happens inside one array'

test('a note that two windows write keeps the words of both', async ({ page, site, carrel }, info) => {
  const { id } = (await carrel(['save', `${site.url}${seriesPath(1)}`, '--json'])).json() as { id: string }
  await page.setViewportSize({ width: 1000, height: 800 })
  await openItem(page, id)
  await dragOver(page, words)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Note' })
  await expect(field).toBeFocused()
  const elsewhere = async (change: object) => carrel(['call', 'highlight.change', JSON.stringify(change)])
  const [marked] = ((await carrel(['call', 'highlight.list', '{}'])).json() as { entries: { highlight: { id: string } }[] }).entries
  const highlight = { id: marked?.highlight.id ?? '' }

  // Nobody has typed here: the other's words stand in the open field.
  await elsewhere({ ...highlight, note: 'from elsewhere' })
  await expect(field).toHaveValue('from elsewhere')

  // Both write before either hears of the other. Only a browser's calls can be held up on their way; the window's go over no network.
  if (info.project.name !== 'browser') return
  const theirs = { ...highlight, note: 'from elsewhere, and more', noteWas: 'from elsewhere' }
  await page.route('**/call/highlight.change', (route) => elsewhere(theirs).then(() => route.continue()), { times: 1 })
  await field.press('End')
  await field.pressSequentially(' and from here')
  const joined = 'from elsewhere, and more\n\nand from here'
  await expect(field).toHaveValue(joined)
  const listed = async () => ((await carrel(['highlights', '--json'])).json() as { note: string }[]).map(({ note }) => note)
  await expect.poll(listed).toEqual([joined])
})

test('an item that is deleted for good while it is read says so, and leads back', async ({ page, site, carrel }) => {
  const { id } = (await carrel(['save', `${site.url}${seriesPath(1)}`, '--json'])).json() as { id: string }
  await openItem(page, id)
  await carrel(['call', 'item.move', JSON.stringify({ ids: [id], place: 'trash' })])
  await carrel(['call', 'item.deleteForever', JSON.stringify({ ids: [id] })])
  await expect(page.getByText('This item was deleted in another window.')).toBeVisible()
  // Its keys went with it: none of them asks for what is not there.
  await page.keyboard.press('f')
  await expect(page.locator('.toast')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Inbox' })).toBeVisible()
})

test('words of a note whose highlight is gone are offered once', oneDoor, async ({ page }) => {
  await page.evaluate((id) => {
    localStorage.setItem(`carrel.note.${id}`, JSON.stringify({ note: 'the last words', base: '', sent: null, window: null }))
  }, '0'.repeat(32))
  await page.reload()
  const dialog = page.getByRole('dialog', { name: 'A note has no passage any more' })
  await expect(dialog.getByRole('textbox', { name: 'The words' })).toHaveValue('the last words')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog).toBeHidden()
  expect(await pasted(page)).toBe('the last words')
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('carrel.note.')))).toEqual([])
})
