// Every key we promise acts where it makes sense: the help is made from the bindings that act, so it is held against the promise.
// And what keyboards do differently (other scripts, typing in a field) does not break them.
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

type Screen = 'library' | 'reader'
const both: readonly Screen[] = ['library', 'reader']
const promised: readonly (readonly [keys: string, says: string, where: readonly Screen[]])[] = [
  ['j', 'Next', ['library']],
  ['↓', 'Next', ['library']],
  ['k', 'Previous', ['library']],
  ['↑', 'Previous', ['library']],
  ['↵', 'Open', ['library']],
  ['Esc', 'Back to the library', ['reader']],
  ['e', 'Archive', both],
  ['l', 'Keep for later', both],
  ['Shift e', 'Back to the inbox', both],
  ['f', 'Favourite', both],
  ['#', 'Delete', both],
  ['t', 'Tags', both],
  ['o', 'Original, in the browser', both],
  ['a', 'Add links', both],
  ['/', 'Search', both],
  ['Ctrl k', 'Commands', both],
  ['?', 'These keys', both],
  ['z', 'Undo', both],
  ['x', 'Mark, to act on several', ['library']],
  ['h', 'Highlight, or select a passage with keys', ['reader']],
  ['n', 'Note on the passage', ['reader']],
  ['[', 'Rail', ['library']],
  ['[', 'Outline', ['reader']],
  [']', 'Details', ['library']],
  [']', 'Highlights of this article', ['reader']],
  ['+', 'Larger text', ['reader']],
  ['_', 'Smaller text', ['reader']],
  ['Shift j', 'Next part', ['reader']],
  ['Shift k', 'Previous part', ['reader']],
  ['g i', 'Inbox', both],
  ['g l', 'Later', both],
  ['g a', 'Archive', both],
  ['g s', 'Favourites', both],
  ['g h', 'Highlights', both],
  ['g t', 'Talks', both],
]

test('the keys of the library and the reader are all there', async ({ page, site }) => {
  for (const n of [1, 3]) await saveItem({ page, site }, seriesPath(n))
  const id = await saveItem({ page, site }, seriesPath(2))
  const shown = async (): Promise<readonly string[]> => {
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    const lines = await help.locator('dl > div').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const keys = [...row.querySelectorAll('kbd')].map((key) => key.textContent ?? '')
        const says = row.querySelector('dt')?.textContent ?? ''
        // Two keys of one sequence stand side by side, two keys for one thing, too.
        return [keys.join(' '), ...keys].map((key) => `${key}: ${says}`)
      }),
    )
    await page.keyboard.press('Escape')
    await expect(help).toBeHidden()
    return lines.map((line) => line.replace('⌘', 'Ctrl ').replace('⇧', 'Shift '))
  }
  const missing = async (screen: Screen) => {
    const there = await shown()
    return promised.filter(([keys, says, where]) => where.includes(screen) && !there.includes(`${keys}: ${says}`))
  }
  await expect(page.getByRole('row').filter({ hasText: 'gap buffer' })).toBeVisible()
  expect(await missing('library')).toEqual([])
  const article = await openItem(page, id)
  await expect(article.locator('p').first()).toBeVisible()
  // Rooms add their keys as what they act on arrives: the text, the series, the highlights.
  await expect.poll(() => missing('reader')).toEqual([])
})

test('a Cyrillic keyboard has the same keys, and no key acts while one types', oneDoor, async ({ page, site }) => {
  for (const n of [1, 2]) await saveItem({ page, site }, seriesPath(n))
  const rows = page.locator('[role=grid] [role=row][data-id]')
  await expect(rows).toHaveCount(2)
  const [first, second] = [rows.filter({ hasText: 'The ring buffer' }), rows.filter({ hasText: 'The bit set' })]
  // The list stands still once both are under their series' heading.
  await expect(page.getByRole('button', { name: /Small structures/ }).first()).toBeVisible()
  // Below the day's heading and its own.
  await expect(first).toHaveAttribute('aria-rowindex', '3')
  await page.keyboard.press('Home')
  const hand = await page.context().newCDPSession(page)
  const press = async (key: string, code: string, modifiers = 0) => {
    // A key that types nothing by itself: with Ctrl, or the first half of an accent.
    const types = modifiers === 2 || key === 'Dead' ? {} : { text: key }
    await hand.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, modifiers, ...types })
    await hand.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers })
  }
  await expect(first).toBeFocused()
  await press('о', 'KeyJ')
  await expect(second).toBeFocused()
  await press('а', 'KeyF')
  await expect(second.getByRole('img', { name: 'Favourite' })).toBeVisible()
  await press('л', 'KeyK', 2)
  const field = page.getByRole('dialog', { name: 'Commands and search' }).getByRole('combobox')
  await expect(field).toBeFocused()
  for (const [key, code] of [
    ['у', 'KeyE'],
    ['№', 'Digit3'],
    ['e', 'KeyE'],
    ['#', 'Digit3'],
  ] as const)
    await press(key, code)
  await expect(field).toHaveValue('у№e#')
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(2)
  await expect(second).toBeFocused()
  await press('Dead', 'Quote')
  await press('у', 'KeyE')
  await expect(page.getByRole('status').filter({ hasText: `Archived “${seriesTitle(2)}”` })).toBeVisible()
})
