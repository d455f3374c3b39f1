// What comes from elsewhere (pasted, dropped) is shown and not saved, and never sends Carrel into the reader's own network unasked.
import type { Page } from 'playwright'
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'

const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], fileName, { type: 'text/html' }))
      return transfer
    },
    [name, text] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

test('a pasted text opens a preview in which private addresses are not ticked, and only what is ticked is saved', async ({
  page,
  site,
  carrel,
}) => {
  const inner = `${site.url}${seriesPath(1)}`
  await expect(page).toHaveTitle(/Inbox/)
  await page.getByRole('textbox', { name: 'Links or text' }).blur()
  await paste(page, `Somebody says: read https://shelf.example/a first,\nthen ${inner} and https://shelf.example/cut-o...`)

  const shelf = page.getByRole('checkbox', { name: /shelf\.example\/a/ })
  const own = page.getByRole('checkbox', { name: /127\.0\.0\.1/ })
  await expect(shelf).toBeChecked()
  await expect(own).not.toBeChecked()
  await expect(page.getByText('Not ticked: it leads into your own machine or network, and you did not type it.')).toBeVisible()
  // A link that is cut off is never an address: it would wait under To find.
  const cut = page.getByRole('checkbox', { name: /cut-o/ })
  await expect(page.getByText('1 new, 1 cut off. Not ticked: 1 in your own network.')).toBeVisible()
  // The text stands as it came, its links numbered as in the list.
  await expect(page.getByRole('region', { name: 'The text' })).toContainText(`read https://shelf.example/a1 first,`)

  // "All" does not mean a door behind the router.
  const all = page.getByRole('checkbox', { name: 'Tick all' })
  await all.uncheck()
  await expect(shelf).not.toBeChecked()
  await all.check()
  await expect(shelf).toBeChecked()
  await expect(own).not.toBeChecked()

  expect(site.requests()).toEqual([])
  await shelf.uncheck()
  await cut.uncheck()
  await own.check()
  await page.getByRole('button', { name: 'Save 1 link' }).click()
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: seriesTitle(1) })
      .getByRole('img', { name: 'Complete on this machine' }),
  ).toBeVisible()
  expect((await carrel(['list', '--json'])).json()).toHaveLength(1)
})

test('what the reader types is the reader’s, and what is pasted beside it is not', async ({ page }) => {
  await expect(page).toHaveTitle(/Inbox/)
  await page.getByRole('textbox', { name: 'Links or text' }).blur()
  await page.keyboard.press('a')
  const field = page.getByRole('textbox', { name: 'Add' })
  await field.pressSequentially('http://10.0.0.1/mine ')
  await expect(page.getByRole('checkbox', { name: /10\.0\.0\.1\/mine/ })).toBeChecked()
  await field.evaluate((element: HTMLTextAreaElement) => {
    element.focus()
    element.setRangeText('http://10.0.0.2/theirs', element.value.length, element.value.length, 'end')
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  })
  await expect(page.getByRole('checkbox', { name: /10\.0\.0\.2\/theirs/ })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: /10\.0\.0\.1\/mine/ })).toBeChecked()
})

test('a dropped page is shown before it is kept, and its private pictures are not asked for', async ({ page, site, carrel }) => {
  await expect(page).toHaveTitle(/Inbox/)
  const words = '<p>A paragraph that somebody kept because it was worth keeping, and it is long enough to be one.</p>'.repeat(12)
  const html = `<!doctype html><title>Kept from a stranger</title><link rel="canonical" href="${site.url}/kept"><article><h1>Kept from a stranger</h1>${words}<img src="${site.url}/pictures/ring.png" alt="ring"></article>`
  await dropFile(page, 'Kept.html', html)
  await expect(page.getByRole('checkbox', { name: /Kept\.html/ })).toBeChecked()
  expect((await carrel(['list', '--json'])).json()).toEqual([])

  await page.getByRole('button', { name: 'Save 1 file' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Kept from a stranger' })).toBeVisible()
  expect(site.requests()).toEqual([])
})

test('what is left in Add without saving leaves nothing behind', async ({ page, carrel }) => {
  await expect(page).toHaveTitle(/Inbox/)
  await dropFile(page, 'Kept.html', '<!doctype html><title>x</title><p>x</p>')
  await expect(page.getByRole('checkbox', { name: /Kept\.html/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/Inbox/)
  await page.keyboard.press('a')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  expect((await carrel(['list', '--json'])).json()).toEqual([])
})
