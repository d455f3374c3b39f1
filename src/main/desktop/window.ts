// The one window: how it is made, where it stands, and that it can do nothing but show our page.
import path from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { windowAddress } from './own-address.ts'
import type { WindowColours } from './window-colours.ts'
import { leastSize, placeWindow, readPlace, writePlace } from './window-place.ts'

export type WindowFiles = {
  /** The built preload; a sandboxed one, so a single CommonJS file. */
  readonly preload: string
  readonly icon: string
  /** Folder in which the window's place is kept. */
  readonly data: string
}

/** As high as our own title bar, which the system's buttons stand beside (`--titlebar-h`). */
const titleBarHeight = 44

/** Opens the window and loads our page; resolves when it can be seen. */
export async function openWindow(files: WindowFiles, colours: WindowColours): Promise<BrowserWindow> {
  const placeFile = path.join(files.data, 'window.json')
  const saved = await readPlace(placeFile)
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const window = new BrowserWindow({
    ...placeWindow(
      saved,
      [primary, ...others].map((display) => display.workArea),
    ),
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
  // Asked while the window is still there: at 'closed' it has no place any more.
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    void writePlace(placeFile, { x, y, width, height, maximised: window.isMaximized() })
  })
  const seen = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      if (saved?.maximised === true) window.maximize()
      window.show()
      resolve()
    })
  })
  await window.loadURL(windowAddress)
  await seen
  return window
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
