// A talk's recording: asked for with its size first, then played beside its words with the network off; a file of one's own takes its place.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { askAxe } from './ask-axe.ts'
import { expect, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'

const talkPath = '/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d'
const film = readFileSync(new URL('../src/main/testing/recordings/talk.webm', import.meta.url))
const sound = readFileSync(new URL('../src/main/testing/recordings/talk.ogg', import.meta.url))
const captions = `WEBVTT\nLanguage: en\n\n${[0, 4, 8]
  .map(
    (at, number) =>
      `00:0${at}.000 --> 00:0${at + 1}.000\n<v ${number % 2 === 0 ? 'Ida' : 'Otto'}>${`Line ${number + 1} of the tone. `.repeat(40)}`,
  )
  .join('\n\n')}\n`

const now = (page: Page) => page.evaluate(() => document.querySelector<HTMLMediaElement>('video, audio')?.currentTime ?? -1)

test('a talk’s recording is fetched when asked, plays beside its words, goes on where it was stopped, and can be taken away', async ({
  page,
  site,
}) => {
  const id = await saveItem({ page, site }, talkPath)
  const show = () =>
    page.evaluate((hash) => {
      location.hash = hash
    }, `#/item/${id}`)
  await page.setViewportSize({ width: 1440, height: 900 })
  await show()
  await page
    .locator('input[aria-label="Transcript file"]')
    .setInputFiles({ name: 'tone.vtt', mimeType: 'text/vtt', buffer: Buffer.from(captions) })
  const article = page.frameLocator('iframe.article-frame').locator('article.article')
  await expect(article).toContainText('Line 3 of the tone.')

  await page.getByRole('button', { name: /^Ask 127\.0\.0\.1:\d+ for one$/ }).click()
  await expect(page.getByText(/1080p, WEBM, from 127/)).toBeVisible()
  await page.getByRole('button', { name: 'Fetch 12.7 kB' }).click()
  const player = page.getByRole('region', { name: 'Recording', exact: true })
  await expect(player.getByText('talk.webm, 12.7 kB, on this machine')).toBeVisible()
  await site.close()

  // Played from a time: the words go along, until the reader goes elsewhere.
  const times = page.getByRole('toolbar', { name: 'Times of this talk' })
  await times.getByRole('button', { name: '0:08: play from here' }).click()
  await expect.poll(() => now(page)).toBeGreaterThan(8)
  await expect(article.locator('[aria-current="true"]')).toContainText('Line 3')
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.paused)).toBe(false)
  await page.locator('main.leaf').hover()
  await page.mouse.wheel(0, -4_000)
  await expect(player.getByRole('button', { name: 'Follow' })).toBeVisible()
  await page.evaluate(() => {
    const media = document.querySelector('video')
    media?.pause()
    if (media) media.currentTime = 5
  })
  await expect(article.locator('[aria-current="true"]')).toContainText('Line 2')
  await player.getByRole('button', { name: 'Follow' }).click()
  await expect(player.getByRole('button', { name: 'Follow' })).toHaveCount(0)
  await player.getByRole('button', { name: 'Mark this moment' }).click()
  await expect(page.locator('.over-line').getByRole('button', { name: '0:05', exact: true })).toBeVisible()
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])
  await page.setViewportSize({ width: 900, height: 800 })
  expect(await askAxe(page, ['light', 'dark'])).toEqual([])

  // The times its site names lead into it; one beyond its end is no moment of it.
  await page.getByText('What its site says of it').click()
  const said = page.getByRole('region', { name: 'Description' })
  await expect(said.getByRole('button')).toHaveText(['0:00', '0:09'])
  await said.getByRole('button', { name: '0:09' }).click()
  await expect.poll(() => now(page)).toBeGreaterThan(8.9)
  await page.evaluate(() => {
    const media = document.querySelector('video')
    media?.pause()
    if (media) media.currentTime = 5
  })
  await page.getByText('What its site says of it').click()

  // It goes on where it was stopped.
  await page.evaluate(() => {
    location.hash = '#/inbox'
  })
  await expect(article).toHaveCount(0)
  await show()
  await expect.poll(() => now(page)).toBeCloseTo(5, 0)

  // What is no recording is refused; a file of one's own takes the place of the one that is here; both steps lead back.
  await player.getByRole('button', { name: 'Remove it' }).click()
  await expect(player).toHaveCount(0)
  const field = page.locator('input[aria-label="Recording file"]')
  await field.setInputFiles({ name: 'words.mp4', mimeType: 'video/mp4', buffer: Buffer.from('These are words and no film at all.') })
  await expect(page.getByRole('alert')).toContainText('words.mp4 is no recording that can be played here.')
  await field.setInputFiles({ name: 'mine.ogg', mimeType: 'audio/ogg', buffer: sound })
  await expect(player.getByText('mine.ogg, 3.4 kB, on this machine')).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.querySelector('audio')?.duration)).toBeCloseTo(1, 0)
  await page.keyboard.press('z')
  await expect(player).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(player.getByText('talk.webm, 12.7 kB, on this machine')).toBeVisible()
  expect(film.length).toBe(12_678)
})
