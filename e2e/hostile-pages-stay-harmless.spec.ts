// Every vector of e2e/torture/hostile-pages, shown by the real screens: cleaned, and raw as if cleaning had let all of it through. Nothing runs,
// nothing is asked for, nothing leads away; the same raw pages in a window without our guards are the proof that they would.
import type { Frame, Page } from 'playwright'
import { copyPage } from '../src/main/documents/copy-page.ts'
import type { CopyId, ItemId } from '../src/shared/item.ts'
import { expect, test } from './fixtures.ts'
import { allVectors } from './torture/hostile-pages/all-vectors.ts'
import { pageOf, pageSaying, rawPartOf } from './torture/hostile-pages/hostile-page.ts'
import { savePages, shelveRaw } from './torture/hostile-pages/shelve.ts'
import { treeLines, treeLinesInBrowser } from './torture/hostile-pages/tree-lines.ts'
import { brew, trapName, type Vector } from './torture/hostile-pages/vector.ts'
import { forbiddenSigns, hostileTexts } from './torture/hostile-pages/vectors/texts.ts'
import { handleEverything, watchPage } from './torture/hostile-pages/watch-page.ts'
import { strangersIn } from './torture/hostile-pages/what-an-article-may-hold.ts'

const atOnce = 320
const batches: readonly (readonly Vector[])[] = Array.from({ length: Math.ceil(allVectors.length / atOnce) }, (_, at) =>
  allVectors.slice(at * atOnce, (at + 1) * atOnce),
)

/** Raw formulas as high as mountains keep a renderer busy longer than a journey waits; cleaned, they are shown like all others. */
const isHuge = /9{4,}em/

test('no vector does anything, cleaned or raw', async ({ page, library, browser }, info) => {
  test.setTimeout(180_000)
  const saved = await savePages(
    library,
    batches.map((vectors, at) => ({ name: `batch-${at}.html`, html: pageOf(vectors, `http://127.0.0.1:9/batch/${at}`) })),
  )
  for (const { html } of saved) expect(strangersIn(html, /^asset\/[0-9a-f]{64}$/)).toEqual([])
  const rawPages = batches.map((vectors) => rawPartOf(vectors.filter(({ markup }) => !isHuge.test(markup))))
  const raw = await shelveRaw(
    library,
    saved.map(({ id }, at) => ({ id, html: rawPages[at] ?? '' })),
  )
  const origin = new URL(page.url()).origin
  const watched = await watchPage(page, origin)
  for (const { id, copy } of saved) {
    expect(await handleEverything(await show(page, id, copy))).toBeGreaterThan(300)
    await page.keyboard.press('Escape')
  }
  expect(await watched.happened(), 'cleaned').toEqual([])
  watched.raw()
  for (const [at, { id, copy }] of saved.entries()) {
    expect(await handleEverything(await show(page, id, raw[at] ?? copy))).toBeGreaterThan(300)
    await page.keyboard.press('Escape')
  }
  expect(await watched.happened(), 'raw').toEqual([])

  if (info.project.name === 'browser') {
    // By its own address, outside our frame, the policy of the answer is all there is.
    for (const copy of raw.slice(0, 3)) {
      await page.goto(`${origin}/copy/${copy}/`)
      expect(page.url()).toBe(`${origin}/copy/${copy}/`)
      expect(await page.title()).toBe('</title><script>top.carrelTrap(0)</script>')
    }
    await expectTrapsToSpring(await browser.newPage(), rawPages[1] ?? '')

    // The browser reads a stored copy exactly as the parser that cleaned it.
    for (const { html } of saved) {
      const whole = copyPage({ title: 'x', lang: 'en', dir: null, html })
      expect(await page.evaluate(treeLinesInBrowser, whole)).toEqual(treeLines(whole))
    }
  }
})

test('what a page, a file, a link or a note says is shown as words, on every screen and on a terminal', async ({
  page,
  library,
  carrel,
}) => {
  test.setTimeout(120_000)
  const texts = hostileTexts.map((text, at) => brew(text, at + 1))
  const saved = await savePages(
    library,
    texts.map((text, at) => ({
      name: `${text.replaceAll(/[/\0]/g, '_').slice(0, 200)}.html`,
      html: pageSaying(text, at + 1, at % 2 === 0),
    })),
    async (call, ids) => {
      for (const [at, id] of ids.entries()) {
        const said = texts[at] ?? ''
        await call('item.tag', { ids: [id], add: [said.slice(0, 100)], remove: [] })
        if (at < 8) await call('item.rename', { id, title: `${said} part ${at + 1}` })
      }
    },
  )
  const watched = await watchPage(page, new URL(page.url()).origin)
  const go = (hash: string): Promise<void> =>
    page.evaluate((to) => {
      location.hash = to
    }, hash)

  await go('#/inbox')
  await expect(page.getByRole('row').or(page.locator('[data-row]')).or(page.locator('.row')).first()).toBeVisible()
  for (const words of ['kitchen', 'RUN', texts[1] ?? '', '"'.repeat(3)]) {
    await go(`#/search?q=${encodeURIComponent(words)}`)
    await expect(page.getByRole('main')).toBeVisible()
  }
  for (const screen of [
    'highlights',
    'settings',
    'tag?q=%3Cimg%20src%3Dx%20onerror%3Dtop.carrelTrap(0)%3E',
    'series?q=javascript:top.carrelTrap(0)',
    'item/<img>',
  ]) {
    await go(`#/${screen}`)
    await expect(page.getByRole('main').first()).toBeVisible()
  }
  for (const { id, copy } of [saved[0], saved[3], saved[5], saved[8]].filter((one) => one !== undefined)) await show(page, id, copy, 5)

  // Pasted, as text and as what a page put on the clipboard.
  await go('#/add')
  await page
    .locator('main textarea')
    .first()
    .fill(`${texts.join('\n')}\n<a href="javascript:top.carrelTrap(0)">x</a> https://example.org/<img src=x onerror=top.carrelTrap(0)>`)
  await expect(page.getByText('example.org').first()).toBeVisible()
  expect(await watched.happened()).toEqual([])

  for (const args of [['list'], ['search', 'kitchen'], ['list', '--json'], ['highlights']]) {
    const { stdout, stderr } = await carrel(args)
    expect(forbiddenSigns.exec(stdout.replaceAll('\n', '') + stderr.replaceAll('\n', '')), args.join(' ')).toBeNull()
  }
})

/** In a window that guards nothing the same page runs dozens of its scripts: what was shown before was no blunt knife. */
async function expectTrapsToSpring(page: Page, html: string): Promise<void> {
  const sprung = new Set<number>()
  await page.exposeFunction(trapName, (number: number) => void sprung.add(number))
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.route('**/*', (route) =>
    route.request().url() === 'http://unguarded.invalid/'
      ? route.fulfill({ contentType: 'text/html', body: `<!doctype html><body><article>${html}</article></body>` })
      : route.abort(),
  )
  await page.goto('http://unguarded.invalid/', { waitUntil: 'commit' })
  await expect.poll(() => sprung.size).toBeGreaterThan(30)
  await page.close()
}

/** Opens a copy in the reader; resolves when so many paragraphs of it are there. */
async function show(page: Page, id: ItemId, copy: CopyId, paragraphs = 100): Promise<Frame> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}?copy=${copy}`)
  const inside = (): Frame | undefined => page.frames().find((frame) => frame.url().includes(`/copy/${copy}/`))
  await expect
    .poll(() =>
      // Asked of the prototype: until the window has seen a raw page, the document's own functions may be pictures of that page.
      inside()?.evaluate(
        (least) => document.readyState !== 'loading' && Document.prototype.querySelectorAll.call(document, 'article p').length > least,
        paragraphs,
      ),
    )
    .toBe(true)
  const frame = inside()
  if (frame === undefined) throw new Error('the frame is gone')
  return frame
}
