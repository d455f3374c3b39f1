// A note: written, kept while it is written, read beside its passage, undone; nothing in it acts, and none of it is lost.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'
import { clickOn, dragOver, painted, pasted } from './select-words.ts'

const words = 'Everything happens inside one array'

test('a note is kept while it is written, and stands beside its passage', async ({ page, site, screens, carrel }) => {
  const id = await saveItem({ page, site }, seriesPath(1))
  await page.setViewportSize({ width: 1440, height: 900 })
  await openItem(page, id)
  await dragOver(page, words)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Note' })
  await expect(field).toBeFocused()
  await field.pressSequentially('The **birthday** problem, [once more](https://notes.example/again). ')
  await field.pressSequentially('![a picture](https://notes.example/spy.png) <img src=x onerror=alert(1)>')
  // Letters that are keys elsewhere are letters here.
  await expect(page.getByRole('toolbar', { name: 'This highlight' })).toBeVisible()
  await page.keyboard.press('Escape')
  const note = page.getByRole('region', { name: `Note on “${words}”` })
  await expect(note.locator('strong')).toHaveText('birthday')
  await expect(note).toContainText('<img src=x onerror=alert(1)>')
  expect(await note.locator('img').count()).toBe(0)
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['yellow-note-0'])

  await note.getByRole('link', { name: 'once more' }).click()
  await expect.poll(() => screens.outside()).toContain('https://notes.example/again')

  // It stands at the height of its passage.
  const [beside, passage] = await page.evaluate(() => {
    const frame = document.querySelector('iframe')
    const range = [...(frame?.contentDocument?.defaultView?.CSS.highlights.get('yellow-note-0') ?? [])][0]
    const live = frame?.contentDocument?.createRange()
    if (range) live?.setStart(range.startContainer, range.startOffset)
    if (range) live?.setEnd(range.endContainer, range.endOffset)
    const top = (live?.getBoundingClientRect().top ?? 0) + (frame?.getBoundingClientRect().top ?? 0)
    return [document.querySelector('.marginal')?.getBoundingClientRect().top ?? 0, top]
  })
  expect(Math.abs(beside - passage)).toBeLessThan(6)

  await page.reload()
  await openItem(page, id)
  await expect(note).toBeVisible()
  expect(JSON.stringify((await carrel(['highlights', '--json'])).json())).toContain('**birthday**')
})

test('letters typed just before the window goes are kept, and a note can be undone', async ({ page, site }) => {
  const id = await saveItem({ page, site }, seriesPath(1))
  await page.setViewportSize({ width: 1000, height: 800 })
  await openItem(page, id)
  await dragOver(page, words)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('typed in haste')
  await page.reload()
  await openItem(page, id)

  // Where there is no room beside the text, a dot opens the note.
  const dot = page.getByRole('button', { name: /^Note on “Everything happens inside one array”: typed in haste/ })
  await dot.click()
  await expect(page.getByText('typed in haste', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('thought over')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /: thought over/ })).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByRole('button', { name: /: typed in haste/ })).toBeVisible()
})

test('a passage gets tags, and its quote and its link can be carried away', async ({ page, site }) => {
  const id = await saveItem({ page, site }, seriesPath(1))
  await openItem(page, id)
  await dragOver(page, words)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
  await page.keyboard.type('Data Structures')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Take #data-structures off' })).toBeVisible()
  await page.keyboard.press('Escape')
  await clickOn(page, words)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link is on the clipboard')).toBeVisible()
  const link = await pasted(page)
  expect(link).toMatch(new RegExp(`^carrel://item/${id}\\?highlight=[0-9a-f]{32}$`))
  await page.getByRole('button', { name: 'Copy quote' }).click()
  await expect(page.getByText('The quote is on the clipboard')).toBeVisible()
  expect(await pasted(page)).toContain(`> ${words}`)

  // The link leads to the passage from anywhere.
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `#/item/${id}?${link.split('?')[1]}`,
  )
  await expect(page.getByRole('status').filter({ hasText: 'Highlight 1 of 1, yellow' })).toBeAttached()
})
