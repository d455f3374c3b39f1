// What a reader does with the things in an article: copies its code, wraps it, sees its colours, looks at its pictures, reads its notes.
import { everythingCode, everythingPath } from '../src/main/testing/site/everything.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { openItem, saveItem } from './open-item.ts'

test('code is copied letter by letter, wrapped, and coloured without a change to the article', async ({ page, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
  await site.stop()
  const article = await openItem(page, id)
  const before = await article.locator('article').innerHTML()
  const python = page.getByRole('group', { name: 'Python code' })
  await python.getByRole('button', { name: 'Copy' }).click()
  await expect(python.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(page.getByText('Copied 12 lines')).toBeAttached()

  const rust = article.locator('pre[data-language="rust"]')
  const wide = () => rust.evaluate((box) => box.scrollWidth > box.clientWidth)
  expect(await wide()).toBe(true)
  await expect(rust).toHaveAttribute('tabindex', '0')
  const wrap = page.getByRole('group', { name: 'Rust code' }).getByRole('button', { name: 'Wrap' })
  await wrap.click()
  await expect(wrap).toHaveAttribute('aria-pressed', 'true')
  expect(await wide()).toBe(false)
  await wrap.click()
  expect(await wide()).toBe(true)

  // The words painted as keywords in the first block.
  await expect
    .poll(() =>
      article.locator('pre[data-language="python"]').evaluate((box) => {
        const inks = box.ownerDocument.defaultView?.CSS.highlights.get('code-keyword')
        return [...(inks ?? [])].flatMap(({ startContainer, startOffset, endOffset }) =>
          box.contains(startContainer) ? [(startContainer.nodeValue ?? '').slice(startOffset, endOffset)] : [],
        )
      }),
    )
    .toContain('class')
  const after = await article.locator('article').innerHTML()
  const bare = (html: string) => html.replace(/ (?:data-[\w-]+|tabindex|aria-description)="[^"]*"/g, '')
  expect(bare(after)).toBe(bare(before))

  // What is on the clipboard, as any other program would get it.
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('textarea'), { id: 'elsewhere' })))
  const field = page.locator('#elsewhere')
  await field.focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(field).toHaveValue(everythingCode)
})

test('the tools of a block come right behind it for the Tab key', oneDoor, async ({ page, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  const rust = page.getByRole('group', { name: 'Rust code' })
  await expect(rust).toBeVisible()
  await article.locator('pre[data-language="rust"]').focus()
  await page.keyboard.press('Tab')
  await expect(rust.getByRole('button', { name: 'Wrap' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(rust.getByRole('button', { name: 'Copy' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('group', { name: 'C code', exact: true }).getByRole('button', { name: 'Wrap' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(article.locator('pre[data-language="rust"]')).toBeFocused()
})

test('a picture opens large, is enlarged, and the next one follows', async ({ page, screens, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
  await site.stop()
  const article = await openItem(page, id)
  await article.getByRole('img', { name: 'A heap as a tree and as an array' }).click()
  const first = page.getByRole('dialog', { name: 'Picture: A heap as a tree and as an array' })
  await expect(first.getByText('The same heap, twice.')).toBeVisible()
  await expect(first.getByRole('button', { name: '100 %' })).toBeVisible()
  await page.keyboard.press('+')
  await expect(first.getByRole('button', { name: '125 %' })).toBeVisible()
  await page.keyboard.press('0')
  await page.keyboard.press('ArrowRight')
  const second = page.getByRole('dialog', { name: 'Picture: Sixty-four bits in a row' })
  await expect(second).toBeVisible()
  await second.getByRole('button', { name: 'Where it leads, in the browser' }).click()
  await expect.poll(screens.outside).toEqual([`${site.url}/pictures/photo.webp`])
  await page.keyboard.press('Escape')
  await expect(second).toBeHidden()

  const opener = page.getByRole('button', { name: 'Open picture: A heap as a tree and as an array' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(first).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

test('a note opens beside its reference, and there is a way to it and back', oneDoor, async ({ page, site }) => {
  const id = await saveItem({ page, site }, everythingPath)
  const article = await openItem(page, id)
  const reference = article.locator('a[role="doc-noteref"]')
  await reference.focus()
  await page.keyboard.press('Enter')
  const note = article.getByRole('dialog', { name: 'Footnote 1' })
  await expect(note).toContainText('It could be fairer, with two of each')
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)
  await expect(reference).toBeFocused()

  await reference.click()
  await note.getByRole('button', { name: 'Go to the note' }).click()
  await expect(article.locator('#fn-1')).toBeInViewport()
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await expect(reference).toBeInViewport()
  await expect(reference).toBeFocused()

  await article.locator('#fn-1').scrollIntoViewIfNeeded()
  await article.locator('a[role="doc-backlink"]').click()
  await expect(reference).toBeInViewport()
})
