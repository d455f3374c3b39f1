// Opening a long article from its row: from the key press to the article painted, at the line where it was left; then with thousands of
// highlights in it.
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { JSDOM } from 'jsdom'
import { openLocalSite } from '../../src/main/testing/local-site.ts'
import { type Highlight, HighlightId } from '../../src/shared/highlight.ts'
import type { CopyId, ItemId } from '../../src/shared/item.ts'
import { normalise, normaliserVersion } from '../../src/shared/text/normalise.ts'
import { walkText } from '../../src/shared/text/walk-text.ts'
import type { Bench } from '../bench.ts'
import { type BenchRow, below, told } from '../bench-rows.ts'
import { median } from '../figures.ts'
import { madeArticle } from '../made/made-article.ts'
import { type Ask, askFrom } from '../window/ask-from.ts'
import { type OpenedWindow, withWindow } from '../window/open-window.ts'

const words = 10_000
const codeBlocks = 50
const passages = 5_000
const runs = 5

export const windowArticleBench: Bench = {
  name: 'window-article',
  title: () => `Opening an article of ${words.toLocaleString('en')} words with ${codeBlocks} code blocks`,
  run: () =>
    withWindow({ library: null, copied: false }, async (window) => {
      const site = await openLocalSite()
      site.change('/bench/', madeArticle(words, codeBlocks))
      const opened = await window.open()
      try {
        const ask = askFrom(opened.page)
        const { id, copyId } = await saved(ask, `${site.url}/bench/`)
        await ask('item.setReading', { id, position: 0.5, progress: 0.5 })
        const plain = await openings(opened, id, 'key to painted article, at its line', 0)
        const highlights = await marked(opened, id, copyId)
        await answerWith(opened, highlights)
        await opened.page.reload()
        return [...plain, ...(await openings(opened, id, `the same with ${passages.toLocaleString('en')} highlights`, passages))]
      } finally {
        await opened.close()
        await site.close()
      }
    }),
}

async function saved(ask: Ask, link: string): Promise<{ readonly id: ItemId; readonly copyId: CopyId }> {
  await ask('item.save', { links: [link], typed: true })
  for (let tries = 0; tries < 100; tries += 1) {
    const [item] = (await ask('item.list', { limit: 1 })).items
    if (item !== undefined && item.shownCopy !== null) return { id: item.id, copyId: item.shownCopy }
    await pause(100)
  }
  throw new Error('the article was not saved')
}

/** Highlights of the first words of the text, one by one. */
async function marked({ page }: OpenedWindow, id: ItemId, copyId: CopyId): Promise<readonly Highlight[]> {
  const html = await page.evaluate(async (copy) => (await fetch(`/copy/${copy}/`)).text(), copyId)
  const article = new JSDOM(html).window.document.querySelector('article.article')
  if (article === null) throw new Error('the copy holds no article')
  const { text } = normalise([...walkText(article)])
  return [...text.matchAll(/[a-z]{2,}/gi)].slice(0, passages).map(({ 0: exact, index: start }, n) => ({
    id: HighlightId.parse(n.toString(16).padStart(32, '0')),
    itemId: id,
    copyId,
    anchor: { exact, prefix: '', suffix: '', start, end: start + exact.length, normaliserVersion, heading: null },
    seconds: null,
    colour: n % 2 === 0 ? 'yellow' : 'green',
    note: '',
    tags: [],
    createdAt: n,
    changedAt: n,
  }))
}

/** Answers for the core from the next load on: to mark so much in earnest takes minutes, and what is measured here is the window. */
async function answerWith({ page }: OpenedWindow, highlights: readonly Highlight[]): Promise<void> {
  await page.route('**/call/highlight.ofItem', (route) => route.fulfill({ json: { ok: true, value: { highlights } } }))
}

async function openings({ page, work }: OpenedWindow, id: ItemId, what: string, highlights: number): Promise<readonly BenchRow[]> {
  const row = page.locator(`.row[data-id="${id}"]`)
  const times: number[] = []
  const works: number[] = []
  const after: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await row.focus()
    await pause(1_000)
    const before = await work()
    await page.evaluate(() => carrelBench.awaitPainting('keydown', 'iframe.article-frame >> article.article'))
    await page.keyboard.press('Enter')
    times.push(await page.evaluate(() => carrelBench.measured()))
    const then = await work()
    works.push(then - before)
    // Highlights, code's colours and the outline come after the words.
    await pause(1_500)
    after.push((await work()) - then)
    const painted = await page.evaluate(() => {
      const view = document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentWindow as (Window & typeof globalThis) | null
      return [...(view?.CSS.highlights.entries() ?? [])].reduce((sum, [, { size }]) => sum + size, 0)
    })
    if (painted < highlights) throw new Error(`${painted} of ${highlights} highlights were painted`)
    await page.keyboard.press('Escape')
    await row.waitFor()
  }
  return [
    below(`${what} (median of ${runs})`, median(times), 150, 'ms'),
    told('  work of the main thread until then', `${median(works).toFixed(0)} ms`),
    told('  and in the second and a half after', `${median(after).toFixed(0)} ms`),
    told('  load of the machine meanwhile', (loadavg()[0] ?? 0).toFixed(1)),
  ]
}
