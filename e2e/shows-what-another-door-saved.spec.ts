// Window, browser and command line have one library open at once; what one changes the others show.
import { expect, test } from './fixtures.ts'

test('a link saved on the command line appears in the open list by itself', async ({ page, site, carrel }) => {
  const saved = await carrel(['save', `${site.url}/article/plain/`, '--json'])
  expect(saved.code, saved.stderr).toBe(0)
  const { title } = saved.json() as { title: string }
  await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible()
})
