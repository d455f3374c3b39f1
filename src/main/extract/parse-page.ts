// The only file that names the DOM package. No script runs, no resource loads; documents come out of one window per process.
import { JSDOM, VirtualConsole } from 'jsdom'
import { takeBackNames } from './take-back-names.ts'

/** A window costs some 11 ms, a document in it next to nothing; a fresh one now and then keeps its caches small. */
const pagesPerWindow = 100
export type PageWindow = JSDOM['window']

let shared: { readonly dom: JSDOM; pages: number } | null = null

/** The process's window: for building documents and for DOMPurify. Nothing of a page is ever loaded into it. */
export function pageWindow(): PageWindow {
  if (shared === null) {
    const dom = new JSDOM('', { contentType: 'text/html', virtualConsole: new VirtualConsole() })
    shared = { dom, pages: 0 }
    // Readability asks every element for its style; jsdom would parse CSS each time. reveal.ts has read the styles before.
    const noStyle = Object.freeze({ display: '', visibility: '' })
    Object.defineProperty(dom.window.HTMLElement.prototype, 'style', { configurable: true, get: () => noStyle })
  }
  return shared.dom.window
}

/** Parses a guarded source into an inert document. */
export function parsePage(html: string): Document {
  if (shared !== null && shared.pages >= pagesPerWindow) closePageWindow()
  const window = pageWindow()
  if (shared !== null) shared.pages += 1
  const document = new window.DOMParser().parseFromString(html, 'text/html')
  takeBackNames(document, window)
  return document
}

/** Gives the window and everything parsed in it back. The next page opens a new one. */
export function closePageWindow(): void {
  shared?.dom.window.close()
  shared = null
}
