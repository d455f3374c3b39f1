// Pages that are odd: an endless title, links that lead nowhere, a table wider than any column. Each says what it is and stays readable.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { paragraphs, sitePage } from '../src/main/testing/site/site-page.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

const linksIn = `<p>Write to <a href="mailto:ida@shelf.example?subject=Rings">the author</a>, look at <a href="#nowhere">a part that was never copied</a>,
or go to <a href="http://bank.example:secret@shelf.example/rings">a place with a name before it</a>.</p>`

test('a title of a thousand letters leaves room for the article, and is shown whole on request', oneDoor, async ({ page, site }) => {
  const title = `Of the many things that a title may be it is above all ${'long and again '.repeat(65)}long`
  site.change('/odd/title/', sitePage({ title, body: `<article><h1>${title}</h1>${paragraphs('titles without end', 4)}</article>` }))
  await openItem(page, await saveItem({ page, site }, '/odd/title/'))
  const heading = page.locator('main.leaf h1')
  const height = async () => (await heading.boundingBox())?.height ?? 0
  const cut = await height()
  expect(cut).toBeLessThan(300)
  await page.getByRole('button', { name: 'More of the title' }).click()
  await expect.poll(height).toBeGreaterThan(cut)
  await page.getByRole('button', { name: 'Less of the title' }).click()
  await expect.poll(height).toBe(cut)
})

test('a link that cannot be followed says why', async ({ page, screens, site }) => {
  site.change(
    '/odd/links/',
    sitePage({ title: 'Odd links', body: `<article><h1>Odd links</h1>${linksIn}${paragraphs('links', 4)}</article>` }),
  )
  const article = await openItem(page, await saveItem({ page, site }, '/odd/links/'))
  const about = page.getByRole('dialog', { name: 'Link' })

  await article.getByRole('link', { name: 'the author' }).click()
  await expect(about).toContainText('ida@shelf.example')
  await expect(about.getByRole('button')).toHaveText(['Copy address'])
  await page.keyboard.press('Escape')

  await article.getByRole('link', { name: 'a part that was never copied' }).click()
  await expect(page.getByText('This place is not in the copy')).toBeVisible()

  await article.getByRole('link', { name: 'a place with a name before it' }).click()
  await expect(about).toContainText('It carries the user name “bank.example”')
  await expect(about).not.toContainText('secret')
  await page.keyboard.press('Escape')
  expect(await screens.outside()).toEqual([])
})

test('a link of a page that came as a file offers nothing that cannot be done', oneDoor, async ({ page, home, carrel }) => {
  const file = path.join(home, 'rings.html')
  const body = `<article><h1>Rings from a file</h1><p>See <a href="notes/two.html">the second note</a>.</p>${paragraphs('files', 4)}</article>`
  await writeFile(file, `<!doctype html><title>Rings from a file</title>${body}`)
  const saved = await carrel(['save', file, '--json'])
  expect(saved.code, saved.stderr).toBe(0)
  const article = await openItem(page, (saved.json() as { id: string }).id)
  await article.getByRole('link', { name: 'the second note' }).click()
  const about = page.getByRole('dialog', { name: 'Link' })
  await expect(about).toContainText('the file does not say where this leads')
  await expect(about.getByRole('button')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(about).toBeHidden()
})

test('a table that scrolls does not break its short cells', oneDoor, async ({ page, site }) => {
  const article = await openItem(page, await saveItem({ page, site }, everythingPath))
  const cell = article.getByRole('columnheader', { name: 'Measured thing' })
  const lines = () =>
    cell.evaluate((cell) => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    })
  await expect.poll(lines).toBe(1)
})
