// What menus, the system and other programs ask of the window: always on the stand-in, which can be the system.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { seriesPath, seriesTitle } from '../../src/main/testing/site/series.ts'
import { startOnStandIn } from '../electron-stand-in/driver.ts'
import { test as base, expect } from '../fixtures.ts'
import { plainEnvironment } from '../run-carrel.ts'

type Start = (options?: { args?: readonly string[]; env?: Record<string, string> }) => ReturnType<typeof startOnStandIn>

const test = base.extend<{ start: Start }>({
  start: async ({ home, library, browser }, use) => {
    const started: Awaited<ReturnType<Start>>[] = []
    await use(async ({ args = [], env = {} } = {}) => {
      const window = await startOnStandIn(browser, { env: { ...plainEnvironment(home, library), ...env }, args })
      started.push(window)
      return window
    })
    for (const window of started) expect({ code: await window.close(), violations: window.violations }).toEqual({ code: 0, violations: [] })
  },
})

/** Asks the core as the screens do. */
const ask = (page: Page, name: string, input: object): Promise<unknown> =>
  page.evaluate(
    ([called, given]) => (globalThis as unknown as { carrel: { call(name: string, input: object): unknown } }).carrel.call(called, given),
    [name, input] as const,
  )
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function idOf(carrel: (args: readonly string[]) => Promise<{ json(): unknown }>, link: string): Promise<string> {
  return ((await carrel(['save', link, '--json'])).json() as { id: string }).id
}

test('the native menu opens what it names, and the keys of the screens stay theirs', async ({ start }) => {
  const { page, chooseInMenu } = await start()
  await chooseInMenu('File', 'Add links…')
  await expect(heading(page)).toHaveText('Add')
  await chooseInMenu('Go', 'Archive')
  await expect(page).toHaveTitle(/Archive/)
  await chooseInMenu('Go', 'Back')
  await expect(heading(page)).toHaveText('Add')
  await chooseInMenu('File', 'Settings…')
  await expect(page).toHaveTitle(/Settings/)
  await chooseInMenu('Help', 'Keys')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a file that is chosen from the menu lies in Add and is saved when told so', async ({ start, home }) => {
  const desk = await start()
  const file = path.join(home, 'A page of mine.html')
  await writeFile(
    file,
    `<!doctype html><title>Kept by hand</title><article><h1>Kept by hand</h1>${'<p>Some words of my own about it.</p>'.repeat(30)}</article>`,
  )
  desk.chooseFiles(file)
  await desk.chooseInMenu('File', 'Import file…')
  await expect(desk.page.getByRole('checkbox', { name: /A page of mine\.html/ })).toBeChecked()
  expect(await ask(desk.page, 'item.list', {})).toMatchObject({ value: { total: 0 } })
  await desk.page.getByRole('button', { name: 'Save 1 file' }).click()
  await expect(desk.page.getByRole('row').filter({ hasText: 'Kept by hand' })).toBeVisible()
})

test('a link in an article is opened outside, or shown in Add, where it waits for the reader', async ({ start, carrel, site }) => {
  const id = await idOf(carrel, `${site.url}/links`)
  await site.stop()
  const desk = await start({ args: [`carrel://item/${id}`] })
  const { page } = desk
  const article = page.frameLocator('iframe')
  await expect(article.getByText('links and where they lead').first()).toBeVisible()

  const link = article.getByText('absolute link', { exact: true })
  const address = (await link.getAttribute('href')) ?? ''
  expect(await desk.rightClick(link)).toEqual(['Open link in browser', 'Save link…', 'Copy link'])
  await desk.chooseInPopup('Copy link')
  expect(desk.asked('clipboard')).toEqual([address])
  await desk.chooseInPopup('Open link in browser')
  await expect.poll(() => desk.outside).toEqual([address])
  const picture = article.getByRole('img', { name: 'picture link' })
  expect(await desk.rightClick(picture)).toEqual(['Open link in browser', 'Save link…', 'Copy link', '-', 'Copy image'])
  expect(await desk.rightClick(article.locator('p').first())).toEqual([])

  await desk.rightClick(link)
  await desk.chooseInPopup('Save link…')
  await expect(heading(page)).toHaveText('Add')
  // The article came from this machine, so its links lead into it: a stranger's word, not ticked.
  await expect(page.getByText('you did not type it')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What Carrel understood' }).getByRole('button', { name: /^Save/ })).toBeDisabled()
  expect(await ask(page, 'item.list', {})).toMatchObject({ value: { total: 1 } })
})

test('a field offers what every field does', async ({ start }) => {
  const desk = await start()
  await desk.page.keyboard.press('Escape')
  const field = desk.page.getByRole('textbox', { name: 'Links or text' })
  expect(await desk.rightClick(field)).toEqual(['undo', 'redo', '-', 'cut', 'copy', 'paste', '-', 'selectAll'])
})

test('carrel:// links open a preview or an item, at the start and while it runs, and save nothing', async ({ start, carrel, site }) => {
  const id = await idOf(carrel, `${site.url}${seriesPath(2)}`)
  const before = site.requests().length
  const given = 'carrel://save?url=https://shelf.example/a&url=http://192.168.0.1/router'
  const desk = await start({ args: [given] })
  const { page } = desk
  await expect(page.getByRole('checkbox', { name: /shelf\.example\/a/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /192\.168\.0\.1/ })).not.toBeChecked()
  await expect(page.getByRole('button', { name: 'Save 1 link' })).toBeEnabled()

  await desk.secondInstance('--allow-file-access', `carrel://item/${id}`)
  await expect(page).toHaveTitle(new RegExp(seriesTitle(2)))
  for (const strange of [
    'carrel://settings',
    'carrel-app://window/#/settings',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'carrel://save?url=carrel://item/1',
  ]) {
    await desk.secondInstance(strange)
    await desk.tell('open-url', strange)
  }
  await expect(page).toHaveTitle(new RegExp(seriesTitle(2)))
  await desk.tell('open-url', 'carrel://save?text=Read%20https%3A%2F%2Fshelf.example%2Fb')
  await expect(page.getByRole('checkbox', { name: /shelf\.example\/b/ })).toBeChecked()
  expect(await ask(page, 'item.list', {})).toMatchObject({ value: { total: 1 } })
  expect(site.requests().length).toBe(before)
})

test('the bar on the taskbar grows with the work and goes with it; a failure of everything stays until somebody looks', async ({
  start,
  site,
}) => {
  const desk = await start()
  const { page } = desk
  const save = async (links: readonly string[]) => {
    await ask(page, 'item.save', { links, typed: true })
  }
  await save([1, 2, 3].map((n) => `${site.url}${seriesPath(n)}`))
  await expect.poll(() => desk.asked('progress').at(-1)).toMatchObject({ share: -1, mode: 'none' })
  const bars = desk.asked('progress') as { share: number; mode: string }[]
  expect(bars.some(({ share, mode }) => share > 0 && share < 1 && mode === 'normal')).toBe(true)

  await desk.blur()
  await save([`${site.url}/gone`])
  await expect.poll(() => desk.asked('progress').at(-1)).toMatchObject({ share: 1, mode: 'error' })
  await desk.secondInstance()
  await expect.poll(() => desk.asked('progress').at(-1)).toMatchObject({ share: -1, mode: 'none' })
})

test('an item opens in a window of its own, as safe as the first, which closes alone', async ({ start, carrel, site }) => {
  const id = await idOf(carrel, `${site.url}${seriesPath(1)}`)
  const desk = await start()
  expect(await ask(desk.page, 'window.open', { id })).toEqual({
    ok: true,
    value: { opened: true },
  })
  await expect.poll(() => desk.pages().length).toBe(2)
  const [first, second] = desk.pages()
  if (first === undefined || second === undefined) throw new Error('there are not two windows')
  await expect(second).toHaveTitle(new RegExp(seriesTitle(1)))
  await expect(first).toHaveTitle(/Inbox/)
  // Both hear what happens, and both may ask.
  await ask(second, 'item.favourite', { ids: [id], favourite: true })
  await expect(first.getByRole('row').filter({ hasText: seriesTitle(1) })).toBeVisible()
  await second.evaluate(() => {
    location.href = 'https://example.org/navigated'
  })
  await expect.poll(() => desk.refused).toContain('https://example.org/navigated')

  await desk.chooseInMenu('Go', 'Later')
  await expect(second).toHaveTitle(/Later/)
  await desk.closeWindow(1)
  await expect.poll(() => desk.pages().length).toBe(1)
  await expect(first).toHaveTitle(/Inbox/)
})

test('the system’s own parts follow the theme', async ({ start }) => {
  const { page } = await start()
  const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const [theme, isDark] of [
    ['black', true],
    ['sepia', false],
    ['dark', true],
    ['system', false],
  ] as const) {
    await ask(page, 'settings.change', { theme })
    await expect.poll(dark, theme).toBe(isDark)
  }
})

test('opening at login is off, and written only by an installed Carrel when the reader asks', async ({ start, home }) => {
  test.skip(process.platform !== 'linux', 'the other systems keep it in places of their own')
  const file = path.join(home, 'config', 'autostart', 'carrel.desktop')
  const there = () => readFile(file, 'utf8').catch(() => null)
  await mkdir(path.dirname(file), { recursive: true })
  const set = (page: Page, openAtLogin: boolean) => ask(page, 'settings.change', { openAtLogin })

  const loose = await start()
  expect(await ask(loose.page, 'window.can', {})).toEqual({
    ok: true,
    value: { openWindows: true, openAtLogin: false },
  })
  await set(loose.page, true)
  await set(loose.page, false)
  expect(await there()).toBeNull()
  expect(loose.asked('protocol-client')).toEqual([])
  await loose.close()

  const installed = await start({ env: { STAND_IN_PACKAGED: '1' } })
  expect(installed.asked('protocol-client')).toMatchObject([{ protocol: 'carrel' }])
  expect(await there()).toBeNull()
  await set(installed.page, true)
  await expect.poll(there).toContain('[Desktop Entry]')
  await set(installed.page, false)
  await expect.poll(there).toBeNull()
})
