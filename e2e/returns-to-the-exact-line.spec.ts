// The line being read stays under the eyes: in another width, face, size and theme, after leaving, in a newer copy, and when going back.
import type { Page } from 'playwright/test'
import { expect, oneDoor, test } from './fixtures.ts'
import { distanceOf, longArticle, longTitle, scrollToLetter, topLetter } from './long-article.ts'
import { saveItem } from './open-item.ts'

const place = '/letters/lighthouse/'
/** Less than the line itself is high. */
const aLittle = 3

async function open(page: Page): Promise<void> {
  await page.getByRole('link', { name: longTitle }).first().click()
  await expect(page.frameLocator('iframe').getByText('Letter 1 was')).toBeVisible()
}

test.beforeEach(async ({ page, site }) => {
  site.change(place, longArticle(120))
  await saveItem({ page, site }, place)
})

test('in another size, face, theme and width, and after coming back', async ({ page, site }) => {
  await site.stop()
  await open(page)
  await scrollToLetter(page, 64)
  const letter = await topLetter(page)
  expect(letter.n).toBe(64)
  const before = await distanceOf(page, letter)
  const stays = async () => expect.poll(async () => Math.abs((await distanceOf(page, letter)) - before)).toBeLessThanOrEqual(aLittle)

  for (let step = 0; step < 3; step += 1) await page.keyboard.press('+')
  await expect(page.locator('.win.reader')).toHaveCSS('--read-size', '1.3125rem')
  await stays()
  await page.getByRole('button', { name: 'Type and theme' }).click()
  for (const choice of ['Dyslexic', 'Sepia', 'Mono']) {
    await page.getByRole('radio', { name: choice }).check({ force: true })
    await stays()
  }
  await page.getByRole('slider', { name: 'Width' }).press('Home')
  await stays()
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 700, height: 800 })
  await stays()
  await page.setViewportSize({ width: 1400, height: 800 })
  await stays()

  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/Inbox/)
  await open(page)
  await expect.poll(async () => Math.abs(await distanceOf(page, letter))).toBeLessThanOrEqual(40)
  const again = await topLetter(page)
  expect(again.n).toBe(64)
  expect(await distanceOf(page, again)).toBeLessThanOrEqual(1)
})

test('in another size, chosen in the moment of scrolling', oneDoor, async ({ page }) => {
  await open(page)
  await scrollToLetter(page, 64)
  const letter = await topLetter(page)
  const before = await distanceOf(page, letter)
  await scrollToLetter(page, 20)
  await expect.poll(async () => (await topLetter(page)).n).toBe(20)
  // In one breath: the window hears of a scroll only with its next picture.
  await page.evaluate((n) => {
    const leaf = document.querySelector<HTMLElement>('main.leaf')
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const paragraph = [...(frame?.contentDocument?.querySelectorAll('p') ?? [])].find((p) => p.textContent?.startsWith(`Letter ${n} `))
    if (!leaf || !frame || !paragraph) throw new Error(`letter ${n} is not shown`)
    leaf.scrollTop += frame.getBoundingClientRect().top + paragraph.getBoundingClientRect().top - leaf.getBoundingClientRect().top + 35
    leaf.dispatchEvent(new KeyboardEvent('keydown', { key: '+', shiftKey: true, bubbles: true }))
  }, 64)
  await expect(page.locator('.win.reader')).toHaveCSS('--read-size', '1.1875rem')
  await expect.poll(async () => Math.abs((await distanceOf(page, letter)) - before)).toBeLessThanOrEqual(aLittle)
})

test('in a newer copy with other things before it', oneDoor, async ({ page, site, carrel }) => {
  await open(page)
  await scrollToLetter(page, 64)
  const letter = await topLetter(page)
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/Inbox/)
  site.change(place, longArticle(120, `<p>${'A foreword was added to this edition, and it is not short. '.repeat(30)}</p>`.repeat(3)))
  expect((await carrel(['refresh', `${site.url}${place}`, '--json'])).code).toBe(0)
  await open(page)
  await expect(page.frameLocator('iframe').getByText('A foreword was added').first()).toBeVisible()
  await expect.poll(async () => Math.abs(await distanceOf(page, letter))).toBeLessThanOrEqual(aLittle)
})

test('back and forward, within the article and between two of them', async ({ page, site }) => {
  await saveItem({ page, site }, '/article/plain/')
  await open(page)
  const article = page.frameLocator('iframe')
  await scrollToLetter(page, 2)
  const letter = await topLetter(page)
  const before = await distanceOf(page, letter)
  await article.getByRole('link', { name: 'the letter about the gulls' }).click()
  await expect(article.getByRole('heading', { name: 'Part 31' })).toBeInViewport()
  await scrollToLetter(page, 40)
  const further = await topLetter(page)

  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(async () => Math.abs((await distanceOf(page, letter)) - before)).toBeLessThanOrEqual(40)
  expect((await topLetter(page)).n).toBe(letter.n)
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => topLetter(page)).toEqual(further)

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'A plain page' }).first().click()
  await expect(page).toHaveTitle(/A plain page/)
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveTitle(new RegExp(longTitle))
  await expect.poll(() => topLetter(page)).toEqual(further)
})

test('inside a title taller than the window’s edge, and not at the first paragraph', oneDoor, async ({ page }) => {
  await open(page)
  const scrolled = () => page.evaluate(() => document.querySelector('main.leaf')?.scrollTop ?? -1)
  await page.evaluate(() => {
    const leaf = document.querySelector('main.leaf')
    if (leaf) leaf.scrollTop = 60
  })
  await expect.poll(scrolled).toBe(60)
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/Inbox/)
  await open(page)
  await expect.poll(async () => Math.abs((await scrolled()) - 60)).toBeLessThanOrEqual(aLittle)
})
