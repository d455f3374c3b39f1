// Marking: by mouse, by keys alone, across everything an article holds; it is there again after closing, and the copy stays as it was.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'
import { articleHtml, clickOn, dragOver, painted } from './select-words.ts'

test('words chosen with the mouse are marked, changed, deleted, and put back', async ({ page, site }) => {
  const id = await saveItem({ page, site }, seriesPath(1))
  await openItem(page, id)
  const before = await articleHtml(page)
  await dragOver(page, 'Everything happens inside one array')
  const popover = page.getByRole('toolbar', { name: 'Mark this passage' })
  await expect(popover).toBeVisible()
  await popover.getByRole('button', { name: 'Green, two lines' }).click()
  await expect.poll(() => painted(page)).toEqual({ 'green-0': ['Everything happens inside one array'] })
  await expect(popover).toBeHidden()

  await page.reload()
  await openItem(page, id)
  await expect.poll(() => painted(page)).toEqual({ 'green-0': ['Everything happens inside one array'] })

  await clickOn(page, 'Everything happens inside one array')
  const tools = page.getByRole('toolbar', { name: 'This highlight' })
  await expect(tools.getByRole('button', { name: 'Green' })).toHaveAttribute('aria-pressed', 'true')
  await tools.getByRole('button', { name: 'Pink' }).click()
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['pink-0'])
  await tools.getByRole('button', { name: 'Delete highlight' }).click()
  await expect.poll(() => painted(page)).toEqual({})
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['pink-0'])
  await page.keyboard.press('z')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['green-0'])
  expect(await articleHtml(page)).toBe(before)
})

test('a passage is chosen, marked and found again without a mouse', async ({ page, site }) => {
  const id = await saveItem({ page, site }, seriesPath(1))
  await openItem(page, id)
  await page.keyboard.press('h')
  const told = page.getByRole('status').filter({ hasText: 'Selected:' })
  await expect(told).toHaveText(/Arrows move/)
  const selection = () => page.evaluate(() => document.querySelector('iframe')?.contentDocument?.getSelection()?.toString() ?? '')
  const first = await selection()
  await page.keyboard.press('ArrowDown')
  await expect.poll(selection).not.toBe(first)
  const second = await selection()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await selection()).startsWith(second) && (await selection()).length > second.length).toBe(true)
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  const letters = page.getByRole('toolbar', { name: 'Mark this passage' }).getByRole('button')
  await expect(letters.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(letters.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['green-0'])
  await expect(page.getByRole('status').filter({ hasText: 'Marked in green' })).toBeAttached()

  // A digit marks at once; so does h, in the colour of the last time.
  await page.keyboard.press('h')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('h')
  await expect.poll(async () => (await painted(page))['green-0']?.length).toBe(2)
  await page.keyboard.press('.')
  await expect(page.getByRole('toolbar', { name: 'This highlight' })).toBeVisible()
  await page.keyboard.press('3')
  await expect.poll(async () => Object.keys(await painted(page)).sort()).toEqual(['blue-0', 'green-0'])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'This highlight' })).toBeHidden()

  await page.keyboard.press(']')
  const list = page.getByRole('complementary', { name: 'Highlights of this article' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('button', { name: 'Go to' }).last().press('Enter')
  await expect(page.getByRole('toolbar', { name: 'This highlight' }).getByRole('button', { pressed: true })).toBeFocused()
})

test(
  'a passage may run across paragraphs, lists, code, tables and captions, and over another one',
  oneDoor,
  async ({ page, site, carrel }) => {
    const id = await saveItem({ page, site }, everythingPath)
    await page.setViewportSize({ width: 1240, height: 1400 })
    await openItem(page, id)
    const before = await articleHtml(page)
    const mark = async (from: string, to: string, key: string) => {
      await dragOver(page, from, to)
      await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
      await page.keyboard.press(key)
      await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeHidden()
    }
    await mark('The third is in C', 'four five six', '1')
    await mark('The same heap, twice.', 'A picture that leads to a larger one.', '2')
    await mark('Slots looked at', 'Two thirds', '3')
    await mark('Who keeps a resume', 'and a part of it', '4')
    await mark('A place for one thing.', 'A place for one thing.', '5')
    await expect.poll(async () => Object.keys(await painted(page)).sort()).toEqual(['blue-0', 'green-0', 'pink-1', 'purple-0', 'yellow-0'])
    const now = await painted(page)
    expect(now['yellow-0']?.[0]).toMatch(/^The third is in C.*four five six$/)
    expect(now['blue-0']?.[0]).toMatch(/^Slots looked at.*Two thirds$/)
    expect(await articleHtml(page)).toBe(before)

    const told = (await carrel(['highlights', '--json'])).json() as { exact?: string }[]
    expect(JSON.stringify(told)).toContain('four five six')
  },
)

test('other scripts are marked by whole letters', oneDoor, async ({ page, home, carrel }) => {
  const file = path.join(home, 'scripts.html')
  const rest = '<p>A few more words in a plain language, so that there is an article to be read here at all, and not a line of signs.</p>'
  await writeFile(
    file,
    `<!doctype html><html lang="en"><title>Scripts</title><body><article><h1>Scripts</h1>${rest.repeat(6)}
     <p dir="rtl" lang="he">הספר שנמצא על השולחן הוא של אחותי הגדולה.</p>
     <p lang="ja">吾輩は猫である。名前はまだ無い。</p>
     <p>A family 👩‍👩‍👧 waves 👋🏽 at you.</p>${rest.repeat(3)}</article></body></html>`,
  )
  const { id } = (await carrel(['save', file, '--url', 'https://scripts.example/page', '--json'])).json() as { id: string }
  await openItem(page, id)
  for (const [at, words] of ['שנמצא על השולחן', '名前はまだ', '👩‍👩‍👧 waves 👋🏽'].entries()) {
    await dragOver(page, words)
    await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
    await page.keyboard.press(String(at + 1))
    await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeHidden()
  }
  await expect
    .poll(() => painted(page))
    .toEqual({ 'yellow-0': ['שנמצא על השולחן'], 'green-0': ['名前はまだ'], 'blue-0': ['👩‍👩‍👧 waves 👋🏽'] })
})

test('a highlight stays with its copy, and a newer copy says where it is', oneDoor, async ({ page, home, carrel }) => {
  const file = path.join(home, 'page.html')
  const rest = '<p>A few more words in a plain language, so that there is an article to be read here at all, and not a line of signs.</p>'
  const save = async (words: string) => {
    await writeFile(file, `<!doctype html><title>Changing</title><article><h1>Changing</h1><p>${words}</p>${rest.repeat(8)}</article>`)
    return (await carrel(['save', file, '--url', 'https://changing.example/page', '--json'])).json() as { id: string }
  }
  const { id } = await save('The first words of this page, which will be others.')
  await openItem(page, id)
  await dragOver(page, 'The first words of this page')
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('2')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['green-0'])
  await save('Other words now stand at the beginning of the page.')
  await page.keyboard.press('Escape')
  await openItem(page, id)
  await expect(page.getByText('1 highlight is in an earlier copy')).toBeVisible()
  expect(await painted(page)).toEqual({})
  await page.getByRole('link', { name: 'Show that copy' }).click()
  await expect.poll(async () => Object.values(await painted(page)).flat()).toEqual(['The first words of this page'])
})

test('the page a talk stands on is marked like an article', oneDoor, async ({ page, site }) => {
  const id = await saveItem({ page, site }, '/talks/small-machines/')
  await openItem(page, id)
  const spoken = 'takes a clock apart on stage'
  await dragOver(page, spoken)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('1')
  await expect.poll(async () => Object.values(await painted(page)).flat()).toEqual([spoken])
  await page.getByRole('button', { name: 'Highlights of this article' }).click()
  await expect(page.getByRole('complementary', { name: 'Highlights of this article' }).getByText(spoken)).toBeVisible()
})
