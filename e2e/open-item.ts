// Saves a page of the tests' website and opens it in the reader, as most journeys inside an article begin.
import type { FrameLocator, Page } from 'playwright'
import type { LocalSite } from '../src/main/testing/local-site.ts'
import { expect } from './fixtures.ts'

type Given = { readonly page: Page; readonly site: LocalSite }

/** Saves `path` and answers its id. */
export async function saveItem(given: Given, path: string): Promise<string> {
  const [id] = await saveItems(given, [path])
  if (id === undefined) throw new Error(`${path} was not saved`)
  return id
}

/**
 * Saves the pages at once and answers their ids when each has its copy or its failure. The opened window is asked, as its own Add asks it: a
 * command for every save would start a program, and what cleans for it, anew each time. Some journeys save by command: those that tell of it.
 */
export async function saveItems({ page, site }: Given, paths: readonly string[]): Promise<readonly string[]> {
  const links = paths.map((path) => `${site.url}${path}`)
  const { results } = await ask<{ results: { item: { id: string } }[] }>(page, 'item.save', { links, place: 'inbox', typed: true })
  const ids = results.map(({ item }) => item.id)
  for (const id of ids) await expect.poll(() => isAtWork(page, id), { intervals: [50], timeout: 30_000 }).toBe(false)
  return ids
}

/** Not while it waits for the network, or for a server's patience: that may take its time. */
async function isAtWork(page: Page, id: string): Promise<boolean> {
  const { job } = await ask<{ job: { state: string; notBefore: number | null } | null }>(page, 'item.get', { id })
  return job?.state === 'running' || (job?.state === 'queued' && (job.notBefore ?? 0) <= Date.now())
}

/** A call of the contract, through whichever door the window has. */
async function ask<Value>(page: Page, name: string, input: unknown): Promise<Value> {
  const answer = await page.evaluate(
    async ([name, input]) => {
      const { carrel } = window as unknown as { carrel?: { call(name: string, input: unknown): Promise<unknown> } }
      if (carrel !== undefined) return carrel.call(name, input)
      const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
      return (await fetch(`/call/${name}`, asked)).json()
    },
    [name, input] as const,
  )
  expect(answer).toMatchObject({ ok: true })
  return (answer as { value: Value }).value
}

/** Opens an item by its address behind the hash, as a link from the list leads there; resolves when its article is shown. */
export async function openItem(page: Page, id: string): Promise<FrameLocator> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}`)
  const frame = page.frameLocator('iframe.article-frame')
  await expect(frame.locator('article.article')).toBeVisible()
  return frame
}
