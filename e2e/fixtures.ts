// What every journey is given: a library of its own, a website, the command line, and the opened screens in either door.
// A request for anything but our own origin, made while the screens are open, fails the journey.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import { type LocalSite, openLocalSite } from '../src/main/testing/local-site.ts'
import { startOnStandIn } from './electron-stand-in/driver.ts'
import { openRealWindow, realElectron } from './real-electron.ts'
import { plainEnvironment, type Ran, runCarrel } from './run-carrel.ts'
import { serveLibrary } from './served-library.ts'

/** The screens, opened through the door of the project. */
export type Screens = {
  readonly page: Page
  /** Requests beyond our own origin that were not stopped before they began. */
  escaped(): Promise<readonly string[]>
  /** Addresses handed to the system's browser; in a browser, new pages. */
  outside(): Promise<readonly string[]>
}

/**
 * For what a journey tells of a screen that another journey has shown behind both doors already: the screens are the same files there, and
 * every one of them stays in both, as does every call that is made through the window's door, and whatever the window itself has a part in
 * (frames, files, the clipboard, printing, dragging, going back, closing). Told through the browser only, so that all of it stays quick.
 */
export const oneDoor = { tag: '@one-door' }

type Fixtures = {
  home: string
  library: string
  site: LocalSite
  carrel: (args: readonly string[], options?: { input?: string; cwd?: string }) => Promise<Ran>
  screens: Screens
  page: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
  home: async ({}, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'carrel-journey-'))
    for (const folder of ['config', 'data', 'appdata']) await mkdir(path.join(home, folder))
    await use(home)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  },
  library: async ({ home }, use) => use(path.join(home, 'library')),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
  site: async ({}, use) => {
    const site = await openLocalSite()
    await use(site)
    await site.close()
  },
  carrel: async ({ home, library }, use) => {
    const env = plainEnvironment(home, library)
    await use((args, options = {}) => runCarrel(args, { env, ...options }))
  },
  screens: async ({ home, library, browser }, use, info) => {
    const env = plainEnvironment(home, library)
    const open = info.project.name === 'browser' ? openInBrowser : realElectron() === null ? openOnStandIn : openInElectron
    const { screens, close } = await open({ env, home, browser })
    await use(screens)
    const escaped = await screens.escaped()
    await close()
    expect(escaped, 'requests made by the screens').toEqual([])
  },
  page: async ({ screens }, use) => use(screens.page),
})

type Door = { readonly env: Record<string, string>; readonly home: string; readonly browser: import('playwright').Browser }
type Opened = { readonly screens: Screens; close(): Promise<void> }

async function openInBrowser({ env, browser }: Door): Promise<Opened> {
  const served = await serveLibrary(env)
  const { origin } = new URL(served.url)
  const context = await browser.newContext({ viewport: { width: 1240, height: 840 }, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const escaped: string[] = []
  const outside: string[] = []
  const errors: string[] = []
  const page = await context.newPage()
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    async (route) => {
      // A new page for the web is the reader's own wish; it is noted and goes no further. Anything else is the screens' doing.
      const noted = isOf(page, route.request()) ? escaped : outside
      noted.push(route.request().url())
      await route.abort('blockedbyclient')
    },
  )
  context.on('page', (opened) => void opened.close())
  page.on('websocket', (socket) => escaped.push(socket.url()))
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  await page.goto(served.url)
  return {
    screens: { page, escaped: async () => escaped, outside: async () => outside },
    async close() {
      await context.close()
      await served.close()
      expect(errors, 'errors in the page').toEqual([])
    },
  }
}

function isOf(page: Page, request: import('playwright').Request): boolean {
  try {
    return request.frame().page() === page
  } catch {
    return false
  }
}

async function openOnStandIn({ env, browser }: Door): Promise<Opened> {
  const standIn = await startOnStandIn(browser, { env })
  return {
    // Nothing leaves the stand-in's gate; a request that would have is among its violations.
    screens: { page: standIn.page, escaped: async () => standIn.violations, outside: async () => standIn.outside },
    async close() {
      const code = await standIn.close()
      expect({ code, errorBoxes: standIn.errorBoxes, violations: standIn.violations }).toEqual({ code: 0, errorBoxes: [], violations: [] })
    },
  }
}

async function openInElectron({ env, home }: Door): Promise<Opened> {
  const { DISPLAY = '', WAYLAND_DISPLAY = '', XDG_RUNTIME_DIR = '', XAUTHORITY = '' } = process.env
  const opened = await openRealWindow({ ...env, DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, XAUTHORITY }, path.join(home, 'window'))
  return { screens: opened, close: opened.close }
}

export { expect }
