// One window: how it is made, and that it can do nothing but show our page. Which ones there are is windows.ts's.
import { BrowserWindow } from 'electron'
import { windowAddress } from './own-address.ts'
import type { WindowColours } from './window-colours.ts'
import { leastSize } from './window-place.ts'

export type WindowFiles = {
  /** The built preload; a sandboxed one, so a single CommonJS file. */
  readonly preload: string
  readonly icon: string
  /** Folder in which the window's place is kept. */
  readonly data: string
}

export type NewWindow = {
  /** Without x and y the system centres it. */
  readonly place: { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number }
  readonly maximised: boolean
  /** Where it begins: a route's hash, or nothing for the library. */
  readonly hash: string
}

/** As high as our own title bar, which the system's buttons stand beside (`--titlebar-h`). */
const titleBarHeight = 44

/** Makes a window and begins to load our page; `loaded` resolves when it can be seen, and when it was closed before that. */
export function makeWindow(
  files: WindowFiles,
  colours: WindowColours,
  { place, maximised, hash }: NewWindow,
): { readonly window: BrowserWindow; readonly loaded: Promise<void> } {
  const window = new BrowserWindow({
    ...place,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: 'Carrel',
    icon: files.icon,
    show: false,
    autoHideMenuBar: true,
    titleBarStyle: 'hidden',
    titleBarOverlay: overlayOf(colours),
    trafficLightPosition: { x: 16, y: 14 },
    // So that nothing flashes before the first paint.
    backgroundColor: colours.desk,
    webPreferences: {
      preload: files.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from the web.
      spellcheck: false,
    },
  })
  const gone = new Promise<void>((resolve) => window.once('closed', resolve))
  const seen = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      if (maximised) window.maximize()
      window.show()
      resolve()
    })
  })
  const shown = window.loadURL(`${windowAddress}${hash}`).then(() => seen)
  return {
    window,
    loaded: Promise.race([shown, gone]).catch((error: unknown) => {
      // Closed while it was loading: nobody waits for it any more.
      if (!window.isDestroyed()) throw error
    }),
  }
}

/** Draws the system's part of the window in other colours. */
export function colourWindow(window: BrowserWindow, colours: WindowColours): void {
  if (window.isDestroyed()) return
  window.setBackgroundColor(colours.desk)
  // A Mac's buttons have colours of their own, and the method is not there.
  if (process.platform !== 'darwin') window.setTitleBarOverlay(overlayOf(colours))
}

function overlayOf({ desk, ink }: WindowColours) {
  // One pixel less than the bar: its lower line runs through.
  return { color: desk, symbolColor: ink, height: titleBarHeight - 1 }
}
