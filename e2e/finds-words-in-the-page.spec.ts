// Finding words in an article, whatever their case and accents, and going from one to the next.
import { everythingPath, everythingWord } from '../src/main/testing/site/everything.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

test('words are found, counted and gone through, also inside of folds', oneDoor, async ({ page, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  await article.locator('article').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('ControlOrMeta+f')
  const bar = page.getByRole('search', { name: 'Find in the text' })
  const field = bar.getByRole('textbox')
  await expect(field).toBeFocused()
  await page.keyboard.type(everythingWord.word)
  const { times } = everythingWord
  await expect(bar.getByRole('status')).toHaveText(`1 of ${times}`)
  await expect(article.getByText('résumé')).toBeInViewport()
  const painted = () =>
    article.locator('article').evaluate((inside) => {
      const { highlights } = inside.ownerDocument.defaultView?.CSS ?? CSS
      return ['find', 'find-current'].map((name) => highlights.get(name)?.size ?? 0)
    })
  expect(await painted()).toEqual([times, 1])

  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText(`2 of ${times}`)
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(bar.getByRole('status')).toHaveText(`${times} of ${times}`)
  await expect(article.getByText('of its critics')).toBeInViewport()
  await page.keyboard.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText(`${times - 1} of ${times}`)

  await field.fill('not anywhere on this page')
  await expect(bar.getByRole('status')).toHaveText('Not here')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  expect(await painted()).toEqual([0, 0])
  await expect(article.locator('article')).toBeVisible()
})
