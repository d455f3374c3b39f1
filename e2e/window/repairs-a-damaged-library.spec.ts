// A library that is damaged when the window is opened: said in words, repaired when the reader says so, and read on. Always on the stand-in,
// whose message boxes a test can answer.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '../../src/main/platform/sqlite.ts'
import { seriesPath, seriesTitle } from '../../src/main/testing/site/series.ts'
import { startOnStandIn } from '../electron-stand-in/driver.ts'
import { expect, test } from '../fixtures.ts'
import { plainEnvironment } from '../run-carrel.ts'

test('a damaged library is said, left alone or repaired, and read on with its lists', async ({ browser, carrel, home, library, site }) => {
  const item = { kind: 'article', headings: [] }
  const list = {
    title: 'For quiet evenings',
    source: { text: 'Two things to read.', format: 'text', address: null, author: 'Ada', date: null },
    typed: true,
    items: [
      { ...item, url: `${site.url}${seriesPath(1)}`, title: seriesTitle(1), recommendation: 'Begin here, slowly.' },
      { ...item, url: `${site.url}${seriesPath(2)}`, title: seriesTitle(2) },
    ],
  }
  expect(await carrel(['call', 'list.accept', JSON.stringify(list), '--json'])).toMatchObject({ code: 0 })
  damage(path.join(library, 'library.db'), 'operations')
  const harmed = readFileSync(path.join(library, 'library.db'))
  const env = plainEnvironment(home, library)

  // Closed without a repair, nothing is touched.
  await expect(startOnStandIn(browser, { env })).rejects.toThrow(/ended \(1\)/)
  expect(readFileSync(path.join(library, 'library.db')).equals(harmed)).toBe(true)

  const window = await startOnStandIn(browser, { env, presses: [0, 0] })
  const [said, done] = window.asked('message-box').map(String)
  expect(said).toMatch(/damaged.*The damaged file is kept/s)
  expect(done).toMatch(/^The library is repaired\..*Read out of the damaged file: .*1 reading list.*all whole/s)
  const { page } = window
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('link', { name: /^For quiet evenings/ })
    .click()
  const first = page.getByRole('grid', { name: 'For quiet evenings' }).getByRole('row').first()
  await expect(first.locator('q').filter({ visible: true })).toHaveText('Begin here, slowly.')
  await site.stop()
  await first.getByRole('link').first().click()
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  expect({ code: await window.close(), boxes: window.errorBoxes, violations: window.violations }).toEqual({
    code: 0,
    boxes: [],
    violations: [],
  })
})

/** Nonsense over the first page of a table, which then cannot be read. */
function damage(file: string, table: string): void {
  const database = openDatabase(file)
  const page = Number(database.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', table)?.rootpage)
  const size = Number(database.pragma('page_size'))
  database.close()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
}
