// A talk and its words: the reader drops a caption file, and from then on the talk reads like an article, with the network off.
import type { Page } from 'playwright'
import { askAxe } from './ask-axe.ts'
import { expect, oneDoor, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'
import { dragOver, painted } from './select-words.ts'
import { startLine, talkCaptions } from './talk-captions.ts'

const talkPath = '/talks/small-machines/'
const captions = talkCaptions()

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    [name, text] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Small machines, long evenings' })).toBeVisible()
}

test('a talk takes a dropped caption file, reads like an article, is found, marked, and keeps its place with the network off', async ({
  page,
  site,
  carrel,
}) => {
  const id = await saveItem({ page, site }, talkPath)
  await site.close()
  await page.setViewportSize({ width: 1440, height: 900 })
  await show(page, id)
  await expect(page.getByText('There is no transcript yet.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Slides and code' }).getByRole('button')).toHaveText([
    /^Slides: 127/,
    'Code: github.com/ida-example/clocks',
  ])
  // A talk without its words has moments all the same.
  await page.getByRole('textbox', { name: 'Time, as 34:05' }).fill('0:70x')
  await page.getByRole('button', { name: 'Mark it' }).click()
  await expect(page.getByRole('alert')).toContainText('Write the time as 34:05')
  await page.getByRole('textbox', { name: 'Time, as 34:05' }).fill('15:02')
  await page.getByRole('textbox', { name: 'Note on this moment' }).fill('The trick with the oil')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The trick with the oil')).toBeVisible()
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  await dropFile(page, 'empty.vtt', 'WEBVTT\n')
  await expect(page.getByRole('alert')).toContainText('has no words in it')
  await dropFile(page, 'small-machines.vtt', captions)
  const article = page.frameLocator('iframe.article-frame').locator('article.article')
  await expect(article).toContainText(startLine)
  await expect(page.getByText(/Transcript on this machine: .*small-machines\.vtt/)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'small-machines.vtt is the transcript of this talk now' })).toBeVisible()

  // Where one begins, in the chapters and in the bar.
  const chapters = page.getByRole('navigation', { name: 'Chapters' })
  await chapters.getByRole('button', { name: 'Questions' }).click()
  await expect(page.locator('.left')).toHaveText(/^at 3\d:\d\d of 47:12$/)
  // The words in the bar and the line under it tell one place.
  await expect(page.locator('.read-line')).toHaveAttribute('style', /--done: ?7\d/)
  // The words over a line are the window's: the copy has none of them, and the times neither.
  expect(await article.innerText()).not.toMatch(/\d:\d\d/)
  const times = page.getByRole('toolbar', { name: 'Times of this talk' })
  await times.getByRole('button', { name: /^34:05/ }).click()
  await page.getByRole('menuitem', { name: 'Write a note at 34:05' }).click()
  await page.getByRole('textbox', { name: 'Note at 34:05' }).fill('She builds it **here**')
  await page.keyboard.press('Escape')
  await expect(page.locator('.over-line').getByText('She builds it here')).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe')
        const note = [...document.querySelectorAll('.over-line')].find((block) => block.textContent?.includes('She builds'))
        const top = frame?.contentDocument?.querySelector('#t-2045-2')?.getBoundingClientRect().top ?? 0
        return Math.round((note?.getBoundingClientRect().bottom ?? 0) - top - (frame?.getBoundingClientRect().top ?? 0))
      }),
    )
    .toBe(0)
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  await dragOver(page, startLine)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('h')
  await expect.poll(async () => Object.values(await painted(page)).flat()).toEqual([startLine])
  expect((await carrel(['highlights'])).stdout).toContain('at 34:05')

  // Found, and at its place again.
  const found = await carrel(['search', 'empty bench drawings', '--json'])
  expect(JSON.stringify(found.json())).toContain(id)
  await chapters.getByRole('button', { name: 'Questions' }).click()
  await expect(page.locator('.left')).toHaveText('at 34:05 of 47:12')
  await page.evaluate(() => {
    location.hash = '#/inbox'
  })
  await expect(article).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  // From what was found one comes to where it is said, wherever one was.
  await page.keyboard.press('/')
  await page.keyboard.type('"number 63"')
  await expect(page.getByText(/^31:30 /).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.locator('.left')).toHaveText(/^at 3[12]:/)
  await expect(article.locator('#t-1890')).toBeInViewport()
  await chapters.getByRole('button', { name: 'Questions' }).click()
  await expect(page.locator('.left')).toHaveText('at 34:05 of 47:12')
  await page.evaluate(() => {
    location.hash = '#/inbox'
  })
  await expect(article).toHaveCount(0)
  await show(page, id)
  await expect(page.locator('.left')).toHaveText('at 34:05 of 47:12')
  await expect.poll(async () => Object.values(await painted(page)).flat()).toEqual([startLine])

  // A narrow window has its times over the lines; none lies on words.
  await page.setViewportSize({ width: 900, height: 800 })
  await expect(times.getByRole('button', { name: /^34:05/ })).toBeVisible()
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])
})

test('another transcript takes nothing away: both are there, and undo leads back', oneDoor, async ({ page, site }) => {
  const id = await saveItem({ page, site }, talkPath)
  await show(page, id)
  await page.getByRole('button', { name: 'Paste the words' }).click()
  await page.getByRole('textbox', { name: 'The words of the talk' }).fill('These are words I typed by hand.\n\nThey have no times at all.')
  await page.getByRole('button', { name: 'Make it the transcript' }).click()
  const article = page.frameLocator('iframe.article-frame').locator('article.article')
  await expect(article).toContainText('words I typed by hand')
  await expect(page.getByRole('toolbar', { name: 'Times of this talk' }).getByRole('button')).toHaveCount(0)

  await page
    .locator('input[aria-label="Transcript file"]')
    .setInputFiles({ name: 'second.vtt', mimeType: 'text/vtt', buffer: Buffer.from(captions) })
  await expect(article).toContainText(startLine)
  await expect(page.getByRole('status').filter({ hasText: 'the earlier one is kept' })).toBeVisible()
  await page.getByRole('button', { name: 'Other transcripts, and where to look' }).click()
  await page.getByRole('menuitem', { name: /^Show .*words you pasted/ }).click()
  await expect(article).toContainText('words I typed by hand')
  await page.keyboard.press('z')
  await expect(article).toContainText(startLine)
  await page.getByRole('link', { name: 'Its page' }).click()
  await expect(page.getByRole('link', { name: 'Read the transcript' })).toBeVisible()
  // The page is read like any: searched, and what a link leads to is said before anybody goes there.
  await expect(article).toContainText('takes a clock apart')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('nearly puts')
  await expect(page.getByRole('search', { name: 'Find in the text' })).toContainText('1 of 1')
  await page.keyboard.press('Escape')
  await article.getByRole('link', { name: 'example code' }).click()
  await expect(page.getByRole('dialog', { name: 'Link' })).toContainText('github.com')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Read the transcript' }).click()
  await expect(article).toContainText(startLine)
})

test('a talk with a start time begins there, under the words of whoever recommended it', oneDoor, async ({ page, site, carrel }) => {
  const said = 'From here on she builds it in front of the room.'
  const url = `${site.url}/files/recording.mp4`
  const accepted = await carrel([
    'call',
    'list.accept',
    JSON.stringify({
      title: null,
      source: { text: `${said} ${url}`, format: 'text', address: null, author: null, date: null },
      typed: true,
      items: [
        {
          url,
          title: 'Small machines',
          kind: 'talk',
          startSeconds: 2045,
          recommendation: said,
          moments: [
            { seconds: 2045, words: said },
            { seconds: 2400, words: 'The question about oil.' },
          ],
        },
      ],
    }),
  ])
  await expect.poll(async () => (await carrel(['list', '--json'])).stdout).toContain('"Small machines"')
  const { results } = accepted.json() as { results: readonly { item: { id: string } }[] }
  const id = results[0]?.item.id ?? ''
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}`)
  await expect(page.getByText('There is no transcript yet.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Small machines' })).toBeVisible()
  await expect(page.getByText(said)).toHaveCount(1)
  await expect(page.getByText('The question about oil.')).toHaveCount(1)
  await dropFile(page, 'small-machines.vtt', captions)
  await expect(page.frameLocator('iframe.article-frame').locator('article.article')).toContainText(startLine)
  await expect(page.locator('.left')).toHaveText(/^at 34:05/)
  const block = page.locator('.over-line').filter({ hasText: said })
  await expect(block).toBeInViewport()
  await expect(block.getByRole('button', { name: '34:05', exact: true })).toBeVisible()
  // The copy's own markup is what it was.
  expect(await page.frameLocator('iframe.article-frame').locator('#t-2045').getAttribute('style')).toBeNull()
})
