// Window, browser and command line have one library open at once; what one changes the others show.
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'

test('a link saved on the command line appears in the open list by itself', async ({ page, site, carrel }) => {
  const saved = await carrel(['save', `${site.url}/article/plain/`, '--json'])
  expect(saved.code, saved.stderr).toBe(0)
  const { title } = saved.json() as { title: string }
  await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible()
})

test('the first rows come with the screens themselves, and are asked for once more when these stand', async ({
  page,
  site,
  carrel,
}, info) => {
  // Only a browser's calls can be held up on their way.
  test.skip(info.project.name !== 'browser', 'the window asks over no network')
  await carrel(['save', `${site.url}${seriesPath(1)}`, '--json'])
  await page.route('**/call/**', () => undefined)
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'The ring buffer' })
  await expect(row).toBeVisible()
  await page.unroute('**/call/**')
  await page.reload()
  await expect(row).toBeVisible()
  await carrel(['save', `${site.url}${seriesPath(2)}`, '--json'])
  await expect(page.getByRole('row').filter({ hasText: 'The bit set' })).toBeVisible()
})
