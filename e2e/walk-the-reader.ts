// Goes through everything one can open inside an item and over it, and lets somebody look at each.
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'
import { dragOver } from './select-words.ts'
import { goTo, type Walk } from './walk-the-library.ts'

const passage = 'A page that holds one of each thing'

export async function walkTheReader({ page, site, look }: Walk): Promise<void> {
  await saveItem({ page, site }, seriesPath(1))
  await saveItem({ page, site }, seriesPath(2))
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  const link = article.getByRole('link', { name: 'long evening with the ring buffer' })
  await expect(link).toHaveAttribute('data-saved')
  await expect(page.getByRole('group', { name: 'Python code' })).toBeVisible()
  await look('reader')

  await page.getByRole('button', { name: 'Type and theme' }).click()
  await expect(page.getByRole('dialog', { name: 'Type and theme' })).toBeVisible()
  await look('type and theme')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^More/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look('menu of the reader')
  await page.keyboard.press('Escape')

  await dragOver(page, passage)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await look('a passage is chosen')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('Worth the **evening**, see [there](https://notes.example/).')
  await look('a note is written')
  await page.keyboard.press('Escape')
  await page.keyboard.press('.')
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: /tag/i }).fill('evenings')
  await look('a highlight is tagged')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const tools = page.getByRole('toolbar', { name: 'This highlight' })
  if (await tools.isVisible()) await page.keyboard.press('Escape')
  await expect(tools).toBeHidden()
  await page.getByRole('button', { name: 'Highlights of this article' }).click()
  await expect(page.getByRole('complementary').or(page.getByRole('region')).filter({ hasText: 'Worth the' }).first()).toBeVisible()
  await look('highlights of the article')
  await page.getByRole('button', { name: 'Highlights of this article' }).click()

  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('resume')
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/of 4/)
  await look('finding')
  await page.keyboard.press('Escape')
  await article.getByRole('link', { name: '1', exact: true }).click()
  await expect(article.getByRole('dialog')).toBeVisible()
  await look('footnote')
  await page.keyboard.press('Escape')
  await article.getByRole('link', { name: 'رابط' }).click()
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible()
  await look('a link that is not saved')
  await page.keyboard.press('Escape')
  await article.getByRole('img', { name: 'A heap as a tree and as an array' }).click()
  await expect(page.getByRole('dialog', { name: /^Picture/ })).toBeVisible()
  await look('picture at full size')
  await page.keyboard.press('Escape')

  await goTo(page, '#/highlights', /Highlights/)
  await expect(page.getByText('Worth the')).toBeVisible()
  await look('highlights')

  for (const [path, name, shown] of [
    [seriesPath(2), 'a part of a series', 'iframe.article-frame'],
    ['/talks/small-machines/', 'talk', 'main h1'],
    ['/files/paper.pdf', 'document', 'main h1'],
    ['/gone', 'nothing here', 'main h1'],
  ] as const) {
    const other = await saveItem({ page, site }, path)
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/item/${other}`)
    await expect(page.locator(shown)).toBeVisible()
    await look(name)
  }
  await page.evaluate(() => {
    location.hash = `#/item/${'0'.repeat(32)}`
  })
  await expect(page.getByText('Back to the library')).toBeVisible()
  await look('an item that is gone')
}
