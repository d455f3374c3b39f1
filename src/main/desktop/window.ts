// The one window: how it is made, where it stands, and that it can do nothing but show our page.
import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { windowAddress } from './own-address.ts'
import { leastSize, placeWindow, readPlace, writePlace } from './window-place.ts'

export type WindowFiles = {
  /** The built preload; a sandboxed one, so a single CommonJS file. */
  readonly preload: string
  readonly icon: string
  /** Folder in which the window's place is kept. */
  readonly data: string
}

/** Opens the window and loads our page; resolves when it can be seen. */
export async function openWindow(files: WindowFiles): Promise<BrowserWindow> {
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
    // The desk's colour of each theme, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0c1210' : '#e6ebe6',
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
