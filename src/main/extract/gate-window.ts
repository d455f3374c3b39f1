// The only file that names the DOM package: the window in which DOMPurify works. No script runs in it, no resource loads.
import { JSDOM, VirtualConsole } from 'jsdom'

/** A window costs some 11 ms; a fresh one now and then keeps its caches small. */
const usesPerWindow = 200
export type GateWindow = JSDOM['window']

let shared: { readonly dom: JSDOM; uses: number } | null = null

/** The process's window. Nothing of a page is ever loaded into it: DOMPurify parses into documents of its own. */
export function gateWindow(): GateWindow {
  if (shared !== null && shared.uses >= usesPerWindow) {
    shared.dom.window.close()
    shared = null
  }
  shared ??= { dom: new JSDOM('', { contentType: 'text/html', virtualConsole: new VirtualConsole() }), uses: 0 }
  shared.uses += 1
  return shared.dom.window
}
