// Goes through every screen outside the reader, empty and filled, with what opens over them, and lets somebody look at each.
import type { Page } from 'playwright/test'
import type { LocalSite } from '../src/main/testing/local-site.ts'
import { everythingPath } from '../src/main/testing/site/everything.ts'
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect } from './fixtures.ts'
import { saveItems } from './open-item.ts'
import type { Ran } from './run-carrel.ts'

export type Walk = {
  readonly page: Page
  readonly site: LocalSite
  readonly carrel: (args: readonly string[], options?: { input?: string }) => Promise<Ran>
  /** Called with the name of what is shown, once it stands. */
  readonly look: (name: string) => Promise<void>
}

/** Goes to an address of the window; resolves when the screen has named itself. */
export async function goTo(page: Page, hash: string, title: string | RegExp): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address
  }, hash)
  await expect(page).toHaveTitle(title)
}

/** As a column it stands already; over a narrow window it is opened by its key. */
async function showPanel(page: Page, panel: '.rail' | '.details', key: '[' | ']'): Promise<void> {
  if (!(await page.locator(panel).isVisible())) await page.keyboard.press(key)
  await expect(page.locator(panel)).toBeVisible()
}

/** What one finds before anything is kept: one screen to begin with, and places that say what belongs there. */
export async function walkEmptyPlaces({ page, look }: Walk): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Links or text' })).toBeVisible()
  await look('first run')
  for (const [place, title] of [
    ['highlights', /Highlights/],
    ['add', /Add/],
    ['search?q=', /Search/],
  ] as const) {
    await goTo(page, `#/${place}`, title)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(`${title.source}, empty`)
  }
}

/** Saves one thing of every kind, good and bad; resolves when all of it has come to rest. */
export async function fillTheLibrary({ page, site }: Omit<Walk, 'look'>): Promise<readonly string[]> {
  const paths = [
    ...[1, 2, 3].map(seriesPath),
    everythingPath,
    '/talks/small-machines/',
    '/files/paper.pdf',
    '/gone',
    '/login',
    '/article/plain/',
  ]
  const saved = await saveItems({ page, site }, paths)
  await goTo(page, '#/inbox', /Inbox/)
  await expect(page.locator('[role=row][data-id]').first()).toBeVisible()
  return saved
}

/** A reading list without anything, one with groups, and what opens over it. */
export async function walkTheLists({ page, site, carrel, look }: Walk): Promise<void> {
  const dialog = page.getByRole('dialog')
  const rows = page.locator('[role=row][data-id]')
  const made = (await carrel(['call', 'list.make', '{"title":"For the train"}', '--json'])).json() as { id: string }
  await goTo(page, `#/list/${made.id}`, /For the train/)
  await expect(page.locator('.empty')).toBeVisible()
  await look('reading list, empty')
  const accepted = (await carrel(['call', 'list.accept', evenings(site.url), '--json'])).json() as { list: { id: string } }
  await goTo(page, `#/list/${accepted.list.id}`, /Evenings/)
  await expect(rows).toHaveCount(4)
  await page.locator('summary').click()
  await look('reading list')
  await page.getByRole('button', { name: 'More about this list' }).click()
  await page.getByRole('menuitem', { name: 'Merge into another list' }).click()
  await expect(dialog).toBeVisible()
  await look('choosing a list')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

/** A text with groups, words about its things, and something without a link. */
function evenings(site: string): string {
  const item = { kind: 'article', title: null }
  return JSON.stringify({
    title: 'Evenings, well spent',
    typed: true,
    source: { text: 'Read these, in this order.', format: 'text', address: 'https://forum.invalid/42', author: 'Ada', date: null },
    items: [
      { ...item, url: `${site}${seriesPath(1)}`, headings: ['The series'], recommendation: 'Begin here, with a pencil.' },
      { ...item, url: `${site}${seriesPath(2)}`, headings: ['The series'] },
      { ...item, url: `${site}/talks/small-machines/`, kind: 'talk', headings: ['Talks'] },
      {
        url: null,
        kind: 'talk',
        title: 'The drawer',
        headings: ['Talks'],
        wanted: { words: 'a drawer', search: 'drawer', by: null, urlPrefix: null },
      },
    ],
  })
}

export async function walkTheLibrary({ page, site, carrel, look }: Walk): Promise<void> {
  const rows = page.locator('[role=row][data-id]')
  const dialog = page.getByRole('dialog')
  const closed = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await goTo(page, '#/inbox', /Inbox/)
  await page.keyboard.press('Home')
  await expect(rows.first()).toBeFocused()
  await look('inbox')
  await page.keyboard.press('t')
  await dialog.getByRole('combobox').fill('evenings')
  await look('tag editor')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await look('toast')
  await page.keyboard.press('f')
  await page.keyboard.press('F2')
  await look('a row is renamed')
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Marked items' })).toBeVisible()
  await look('rows are marked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await look('help with keys')
  await closed()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog.getByRole('option').first()).toBeVisible()
  await look('palette')
  await closed()
  await showPanel(page, '.details', ']')
  await look('details')
  await page.locator('.details').getByRole('button', { name: /^More/ }).click()
  await expect(page.getByRole('menu').first()).toBeVisible()
  await look('menu')
  await page.keyboard.press('Escape')

  for (const [hash, title] of [
    ['later', /Later/],
    ['archive', /Archive/],
    ['favourites', /Favourites/],
    ['talks', /Talks/],
    ['to-find', /To find/],
  ] as const) {
    await goTo(page, `#/${hash}`, title)
    await expect(rows.or(page.locator('.empty')).first()).toBeVisible()
    await look(title.source)
  }
  await goTo(page, '#/tag?q=evenings', /#evenings/)
  await expect(rows.first()).toBeVisible()
  await look('tag')
  await goTo(page, '#/inbox', /Inbox/)
  await page.locator('[role=row].series h2 a').first().click()
  await expect(rows).toHaveCount(3)
  await look('series')

  await walkTheLists({ page, site, carrel, look })

  for (const [words, shown] of [
    ['tag:eve', '[role=option]'],
    ['buffer ', 'mark'],
    ['zzzz', '.empty'],
  ] as const) {
    await goTo(page, '#/search?q=', /Search/)
    await page.locator('main').getByRole('combobox').first().fill(words)
    await expect(page.locator(shown).first()).toBeVisible()
    await look(`search “${words}”`)
  }

  await goTo(page, '#/add', /Add/)
  await page
    .getByRole('textbox', { name: 'Add' })
    .fill(
      'For the train:\nhttps://small.example/arena?utm_source=mail\nhttps://youtu.be/dQw4w9WgXcQ?t=34m5s\nhttps://small.example/blog/small-struc...\nhttp://192.168.0.7/',
    )
  await expect(page.getByText('34:05').first()).toBeVisible()
  await look('add, with a preview')
  // Nothing is fetched while saving is paused: what waits can be looked at in peace.
  await carrel(['call', 'job.pause', '{"paused":true}'])
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page).not.toHaveTitle(/Add/)
  await goTo(page, '#/inbox', /Inbox/)
  await expect(rows.first()).toBeVisible()
  await look('inbox, with what waits')
  await showPanel(page, '.rail', '[')
  await look('rail')
  await page.getByRole('button', { name: /^Paused/ }).click()
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await look('what is being saved')
  await closed()

  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  await page.keyboard.press('#')
  await goTo(page, '#/trash', /Trash/)
  await expect(rows).toHaveCount(1)
  await look('trash')
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await expect(dialog).toBeVisible()
  await look('a question before what cannot be undone')
  await closed()

  for (const section of ['general', 'reading', 'keys', 'storage', 'network', 'diagnostics', 'about']) {
    await goTo(page, `#/settings/${section}`, /Settings/)
    await expect(page.locator('.settings h1')).toBeVisible()
    if (section === 'keys') await expect(page.getByRole('button', { name: /change the key/ }).first()).toBeVisible()
    await look(`settings, ${section}`)
  }
}
