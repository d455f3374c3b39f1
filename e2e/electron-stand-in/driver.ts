// The test's side of the stand-in: starts the built program, keeps a Chromium page for every window it opens, and takes every
// request of those pages before it leaves.
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright'
import { findNode } from '../../src/launch/find-node.mjs'
import { type Channel, openChannel } from './channel.ts'
import { openGate, toPage } from './gate.ts'
import { type KeptPage, keepPage } from './page.ts'

export type StandIn = {
  /** The first window's page, once it has loaded. */
  readonly page: Page
  readonly context: BrowserContext
  /** Addresses and files handed to the system, in order. */
  readonly outside: readonly string[]
  /** Words of error boxes. */
  readonly errorBoxes: readonly string[]
  /** Addresses the program refused to ask for, to navigate to, or to open a window for. */
  readonly refused: readonly string[]
  /** What the program did that Electron would not allow, or that is not modelled. Empty, or the test has failed. */
  readonly violations: readonly string[]
  /** True when the program would grant the permission to its own page. */
  permission(name: string): Promise<boolean>
  /** True when the program refuses downloads. */
  refusesDownload(): Promise<boolean>
  secondInstance(): Promise<void>
  /** Closes the window as its reader would; resolves with the exit code when the program has ended. */
  close(): Promise<number | null>
}

const main = fileURLToPath(new URL('../../out/main/index.js', import.meta.url))
const register = new URL('register.ts', import.meta.url).href

export type StartOptions = {
  /** Decides the library, and where the program keeps its own files. */
  readonly env: NodeJS.ProcessEnv
  readonly args?: readonly string[]
  /** Another program than the built one: to see the stand-in fail. */
  readonly program?: string
}

/** Starts the program; resolves when its first window has loaded, rejects with its last words when it ends before. */
export async function startOnStandIn(browser: Browser, options: StartOptions): Promise<StandIn> {
  const node = findNode()
  if (node === null) throw new Error('the stand-in needs a good Node; run npm ci')
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' })
  const outside: string[] = []
  const errorBoxes: string[] = []
  const refused: string[] = []
  const violations: string[] = []
  const violation = (words: string): void => {
    violations.push(words)
  }
  const pages = new Map<number, KeptPage>()
  let stderr = ''
  let expected = 0

  const child = fork(options.program ?? main, options.args ?? [], {
    execPath: node,
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', register],
    env: options.env,
    serialization: 'advanced',
    silent: true,
  })
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

  let loaded: (page: Page) => void = () => undefined
  const first = new Promise<Page>((resolve) => (loaded = resolve))
  const program: Channel = openChannel(
    {
      send: (message) => void (child.connected && child.send(message)),
      hear: (listener) => child.on('message', listener),
      gone: (listener) => child.once('exit', listener),
    },
    {
      violation,
      outside: (address: string) => void outside.push(address),
      'error-box': (words: string) => void errorBoxes.push(words),
      async 'open-window'(id: number, preload: string, size: { width: number; height: number }) {
        const asks = {
          id,
          preload: readFileSync(preload, 'utf8'),
          size,
          program: () => program,
          violation,
        }
        expected += 1
        pages.set(id, await keepPage(context, asks))
      },
      async load(id: number, url: string) {
        const page = pages.get(id)?.page
        await page?.goto(toPage(url))
        if (page !== undefined) loaded(page)
      },
      async 'close-window'(id: number) {
        await pages.get(id)?.page.close()
        pages.delete(id)
      },
      send: (id: number, channel: string, args: readonly unknown[]) => pages.get(id)?.send(channel, args),
    },
  )
  await openGate(context, {
    program,
    pages,
    refused,
    violation,
    isExpected() {
      if (expected === 0) return false
      expected -= 1
      return true
    },
  })

  const page = await Promise.race([
    first,
    ended.then((code) => {
      throw new Error(`the program ended (${code}) before it had a window.\n${[...violations, ...errorBoxes].join('\n')}\n${stderr}`)
    }),
  ])
  return {
    page,
    context,
    outside,
    errorBoxes,
    refused,
    violations,
    permission: async (name) => (await program.ask('permission', name, 'carrel-app://window/')) === true,
    refusesDownload: async () => (await program.ask('download')) === true,
    secondInstance: async () => void (await program.ask('second-instance')),
    async close() {
      for (const id of pages.keys()) await program.ask('close-from-system', id).catch(() => undefined)
      const code = await ended
      await context.close()
      return code
    },
  }
}
