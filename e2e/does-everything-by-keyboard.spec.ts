// The whole main job with the keyboard alone: nothing here clicks, and after every step the focus is somewhere a reader can go on from.
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'
import { expectFocusSomewhere, tabTo } from './keyboard-hand.ts'

test('from the first link to a key of one’s own, without a mouse', async ({ page, site, carrel }) => {
  test.setTimeout(120_000)
  const press = (...keys: readonly string[]) =>
    keys.reduce(async (before: Promise<void>, key) => {
      await before
      await page.keyboard.press(key)
    }, Promise.resolve())
  const focused = (what: string) => expectFocusSomewhere(page, what)
  const rows = page.locator('[role=grid] [role=row][data-id]')
  const row = (text: string | RegExp) => rows.filter({ hasText: text })
  const article = page.frameLocator('iframe.article-frame')
  const ring = 'The ring buffer'
  await page.setViewportSize({ width: 1440, height: 900 })

  await test.step('the first link is typed and saved', async () => {
    await expect(page.getByRole('textbox', { name: 'Links or text' })).toBeFocused()
    await page.keyboard.type(`${site.url}${seriesPath(1)}`)
    await press('Enter')
    await expect(page.getByRole('button', { name: /^Save 1 link/ })).toBeEnabled()
    await focused('in Add')
    await press('ControlOrMeta+Enter')
    await expect(row(ring).getByRole('img', { name: 'Complete on this machine' })).toBeVisible()
    await focused('in the library after saving')
  })

  await test.step('another one, by its key', async () => {
    await press('a')
    await expect(page.getByRole('textbox', { name: /./ }).first()).toBeFocused()
    await page.keyboard.type(`${site.url}${everythingPath}`)
    await expect(page.getByRole('button', { name: /^Save 1 link/ })).toBeEnabled()
    await press('ControlOrMeta+Enter')
    await expect(rows).toHaveCount(2)
    await expect(rows.getByRole('img', { name: /Complete on this machine|missing/ })).toHaveCount(2)
  })

  await test.step('the newer one is opened, its type made larger', async () => {
    await press('Home', 'j', 'k')
    await expect(rows.first()).toBeFocused()
    await press('Enter')
    await expect(article.getByText('A page that holds one of each thing')).toBeVisible()
    await focused('in the reader')
    const size = () =>
      article
        .locator('article p')
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const before = await size()
    await press('+')
    await expect.poll(size).toBeGreaterThan(before)
    await press('_')
    await expect.poll(size).toBe(before)
  })

  await test.step('words are found in the page', async () => {
    await press('ControlOrMeta+f')
    const find = page.getByRole('textbox', { name: 'Find in this article' })
    await expect(find).toBeFocused()
    await page.keyboard.type('resume')
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 of \d+$/)
    await press('Enter', 'Escape')
    await expect(find).toBeHidden()
    await focused('after the find bar')
  })

  await test.step('a link to what is saved is followed, and one comes back', async () => {
    const link = article.getByRole('link', { name: 'long evening with the ring buffer' })
    await expect(link).toHaveAttribute('data-saved')
    await tabTo(page, link)
    await press('Enter')
    await expect(article.getByRole('heading', { name: 'Full or empty?' })).toBeInViewport()
    await expect(page).toHaveTitle(`Carrel: ${seriesTitle(1)}`)
    await focused('behind the link')
    await press('Alt+ArrowLeft')
    await expect(link).toBeAttached()
    await focused('back from the link')
    await press('Alt+ArrowRight')
    await expect(page).toHaveTitle(`Carrel: ${seriesTitle(1)}`)
    await expect(article.getByText('Everything happens inside one array')).toBeAttached()
    await focused('forward again')
  })

  await test.step('a passage is marked, with a note and a tag', async () => {
    await press('h')
    await expect(
      page
        .getByRole('toolbar', { name: 'Mark this passage' })
        .or(page.locator('.sr').filter({ hasText: 'Arrows move' }))
        .first(),
    ).toBeAttached()
    await press('ArrowDown', 'n')
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.keyboard.type('Worth the evening.')
    await press('Escape')
    await expect(page.getByRole('region', { name: /^Note on/ })).toContainText('Worth the evening.')
    await focused('after the note')
    await press('.', 't')
    await expect(page.getByRole('combobox', { name: /tag/i })).toBeFocused()
    await page.keyboard.type('evenings')
    await press('Enter', 'Escape', 'Escape')
    await expect
      .poll(async () => JSON.stringify((await carrel(['highlights', '--json'])).json()))
      .toMatch(/Worth the evening\..*evenings|evenings.*Worth the evening\./)
    await focused('after the tag')
  })

  await test.step('back in the library: tagged, favourite, archived, undone', async () => {
    await press('Escape')
    await expect(rows).toHaveCount(2)
    await focused('back in the library')
    await press('End')
    await expect(row(ring)).toBeFocused()
    await press('t')
    await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
    await page.keyboard.type('rings')
    await press('Enter', 'Enter')
    await expect(row(ring).getByRole('link', { name: 'rings' })).toBeVisible()
    await expect(row(ring)).toBeFocused()
    await press('f')
    await expect(row(ring).getByRole('img', { name: 'Favourite' })).toBeVisible()
    await press('e')
    await expect(rows).toHaveCount(1)
    await focused('after a row has gone')
    await press('z')
    await expect(rows).toHaveCount(2)
    await focused('after undo')
  })

  await test.step('a search with a filter', async () => {
    await press('/')
    await page.keyboard.type('buffer tag:rings ')
    await expect(rows).toHaveCount(1)
    await press('Enter')
    await expect(rows.first()).toBeFocused()
    await press('Escape')
    await expect(page).toHaveTitle('Carrel: Inbox')
    await focused('after the search')
  })

  const palette = page.getByRole('dialog', { name: 'Commands and search' })
  await test.step('the palette opens an item, and acts on it', async () => {
    await press('ControlOrMeta+k')
    const field = palette.getByRole('combobox')
    await expect(field).toBeFocused()
    await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(ring)
    await page.keyboard.type('rng bufer')
    await expect(palette.getByRole('option', { selected: true })).toContainText(ring)
    await press('Enter')
    await expect(palette).toBeHidden()
    await expect(article.getByText('Everything happens inside one array')).toBeVisible()
    await focused('in what the palette opened')

    // Also from inside the article's frame.
    await tabTo(page, article.getByRole('link').first())
    await press('ControlOrMeta+k')
    await expect(field).toBeFocused()
    await page.keyboard.type('>larger')
    const line = palette.getByRole('option', { selected: true })
    await expect(line).toContainText('Larger text')
    await expect(line.locator('kbd')).toHaveText('+')
    await press('Escape')
    await expect(palette).toBeHidden()
    await focused('after the palette')

    await press('ControlOrMeta+k')
    await page.keyboard.type('#ring')
    await press('Enter')
    await expect(page).toHaveTitle('Carrel: #rings')
    await focused('in the tag')
  })

  await test.step('the passage stands in the highlights', async () => {
    await press('g', 'h')
    await expect(page).toHaveTitle('Carrel: Highlights')
    await expect(page.getByText('Worth the evening.')).toBeVisible()
    await focused('in the highlights')
    await press('j', 'Enter')
    await expect(page).toHaveTitle(`Carrel: ${seriesTitle(1)}`)
    await focused('at the passage')
    await press('Escape', 'Escape')
  })

  await test.step('a key of one’s own, and the help that knows it', async () => {
    await press('ControlOrMeta+k')
    await page.keyboard.type('>settings keys')
    await press('Enter')
    await expect(page.getByRole('heading', { name: 'Keys', level: 1 })).toBeVisible()
    await focused('in the settings')
    const change = page.getByRole('button', { name: 'Archive: change the key' })
    await tabTo(page, change)
    await press('Enter', 'y')
    const archive = page.getByRole('region', { name: 'The item' }).getByRole('listitem').filter({ hasText: 'Archive' })
    await expect(archive.locator('.in-force')).toHaveText('y')
    await focused('after choosing a key')
    await press('Escape', 'g', 'i')
    await expect(page).toHaveTitle('Carrel: Inbox')
    await expect(rows).toHaveCount(2)
    await press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await expect(help.locator('dl > div').filter({ hasText: 'Archive' }).first().locator('kbd')).toHaveText('y')
    await press('Escape')
    await expect(help).toBeHidden()
    await focused('after the help')
    await press('e')
    await expect(rows).toHaveCount(2)
    await press('y')
    await expect(rows).toHaveCount(1)
  })
})
