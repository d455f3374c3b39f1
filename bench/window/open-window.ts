// The window as the benches of it see it: a Chromium over the built screens and a served library, both as a reader has them.
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright'
import { browserArguments } from '../../e2e/browser-arguments.mjs'
import { findBrowser } from '../../e2e/find-browser.mjs'
import { type BenchRow, told } from '../bench-rows.ts'
import { watchPaint } from './watch-paint.ts'

export type BenchWindow = {
  /** A new window on the library, nothing in its cache; `watch-paint.ts` is in every page. */
  open(hash?: string): Promise<OpenedWindow>
  /** A page of nothing but this in the same browser: what the machine itself can do. */
  bare(body: string): Promise<OpenedWindow>
}

export type OpenedWindow = {
  readonly page: Page
  /** Milliseconds of work (processor time, not waiting) the page's main thread has done since it was opened. */
  work(): Promise<number>
  close(): Promise<void>
}

const executable = fileURLToPath(new URL('../../carrel.mjs', import.meta.url))

/** Serves `library` (null: an empty one; `copied`: a copy of it, to be written into) and runs `measure` on it; one row when no browser is here. */
export async function withWindow(
  { library, copied }: { readonly library: string | null; readonly copied: boolean },
  measure: (window: BenchWindow) => Promise<readonly BenchRow[]>,
): Promise<readonly BenchRow[]> {
  const browserFile = findBrowser()
  if (browserFile === null) return [told('the window', 'not had', 'no Chromium here')]
  const home = await mkdtemp(join(tmpdir(), 'carrel-bench-window-'))
  const own = join(home, 'library')
  for (const folder of ['config', 'data', 'appdata']) await mkdir(join(home, folder))
  if (library !== null && copied) await cp(library, own, { recursive: true })
  const served = await serve(home, library === null || copied ? own : library)
  const browser = await chromium.launch({ executablePath: browserFile, args: [...browserArguments()] })
  try {
    return await measure({
      open: (hash = '') => openWindow(browser, `${served.url}${hash}`),
      bare: (body) => openWindow(browser, `data:text/html,${encodeURIComponent(`<!doctype html><body>${body}`)}`),
    })
  } finally {
    await browser.close()
    await served.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function openWindow(browser: Browser, url: string): Promise<OpenedWindow> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(watchPaint)
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url, { waitUntil: 'commit' })
  return {
    page,
    async work() {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
    },
    close: () => context.close(),
  }
}

async function serve(home: string, library: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    USERPROFILE: home,
    APPDATA: join(home, 'appdata'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    BROWSER: 'none',
    CARREL_LIBRARY: library,
  }
  const child = spawn(process.execPath, [executable, 'serve', '--no-open', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then(() => {
      throw new Error('the library could not be served')
    }),
  ])
  const { url } = JSON.parse(line)
  return {
    url,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
