// What pages may not do, whatever they try: navigate, open windows, ask for permissions, download, reach the network.
// The window itself is window.ts's; what our own addresses answer is protocol.ts's.
import type { Session, Shell, WebContents } from 'electron'
import { isCopyPage, isOwnAddress, isWindowPage, outsideAddress, windowAddress } from './own-address.ts'

/** Writing to the clipboard on a click is all a page of ours ever needs. */
const permitted = 'clipboard-sanitized-write'

/**
 * Guards the session all our pages share. `developmentServer` is the renderer's own server while developing, else null:
 * apart from it, every request that is not for our own scheme is refused, so reading cannot make one.
 */
export function guardSession(session: Session, developmentServer: URL | null): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === permitted && isOwnAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => {
    return permission === permitted && isOwnAddress(`${requestingOrigin.replace(/\/$/, '')}/`)
  })
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeAsked(url, developmentServer) }))
}

function mayBeAsked(url: string, developmentServer: URL | null): boolean {
  // data: and blob: carry their own bytes.
  if (isOwnAddress(url) || url.startsWith('data:') || url.startsWith(`blob:${windowAddress}`)) return true
  if (developmentServer === null || !URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === 'devtools:' || (protocol === 'ws:' && host === developmentServer.host)
}

/** Guards one page: it stays where it is; a link for the web goes to the system's browser. */
export function guardContents(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  contents.on('will-navigate', (event) => {
    // Our own page may load again (hot reload does it); it may not become another.
    if (!isWindowPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return
    // The shell shows a copy in its frame; what is in the frame leads it nowhere, not even to another copy.
    const byShell = event.initiator === null || event.initiator === undefined || event.initiator.parent === null
    if (!isCopyPage(event.url) || !byShell) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const outside = outsideAddress(url)
    if (outside !== null) void shell.openExternal(outside)
    return { action: 'deny' }
  })
}
