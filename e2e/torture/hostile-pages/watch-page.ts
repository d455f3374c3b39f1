// The trap: whatever a page of ours could be made to do by a stranger's page is noted here, in a browser and in the window alike.
import type { Frame, Page } from 'playwright'
import { trapName } from './vector.ts'

export type Watched = {
  /** What happened that must not, one line each, in order. */
  happened(): Promise<readonly string[]>
  /**
   * From now on copies are shown raw: pictures and sheets of our own origin may be asked for, as the policy of a copy lets them, and a frame
   * inside one may be refused its page.
   */
  raw(): void
}

/** The browser's words for what it did not do. */
const refusal =
  /Blocked script|Refused|violates|Content Security Policy|Unsafe attempt to load URL|Not allowed to (?:load|navigate)|Failed to launch|Invalid value|Mixed Content/i
/** Paths the screens and a copy's frame ask of our own origin. */
const ownPaths = /^\/(?:$|assets\/|copy\/[0-9a-f]{32}\/(?:asset\/[0-9a-f]{64})?$|blob\/[0-9a-f]{64}$|call\/|events$|favicon|icon|manifest)/

/** Begins to watch. `ownOrigin`: what the screens themselves are loaded from. */
export async function watchPage(page: Page, ownOrigin: string): Promise<Watched> {
  const notes: string[] = []
  let raw = false
  const note = (line: string): void => void notes.push(line)
  await page.evaluate((name) => {
    const sprung: number[] = []
    Object.assign(globalThis, { [name]: (number: number) => sprung.push(number), [`${name}Sprung`]: sprung })
    for (const ask of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) Object.assign(globalThis, { [ask]: () => sprung.push(-1) })
    addEventListener('message', () => sprung.push(-2))
    const { clipboard } = navigator
    for (const ask of ['read', 'readText', 'write', 'writeText'] as const)
      Object.assign(clipboard ?? {}, { [ask]: async () => sprung.push(-3) })
  }, trapName)
  page.on('dialog', (dialog) => {
    note(`a question: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('download', (download) => note(`a download: ${download.url()}`))
  page.on('popup', (popup) => note(`a window: ${popup.url()}`))
  page.on('pageerror', (error) => note(`an error: ${error.message}`))
  page.on('console', (message) => {
    // The browser says which script it refused to run; only a script that ran could say our word.
    if (message.text().includes(trapName) && !refusal.test(message.text())) note(`on the console: ${message.text().slice(0, 200)}`)
  })
  page.on('framenavigated', (frame) => {
    const refused = raw && frame.parentFrame()?.parentFrame() && /^(?:chrome-error:|about:srcdoc$|about:blank#blocked$)/.test(frame.url())
    if (!refused && !isOurs(frame.url(), ownOrigin, frame === page.mainFrame())) note(`a way taken: ${frame.url()}`)
  })
  page.on('requestfinished', (request) => {
    const url = request.url()
    if (/^(?:data|blob):/.test(url)) return
    const { origin, pathname } = new URL(url)
    if (origin !== ownOrigin) note(`a request: ${url}`)
    else if (raw && inFrame(request) && /^(?:image|stylesheet)$/.test(request.resourceType())) return
    else if (!ownPaths.test(pathname)) note(`a request of our own: ${request.resourceType()} ${pathname}`)
    else if (inFrame(request) && !/^\/(?:copy|assets)\//.test(pathname)) note(`a request of our own, from inside: ${pathname}`)
  })
  // The loopback door looks at what a request is for; a picture of a stream would hold a connection of the browser's few for ever.
  page.on('response', (response) => {
    const { origin, protocol, pathname } = new URL(response.url())
    if (!raw || origin !== ownOrigin || protocol !== 'http:' || response.status() >= 400 || !inFrame(response.request())) return
    if (response.request().resourceType() === 'document' || /^\/(?:copy\/[0-9a-f]{32}\/asset|assets|blob)\//.test(pathname)) return
    note(`answered to a picture or sheet from inside: ${pathname}`)
  })
  const sprung = (): Promise<readonly number[]> =>
    page.evaluate((name) => [...((globalThis as unknown as Record<string, readonly number[]>)[`${name}Sprung`] ?? [-9])], trapName)
  return {
    raw() {
      raw = true
    },
    async happened() {
      const numbers = await sprung()
      return [...notes, ...numbers.map((number) => `script ${number} ran`)]
    },
  }
}

function inFrame(request: import('playwright').Request): boolean {
  try {
    return request.frame().parentFrame() !== null
  } catch {
    return false
  }
}

function isOurs(url: string, ownOrigin: string, main: boolean): boolean {
  if (url === 'about:blank') return true
  if (!url.startsWith(`${ownOrigin}/`)) return false
  const path = url.slice(ownOrigin.length)
  return main ? /^\/(?:#|$)/.test(path) : /^\/copy\/[0-9a-f]{32}\/(?:#|$)/.test(path)
}

/**
 * Does inside a frame what a reader's hands could: what has a handler is pointed at, whatever leads somewhere is focused and clicked, forms are
 * sent. Answers how many elements there were. It works from outside, so it needs no scripts of the frame.
 */
export async function handleEverything(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    // Asked of the prototype, since the document's own functions may be pictures of the page.
    const all = [...Document.prototype.querySelectorAll.call(document, 'body *')] as HTMLElement[]
    for (const element of all) {
      const events = element.getAttributeNames().filter((name) => /^on(?!key|paste|drag|drop)/.test(name))
      for (const name of events) element.dispatchEvent(new Event(name.slice(2), { cancelable: true }))
      if (/^(?:a|area|button|input|label|summary)$/i.test(element.localName)) {
        element.focus?.({ preventScroll: true })
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      }
      if (element instanceof HTMLFormElement) HTMLFormElement.prototype.requestSubmit.call(element)
    }
    return all.length
  })
}
