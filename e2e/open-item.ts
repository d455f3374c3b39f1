// Saves a page of the tests' website and opens it in the reader, as most journeys inside an article begin.
import type { FrameLocator, Page } from 'playwright'
import type { LocalSite } from '../src/main/testing/local-site.ts'
import { expect } from './fixtures.ts'
import type { Ran } from './run-carrel.ts'

type Given = { readonly page: Page; readonly site: LocalSite; readonly carrel: (args: readonly string[]) => Promise<Ran> }

/** Saves `path` and answers its id. */
export async function saveItem({ site, carrel }: Omit<Given, 'page'>, path: string): Promise<string> {
  const saved = await carrel(['save', `${site.url}${path}`, '--json'])
  const { id } = saved.json() as { id: string }
  return id
}

/** Opens an item by its address behind the hash, as a link from the list leads there; resolves when its article is shown. */
export async function openItem(page: Page, id: string): Promise<FrameLocator> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}`)
  await expect(page.locator('iframe.article-frame')).toBeVisible()
  return page.frameLocator('iframe.article-frame')
}
