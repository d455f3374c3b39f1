// Links inside an article: those to what is saved show it and open the copy; the others say where they lead and offer to be saved.
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

test('a link to a saved page opens the copy at the right place, with the network off', async ({ page, screens, site }) => {
  await saveItem({ page, site }, seriesPath(1))
  const id = await saveItem({ page, site }, everythingPath)
  await site.stop()
  const asked = site.requests().length
  const article = await openItem(page, id)
  const link = article.getByRole('link', { name: 'long evening with the ring buffer' })
  await expect(link).toHaveAttribute('data-saved')
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: 'The ring buffer' })).toBeAttached()
  await expect(page.frameLocator('iframe.article-frame').getByRole('heading', { name: 'Full or empty?' })).toBeInViewport()
  expect(site.requests().length).toBe(asked)

  await page.goBack()
  await expect(link).toHaveAttribute('data-saved')
  await link.click({ modifiers: ['ControlOrMeta'] })
  // A request does not carry the part of the page; the window's door does.
  await expect.poll(async () => (await screens.outside()).map((url) => url.split('#')[0])).toEqual([`${site.url}${seriesPath(1)}`])
})

test('a link to a page that is not saved says where it leads and offers to be saved', async ({ page, screens, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  const link = article.getByRole('link', { name: 'the bit set' })
  await expect(link).not.toHaveAttribute('data-saved')
  await link.focus()
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: 'Link' })
  await expect(about).toContainText(new URL(site.url).host)
  await expect(about.getByRole('button', { name: 'Open in the browser' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(link).toBeFocused()

  await link.click()
  await about.getByRole('button', { name: 'Open in the browser' }).click()
  await expect.poll(screens.outside).toEqual([`${site.url}${seriesPath(2)}`])

  await link.click()
  await about.getByRole('button', { name: 'Save it' }).click()
  await expect(about.getByRole('button', { name: 'Saved' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(link).toHaveAttribute('data-saved')
})
