// One window's page: its two worlds, the program's words to it, and what it tells of navigations about to begin.
import type { BrowserContext, Page } from 'playwright'
import type { Channel } from './channel.ts'
import { pageOrigin, toProgram } from './gate.ts'
import { mainWorldScript, packForPage, preloadScript, receiveFunction, sendBinding, unpackFromPage, worldName } from './worlds.ts'

type Asks = {
  readonly id: number
  /** The preload's text. */
  readonly preload: string
  readonly size: { readonly width: number; readonly height: number }
  readonly program: () => Channel
  readonly violation: (words: string) => void
}

export type KeptPage = {
  readonly page: Page
  /** `webContents.send`. A page that is loading hears nothing, as in Electron. */
  send(channel: string, args: readonly unknown[]): Promise<void>
  /** Why a frame's navigation to this page address is about to happen, told once; null when the driver itself asked for it. */
  takeReason(url: string): string | null
}

export async function keepPage(context: BrowserContext, { id, preload, size, program, violation }: Asks): Promise<KeptPage> {
  const page = await context.newPage()
  await page.setViewportSize(size)
  page.on('pageerror', (error) => violation(`an error in the page: ${error.stack ?? error.message}`))
  // Sockets do not come through the gate; our pages' policy lets none begin.
  page.on('websocket', (socket) => violation(`a socket to ${socket.url()} was opened`))
  const devtools = await context.newCDPSession(page)
  let preloadWorld: number | null = null
  const reasons = new Map<string, string>()
  devtools.on('Runtime.executionContextCreated', ({ context: world }) => {
    if (world.name === worldName && world.auxData?.frameId === topFrame) preloadWorld = world.id
  })
  devtools.on('Runtime.executionContextDestroyed', (gone) => {
    if (gone.executionContextId === preloadWorld) preloadWorld = null
  })
  devtools.on('Page.frameRequestedNavigation', ({ url, reason }) => reasons.set(withoutHash(url), reason))
  const topFrame = (await devtools.send('Page.getFrameTree')).frameTree.frame.id

  const tell = async (words: object): Promise<void> => {
    if (preloadWorld === null) return
    const expression = `${receiveFunction}(${JSON.stringify(JSON.stringify(words))})`
    // The page may have gone between the check and the word.
    await devtools.send('Runtime.evaluate', { expression, contextId: preloadWorld }).catch(() => undefined)
  }
  devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== sendBinding) return
    const said = JSON.parse(payload)
    if (said.kind === 'violation') return violation(said.words)
    void program()
      .ask('invoke', id, toProgram(page.url()), said.channel, said.args.map(unpackFromPage))
      .then((value) => tell({ kind: 'answer', id: said.id, ok: true, value: packForPage(value) }))
      .catch((error: Error) => tell({ kind: 'answer', id: said.id, ok: false, message: error.message }))
  })
  await devtools.send('Page.enable')
  await devtools.send('Runtime.enable')
  await devtools.send('Runtime.addBinding', { name: sendBinding, executionContextName: worldName })
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(pageOrigin) })
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(pageOrigin, preload), worldName })

  return {
    page,
    send: (channel, args) => tell({ kind: 'send', channel, args: args.map(packForPage) }),
    takeReason(url) {
      const reason = reasons.get(withoutHash(url)) ?? null
      reasons.delete(withoutHash(url))
      return reason
    },
  }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
