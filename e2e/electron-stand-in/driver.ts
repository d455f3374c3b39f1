// The test's side of the stand-in: starts the built program, keeps a Chromium page for every window it opens, and takes every
// request of those pages before it leaves.
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { findNode } from '../../src/launch/find-node.mjs'
import { type Channel, openChannel } from './channel.ts'
import { openGate, toPage, toProgram } from './gate.ts'
import { type KeptPage, keepPage } from './page.ts'
import { underPointer } from './under-pointer.ts'

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
  /** True when the program refuses a <webview> in its first window. */
  refusesWebview(): Promise<boolean>
  /** Starts the program again, as the system does for a link: its words come to the running one. */
  secondInstance(...argv: readonly string[]): Promise<void>
  /** What a Mac tells: a link, or a file dropped on the dock. */
  tell(event: 'open-url' | 'open-file', text: string): Promise<void>
  /** Every window's page, in the order they were opened. */
  pages(): readonly Page[]
  /** What the program asked of the system, in order: the bar on the taskbar, the clipboard, links of our scheme, the login item, message boxes. */
  asked(what: 'progress' | 'clipboard' | 'protocol-client' | 'login-item' | 'copied-image' | 'message-box'): readonly unknown[]
  /** Chooses a line of the native menu by the names on the way to it. */
  chooseInMenu(...path: readonly string[]): Promise<void>
  /** Presses the right button on an element of a window; answers the lines of the menu that opens. */
  rightClick(target: Locator, page?: Page): Promise<readonly string[]>
  chooseInPopup(line: string): Promise<void>
  /** The files the next file dialog will have chosen. */
  chooseFiles(...paths: readonly string[]): void
  /** Closes one window as its reader would, by its place in `pages()`. */
  closeWindow(at: number): Promise<void>
  /**
   * Says something on a channel as whoever one likes: `window` counts from 1 as windows were opened, closed ones too, null is none of ours; `frame`
   * null is one that is gone. Answers what came back, or the words of the refusal.
   */
  speakAs(
    speaker: { readonly window: number | null; readonly frame: { readonly url: string; readonly inside: boolean } | null },
    channel: string,
    ...args: readonly unknown[]
  ): Promise<unknown>
  /** Nobody looks at the windows any more. */
  blur(): Promise<void>
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
  /** The buttons pressed in the message boxes to come, by their place; then the one that cancels. */
  readonly presses?: readonly number[]
}

type Asked = { readonly what: string; readonly value: unknown }

/** Starts the program; resolves when its first window has loaded, rejects with its last words when it ends before. */
export async function startOnStandIn(browser: Browser, options: StartOptions): Promise<StandIn> {
  const asked: Asked[] = []
  const presses = [...(options.presses ?? [])]
  for (;;) {
    const started = await startOnce(browser, options, asked, presses)
    if (started !== 'relaunch') return started
  }
}

/** 'relaunch': it has ended and asked to be started again. */
async function startOnce(browser: Browser, options: StartOptions, asked: Asked[], presses: number[]): Promise<StandIn | 'relaunch'> {
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
  let chosenFiles: readonly string[] = []
  let theme: 'light' | 'dark' | null = null
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
        const kept = await keepPage(context, asks)
        if (theme !== null) await kept.page.emulateMedia({ colorScheme: theme })
        pages.set(id, kept)
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
      system: (what: string, value: unknown) => void asked.push({ what, value }),
      'message-box': (words: string) => {
        asked.push({ what: 'message-box', value: words })
        return presses.shift() ?? null
      },
      'choose-files': () => chosenFiles,
      async theme(source: 'system' | 'light' | 'dark') {
        theme = source === 'system' ? null : source
        for (const { page } of pages.values()) await page.emulateMedia({ colorScheme: theme }).catch(() => undefined)
      },
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
    ended.then(async (code) => {
      if (code === 0 && violations.length === 0 && asked.at(-1)?.what === 'relaunch') {
        await context.close()
        return null
      }
      throw new Error(`the program ended (${code}) before it had a window.\n${[...violations, ...errorBoxes].join('\n')}\n${stderr}`)
    }),
  ])
  if (page === null) return 'relaunch'
  return {
    page,
    context,
    outside,
    errorBoxes,
    refused,
    violations,
    permission: async (name) => (await program.ask('permission', name, 'carrel-app://window/')) === true,
    refusesDownload: async () => (await program.ask('download')) === true,
    refusesWebview: async () => (await program.ask('attach-webview', 1)) === true,
    secondInstance: async (...argv) => void (await program.ask('second-instance', argv, process.cwd())),
    tell: async (event, text) => void (await program.ask(event, text)),
    pages: () => [...pages.values()].map((kept) => kept.page),
    asked: (what) => asked.filter((one) => one.what === what).map((one) => one.value),
    chooseInMenu: async (...path) => void (await program.ask('choose-in-menu', path)),
    async rightClick(target, of) {
      const id = [...pages].find(([, kept]) => kept.page === (of ?? page))?.[0]
      await program.ask('forget-popup')
      const { linkURL, ...params } = await target.evaluate(underPointer)
      await program.ask('context-menu', id, { ...params, linkURL: toProgram(linkURL) })
      return ((await program.ask('popped-up')) ?? []) as readonly string[]
    },
    chooseInPopup: async (line) => void (await program.ask('choose-in-popup', line)),
    chooseFiles(...paths) {
      chosenFiles = paths
    },
    async closeWindow(at) {
      await program.ask('close-from-system', [...pages.keys()][at])
    },
    speakAs: (speaker, channel, ...args) => program.ask('invoke-as', speaker, channel, args),
    blur: async () => void (await program.ask('blur')),
    async close() {
      for (const id of pages.keys()) await program.ask('close-from-system', id).catch(() => undefined)
      const code = await ended
      await context.close()
      return code
    },
  }
}
