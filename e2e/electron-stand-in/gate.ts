// The gate every request of a window's page comes to: the program's guards are asked in Electron's order, its own scheme is
// answered by its own handler, and nothing leaves.
import type { BrowserContext, Frame, Request, Route } from 'playwright'
import type { Channel } from './channel.ts'
import type { KeptPage } from './page.ts'

const programOrigin = 'carrel-app://window'
/** What stands for the scheme in Chromium, which knows none of ours. Nobody answers there. */
export const pageOrigin = 'https://window.carrel-app.stand-in'

export function toPage(url: string): string {
  return url.startsWith(`${programOrigin}/`) ? pageOrigin + url.slice(programOrigin.length) : url
}

export function toProgram(url: string): string {
  return url.startsWith(`${pageOrigin}/`) ? programOrigin + url.slice(pageOrigin.length) : url
}

type Gate = {
  readonly program: Channel
  readonly pages: ReadonlyMap<number, KeptPage>
  readonly refused: string[]
  /** True once for every page the driver itself opens. */
  readonly isExpected: () => boolean
  readonly violation: (words: string) => void
}

// In a frame without scripts these can only be the shell's doing.
const byTheShell = ['initialFrameNavigation', 'scriptInitiated']

type Answered = { readonly status: number; readonly headers: Record<string, string>; readonly body: Uint8Array }

export async function openGate(context: BrowserContext, gate: Gate): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await pass(route, gate)
    } catch (error) {
      // A page that was closed meanwhile needs no answer.
      await route.abort('aborted').catch(() => undefined)
      if (!/ended|closed/.test(String(error))) gate.violation(`a request could not be answered: ${String(error)}`)
    }
  })
  context.on('page', (page) => {
    // Opened by a page and not by the program: its address has been refused, and it has nothing to show.
    if (!gate.isExpected()) void page.close()
  })
}

async function pass(route: Route, { program, pages, refused, violation }: Gate): Promise<void> {
  const request = route.request()
  const url = toProgram(request.url())
  const frame = frameOf(request)
  const kept = frame === null ? undefined : [...pages].find(([, { page }]) => page === frame.page())
  if (kept === undefined || frame === null) {
    // A window that a page wants to open asks for its address before it has a frame.
    const [opener] = pages.keys()
    if ((await program.ask('open-from-page', opener, url)) === true) violation(`the program let a page open a window for ${url}`)
    refused.push(url)
    return route.abort('aborted')
  }
  const [id, { page, takeReason }] = kept
  if (request.isNavigationRequest()) {
    const reason = takeReason(request.url())
    const isMainFrame = frame === page.mainFrame()
    const fromTop = isMainFrame || byTheShell.includes(reason ?? '')
    // Without a reason it was the program's own loadURL, or the test's reload: Electron asks nobody then.
    if (reason !== null && (await program.ask('navigate', id, url, isMainFrame, fromTop)) === true) {
      refused.push(url)
      return route.abort('aborted')
    }
  }
  if ((await program.ask('before-request', url, request.resourceType(), request.method())) === true) {
    refused.push(url)
    return route.abort('blockedbyclient')
  }
  const answered = (await program.ask('protocol', url, request.method(), headersOf(request))) as Answered | null
  if (answered === null) {
    violation(`a request for ${url} would have left`)
    return route.abort('blockedbyclient')
  }
  await route.fulfill({ status: answered.status, headers: answered.headers, body: Buffer.from(answered.body) })
}

function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

function headersOf(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers()).filter(([name]) => !name.startsWith(':')))
}
