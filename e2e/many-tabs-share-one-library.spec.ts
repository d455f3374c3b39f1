// A reader with many tabs of one library: every tab answers and hears what happens, whichever of them is closed. A browser's matter only.
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { plainEnvironment } from './run-carrel.ts'
import { serveLibrary } from './served-library.ts'

// More than the connections a browser opens to one host.
const tabs = 8

test('eight tabs answer, and go on hearing when one of them is closed', async ({ home, library, browser, site, carrel }, info) => {
  test.skip(info.project.name !== 'browser', 'a window has no tabs')
  const save = async (path: string) => {
    const saved = await carrel(['save', `${site.url}${path}`, '--json'])
    expect(saved.code, saved.stderr).toBe(0)
    return (saved.json() as { title: string }).title
  }
  const first = await save('/article/plain/')
  const served = await serveLibrary(plainEnvironment(home, library))
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const pages: Page[] = []
  const showEverywhere = async (title: string) => {
    for (const page of pages) await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible()
  }
  for (let n = 0; n < tabs; n += 1) {
    const page = await context.newPage()
    await page.goto(n === 0 ? served.url : new URL(served.url).origin)
    pages.push(page)
    await showEverywhere(first)
  }
  await showEverywhere(await save('/fresh/'))
  // The first one holds the stream.
  await pages.shift()?.close()
  await showEverywhere(await save('/article/print'))
  await context.close()
  await served.close()
})

test('a tab that was open when Carrel was started again says what to do, and joins when the new address is opened', async ({
  home,
  library,
  browser,
}, info) => {
  test.skip(info.project.name !== 'browser', 'a window has no door that could be started again')
  const env = plainEnvironment(home, library)
  const first = await serveLibrary(env)
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(first.url)
  await expect(page).toHaveTitle(/Inbox/)
  await first.close()
  await expect(page.getByText('Carrel does not answer.')).toBeVisible()
  const second = await serveLibrary(env)
  // The same place, so that what the tab kept for itself is still there; another key.
  expect(new URL(second.url).origin).toBe(new URL(first.url).origin)
  expect(second.url).not.toBe(first.url)
  const locked = page.getByText('This window may not speak to the library.')
  await expect(locked).toBeVisible()
  const other = await context.newPage()
  await other.goto(second.url)
  await expect(other).toHaveTitle(/Inbox/)
  await expect(locked).toBeHidden()
  await context.close()
  await second.close()
})
