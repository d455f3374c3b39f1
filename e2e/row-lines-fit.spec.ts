// The line under a row's title ends where the row ends, however narrow the window: in an ellipsis and never inside a letter.
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItems } from './open-item.ts'

test('no part of a row’s line is cut by its edge', oneDoor, async ({ page, site, carrel }) => {
  await saveItems({ page, site }, ['/article/plain/', '/gone'])
  const { items } = (await carrel(['call', 'item.list', '{}', '--json'])).json() as { items: { id: string }[] }
  const add = ['a-rather-long-name', 'another-long-name', 'the-third-of-them', 'and-a-fourth-one']
  await carrel(['call', 'item.tag', JSON.stringify({ ids: items.map(({ id }) => id), add }), '--json'])
  const lines = page.getByRole('grid').locator('.m')
  await expect(lines).toHaveCount(2)
  await expect(lines.filter({ hasText: 'another-long-name' })).toHaveCount(1)
  for (const width of [400, 500, 640, 900, 1200, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const cut = () =>
      lines.evaluateAll((all) =>
        all.flatMap((line) =>
          [...line.children]
            .filter((part) => part.getBoundingClientRect().width > 0)
            .filter((part) => part.getBoundingClientRect().right > line.getBoundingClientRect().right + 1)
            .map((part) => part.textContent),
        ),
      )
    await expect.poll(cut, `${width} px`).toEqual([])
  }
})
