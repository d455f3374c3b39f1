// Every screen of Carrel as a picture, over a believable library that really was saved, from made-up sites on loopback.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import { plainEnvironment } from '../run-carrel.ts'
import { dragOver } from '../select-words.ts'
import { serveLibrary } from '../served-library.ts'
import { essayLinks, otherPages, otherScripts, paperLinks, partialLink, slowLinks, talkLinks } from './desk-pages.ts'
import { seriesLink, seriesPages } from './desk-series.ts'
import { openDeskSite } from './desk-site.ts'
import { type Call, callThrough, rowsByLink, saveEverything, spreadDays, useEverything } from './lay-the-desk.ts'
import { paintListAndTalk } from './list-and-talk.ts'
import { openPainter, type Paint } from './painter.ts'

base('every screen', async ({ browser }) => {
  const home = await mkdtemp(path.join(tmpdir(), 'carrel-pictures-'))
  for (const folder of ['config', 'data', 'appdata']) await mkdir(path.join(home, folder))
  const library = path.join(home, 'library')
  const site = await openDeskSite({ ...seriesPages, ...otherPages })
  const env = { ...plainEnvironment(home, library), HTTP_PROXY: site.proxy, HTTPS_PROXY: site.proxy, NO_PROXY: '' }
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])

  const first = await serveLibrary(env)
  const before = await context.newPage()
  await before.goto(first.url)
  const firstCall = callThrough(before)
  const paintFirst = await openPainter(before, firstCall)
  await expect(before.getByRole('textbox', { name: 'Links or text' })).toBeVisible()
  await paintFirst('first-run', { also: [900, 2200] })
  await goTo(before, '#/highlights', /Highlights/)
  await paintFirst('highlights-empty')
  await goTo(before, '#/trash', /Trash/)
  await paintFirst('trash-empty')
  await saveEverything(firstCall)
  await useEverything(firstCall)
  await before.close()
  await first.close()
  spreadDays(library)

  const served = await serveLibrary(env)
  const page = await context.newPage()
  await page.goto(served.url)
  const call = callThrough(page)
  const paint = await openPainter(page, call)
  const rows = await rowsByLink(call)
  const open = async (link: string | undefined) => {
    await goTo(page, `#/item/${rows.get(link ?? '')?.id}`, /./)
    await expect(page.locator('main h1, iframe.article-frame').first()).toBeVisible()
  }
  await markPassages(page, call, open)
  await call('item.setReading', { id: rows.get(seriesLink(3))?.id, position: 0, progress: 0.38 })
  await paintTheLibrary(page, paint)
  await paintTheReader(page, paint, open)
  await paintTheRest(page, paint, call)
  await paintListAndTalk(page, paint, call, rows.get(talkLinks[0] ?? '')?.id ?? '')
  await context.close()
  await served.close()
  await site.close()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

async function goTo(page: Page, hash: string, title: RegExp): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address
  }, hash)
  await expect(page).toHaveTitle(title)
}

/** Away from rows and words, so that nothing shows what a pointer would make it show. */
const rest = (page: Page) => page.mouse.move(700, 4)

async function mark(page: Page, words: string, key: string): Promise<void> {
  await expect(page.frameLocator('iframe.article-frame').getByText(words).first()).toBeVisible()
  await dragOver(page, words)
  const tools = page.getByRole('toolbar', { name: 'Mark this passage' })
  await expect(tools).toBeVisible()
  await page.keyboard.press(key)
  await expect(tools).toBeHidden()
}

async function noteOn(call: Call, words: string, note: string): Promise<void> {
  const { entries } = await call<{ entries: readonly { highlight: { id: string } }[] }>('highlight.list', { words })
  await call('highlight.change', { id: entries[0]?.highlight.id, note })
}

async function markPassages(page: Page, call: Call, open: (link: string | undefined) => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(seriesLink(3))
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Two cards, one drawer' })).toBeVisible()
  await mark(page, 'it only has to give the same answer every time it is asked', '1')
  await mark(page, 'The second walks on to the next drawer that is free, by a rule that whoever comes looking can walk again.', '2')
  await mark(page, 'a gap tells the next searcher to stop', '3')
  await mark(page, 'It is rare that something gets better in two ways at once', '4')
  await open(essayLinks[2])
  await mark(page, 'Write down what you expect before you look.', '6')
  await mark(page, 'If you remember one number from this page, let it be the ratio and not the result.', '1')
  await open(essayLinks[8])
  await mark(page, 'They would call it Tuesday', '5')
  await noteOn(call, 'The second walks on', 'The sentence for the Thursday talk. Ask Noor for the **photograph** of the old cabinet.')
  await noteOn(call, 'better in two ways', 'True of bicycles as well.')
  await noteOn(call, 'let it be the ratio', 'For the wall.')
}

async function paintTheLibrary(page: Page, paint: Paint): Promise<void> {
  const dialog = page.getByRole('dialog')
  const list = page.locator('[role=row][data-id]')
  await goTo(page, '#/inbox', /Inbox/)
  await expect(list.first()).toBeVisible()
  await page.locator('main h1').click()
  await rest(page)
  await paint('library', { fully: true })
  await page.keyboard.press('Home')
  await page.locator('[role=row][data-id]').filter({ hasText: 'A tree of signposts' }).click()
  await rest(page)
  await paint('details', { also: [900] })
  await page.keyboard.press('t')
  await dialog.getByRole('combobox').fill('ma')
  await paint('tag-editor', { also: [900] })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await paint('marked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(dialog).toBeVisible()
  await paint('keys', { also: [900] })
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog.getByRole('option').first()).toBeVisible()
  await paint('palette-empty')
  await page.keyboard.type('drawer')
  await page.waitForTimeout(600)
  await paint('palette', { also: [900] })
  await page.keyboard.press('Escape')
  await goTo(page, '#/talks', /Talks/)
  await paint('talks')
  await goTo(page, '#/favourites', /Favourites/)
  await paint('favourites')
  await goTo(page, '#/later', /Later/)
  await paint('later')
  await goTo(page, '#/inbox', /Inbox/)
  await page.locator('[role=row].series h2 a').first().click()
  await expect(list.first()).toBeVisible()
  await paint('series')
  await goTo(page, '#/search?q=', /Search/)
  await paint('search-empty')
  await page.locator('main').getByRole('combobox').first().fill('is:unread drawer ')
  await expect(page.locator('mark').first()).toBeVisible()
  await paint('search', { also: [900, 2200] })
  await page.locator('main').getByRole('combobox').first().fill('zebra crossing')
  await expect(page.locator('.empty').first()).toBeVisible()
  await paint('search-nothing')
}

async function paintTheReader(page: Page, paint: Paint, open: (link: string | undefined) => Promise<void>): Promise<void> {
  const article = page.frameLocator('iframe.article-frame')
  const scrollTo = (words: string, above = 220) =>
    page.evaluate(
      ({ wanted, room }) => {
        const [frame, leaf] = [document.querySelector('iframe'), document.querySelector('.leaf')]
        const walker = frame?.contentDocument?.createTreeWalker(frame.contentDocument.body, 4)
        while (walker?.nextNode()) {
          const box = walker.currentNode.nodeValue?.includes(wanted) ? walker.currentNode.parentElement?.getBoundingClientRect() : undefined
          if (leaf && frame && box) {
            leaf.scrollTop += frame.getBoundingClientRect().top + box.top - room
            return
          }
        }
      },
      { wanted: words, room: above },
    )
  const top = async () => {
    await page.evaluate(() => document.querySelector('.leaf')?.scrollTo(0, 0))
    await page.waitForTimeout(150)
  }
  await open(seriesLink(3))
  await expect(article.getByRole('heading', { name: 'Two cards, one drawer' })).toBeVisible()
  await rest(page)
  await paint('reader', { fully: true, settle: top })
  const atCode = () => scrollTo('There are two schools', 120)
  await paint('reader-code', { also: [900, 2200], settle: atCode })
  await paint('reader-table', { settle: () => scrollTo('How full is too full', 300) })
  await paint('reader-end', { settle: async () => void (await page.evaluate(() => document.querySelector('.leaf')?.scrollTo(0, 1e6))) })
  await top()
  await page.getByRole('button', { name: 'Type and theme' }).click()
  await paint('reader-type', { also: [900] })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Highlights of this article' }).click()
  await paint('reader-highlights', { also: [900] })
  await page.getByRole('button', { name: 'Highlights of this article' }).click()
  await scrollTo('The rule is what')
  await article.getByRole('link', { name: '1', exact: true }).click()
  await page.waitForTimeout(300)
  await paint('footnote', { also: [900] })
  await page.keyboard.press('Escape')
  await article.getByRole('link', { name: 'part two' }).hover()
  await page.waitForTimeout(700)
  await paint('link')
  await rest(page)
  await atCode()
  await dragOver(page, 'Read it with a finger.')
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await paint('marking', { also: [900] })
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('drawer')
  await page.waitForTimeout(400)
  await paint('find', { also: [900] })
  await page.keyboard.press('Escape')
  await article.getByRole('img').first().scrollIntoViewIfNeeded()
  await article.getByRole('img').first().click()
  await expect(page.getByRole('dialog', { name: /^Picture/ })).toBeVisible()
  await paint('lightbox', { also: [900] })
  await page.keyboard.press('Escape')

  for (const [name, link] of [
    ['talk', talkLinks[0]],
    ['document', paperLinks[0]],
    ['right-to-left', otherScripts[0]],
    ['japanese', otherScripts[1]],
    ['partial', partialLink],
  ] as const) {
    await open(link)
    await page.waitForTimeout(500)
    await paint(name, name === 'talk' ? { also: [900, 2200], settle: top } : { settle: top })
  }
}

async function paintTheRest(page: Page, paint: Paint, call: Call): Promise<void> {
  await goTo(page, '#/highlights', /Highlights/)
  await expect(page.getByRole('list', { name: 'Passages' })).toBeVisible()
  await rest(page)
  await paint('highlights', { fully: true })
  for (const section of ['general', 'reading', 'keys', 'storage', 'network', 'diagnostics', 'about']) {
    await goTo(page, `#/settings/${section}`, /Settings/)
    await page.waitForTimeout(500)
    await paint(`settings-${section}`, section === 'general' ? { also: [900, 2200] } : {})
  }
  await goTo(page, '#/add', /Add/)
  await page.getByRole('textbox', { name: 'Add' }).fill(comment)
  await expect(page.getByText('34:05').first()).toBeVisible()
  await paint('add', { also: [900, 2200] })
  await page.getByRole('textbox', { name: 'Add' }).fill('')
  await goTo(page, '#/inbox', /Inbox/)
  await call('settings.change', { density: 'compact' })
  await paint('compact', { also: [900, 2200] })
  await call('settings.change', { density: 'comfortable' })
  await call('item.save', { links: slowLinks })
  await page.waitForTimeout(800)
  await page
    .locator('.rail')
    .getByRole('button', { name: /^Saving/ })
    .click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await paint('jobs')
  await page.keyboard.press('Escape')
  await call('job.pause', { paused: true })
  await page.locator('main h1').click()
  const { items } = await call<{ items: readonly { id: string }[] }>('item.list', { place: 'archive', limit: 3 })
  await call('item.move', { ids: items.map(({ id }) => id), place: 'trash' })
  await goTo(page, '#/trash', /Trash/)
  await paint('trash', { also: [900] })
}

const comment = `If you want to know how anything is ever found again, begin with the cabinet series: ${seriesLink(1)} and ${seriesLink(2)}, then part three (http://shelfmark.example/finding/par...), which is the best one.

After that the talk on waiting, from here on she types it all in front of the room: https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=34m5s

Two for dessert: http://tidalalmanac.example/predicting-the-sea-with-brass-wheels?utm_source=forum and http://brasswheels.example/turning
`
