// Whatever stands in a page, its copy leads nowhere by itself: every kind of link is clicked, and every request counted.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { linkKinds } from '../src/main/testing/site/hostile.ts'
import { expect, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

test('a click on any kind of link leaves the article where it is', async ({ page, screens, site }) => {
  const id = await saveItem({ page, site }, '/links')
  await site.stop()
  const asked = site.requests().length
  await openItem(page, id)
  const article = page.frameLocator('iframe')
  await expect(article.getByText('links and where they lead').first()).toBeVisible()
  const navigations: string[] = []
  page.on('framenavigated', (frame) => {
    if (!frame.url().includes('#')) navigations.push(frame.url())
  })

  let clicked = 0
  for (const { words } of linkKinds) {
    const link = article
      .getByText(words, { exact: true })
      .or(article.getByAltText(words, { exact: true }))
      .first()
    // Cleaning takes some of them away altogether (forms, maps): all the better.
    if ((await link.count()) === 0) continue
    await link.click()
    clicked += 1
    await closeWhatOpened(page)
    await link.click({ modifiers: ['ControlOrMeta'] })
    await closeWhatOpened(page)
    await expect(article.getByText('links and where they lead').first()).toBeAttached()
  }
  expect(clicked).toBeGreaterThan(12)
  expect(navigations).toEqual([])
  expect(new URL(page.url()).hash).toContain(id)
  expect(site.requests().length).toBe(asked)
  // Handed to the system's browser, or not at all.
  for (const address of await screens.outside()) expect(address).toMatch(/^https?:/)
})

test('a page that tries everything gets nothing', async ({ page, home, site, carrel }) => {
  // As a file the reader had: fetching it would follow its refresh, as every browser does, and save what is there instead.
  const file = path.join(home, 'hostile.html')
  await writeFile(file, await (await fetch(`${site.url}/hostile`)).text())
  const saved = await carrel(['save', file, '--url', `${site.url}/hostile`, '--json'])
  const { id } = saved.json() as { id: string }
  await openItem(page, id)
  const article = page.frameLocator('iframe')
  await expect(article.getByText('A paragraph that wants to cover the screen.')).toBeVisible()
  await page.mouse.move(600, 400)
  await expect(page).not.toHaveTitle(/script ran/)
  const inside = page.frames().find((frame) => frame !== page.mainFrame())
  expect(await inside?.locator('script, form, iframe, object, embed, base, meta[http-equiv], link[rel~="prefetch"]').count()).toBe(0)
  expect(
    site
      .requests()
      .map((request) => request.path)
      .filter((asked) => asked.startsWith('/trap/')),
  ).toEqual([])
})

/** By its address behind the hash, as a link from the list leads there. */
/** The popover of a link, a picture at full size. */
async function closeWhatOpened(page: Page): Promise<void> {
  const over = page.getByRole('dialog')
  while (await over.first().isVisible()) {
    await page.keyboard.press('Escape')
    await expect(over).toHaveCount(0)
  }
}
