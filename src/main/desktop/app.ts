// The window's life: one instance a library, opened, shown, closed in order. Every decision about pages is guard.ts's.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron'
import type { Answer } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { Settings } from '../../shared/settings.ts'
import { type Core, openCore } from '../core.ts'
import { lineLog } from '../platform/log.ts'
import { libraryFolder } from '../platform/paths.ts'
import { guardContents, guardSession } from './guard.ts'
import { openIpc } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { registerScheme, serveScheme } from './protocol.ts'
import { colourWindow, openWindow } from './window.ts'
import { windowColours } from './window-colours.ts'

/** Starts the window's program. The scheme must be named before Electron is ready, so nothing is awaited before that. */
export function startDesktop(): void {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { library: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const argument = typeof values.library === 'string' ? values.library : undefined
  const library = libraryFolder({ env: process.env, platform: process.platform, argument })
  const data = keepOwnData(library)
  // Another window has this library open: it comes to the front (see second-instance) and this process is done.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }

  registerScheme(protocol)
  app.on('web-contents-created', (_event, contents) => guardContents(contents, shell))
  app.on('window-all-closed', () => app.quit())
  followLauncher()
  void app
    .whenReady()
    .then(() => open(library, data))
    .catch((error: unknown) => {
      const words = wordsFor(error instanceof Failure ? error.toValue() : { code: 'internal', facts: {} })
      if (!(error instanceof Failure)) console.error(error)
      dialog.showErrorBox('The library cannot be opened', `${words.says}\n\n${words.remedy}\n\n${library}`)
      app.exit(1)
    })
}

async function open(library: string, data: string): Promise<void> {
  process.send?.('opened')
  const developmentServer = serverOfDevelopment()
  const log = lineLog((line) => console.error(line), process.env.CARREL_LOG === 'debug' ? 'debug' : 'error')
  const openPath = async (file: string): Promise<boolean> => (await shell.openPath(file)) === ''
  const core = await openCore({ library, role: 'long-lived', version: app.getVersion(), log, env: process.env, openPath })

  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void core.close().finally(() => {
      closed = true
      app.quit()
    })
  })

  guardSession(session.defaultSession, developmentServer)
  serveScheme(protocol, core, developmentServer)
  openIpc({ ipcMain, core, ours: () => BrowserWindow.getAllWindows().map((window) => window.webContents) })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, developmentServer !== null)))

  const root = fileURLToPath(new URL('../../', outMain()))
  const files = { preload: path.join(root, 'out', 'preload', 'index.cjs'), icon: path.join(root, 'resources', 'icon.png'), data }
  let theme = await themeOf(core)
  const colours = () => windowColours(theme, nativeTheme.shouldUseDarkColors)
  const window = await openWindow(files, colours())
  nativeTheme.on('updated', () => colourWindow(window, colours()))
  core.listen((event) => {
    if (event.name !== 'settings.changed') return
    theme = event.value.theme
    colourWindow(window, colours())
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

async function themeOf(core: Core): Promise<Settings['theme']> {
  const answered = (await core.call('settings.get', {})) as Answer<'settings.get'>
  return answered.ok ? answered.value.theme : 'system'
}

/** The bundler may put this file into out/main/chunks/; the entry always stands in out/main/. */
function outMain(): URL {
  const here = new URL('.', import.meta.url)
  return here.href.endsWith('/chunks/') ? new URL('../', here) : here
}

/**
 * Keeps Chromium's own files apart from the library (on a Mac both would be in Application Support/Carrel), one folder a library,
 * so that one instance means one instance a library.
 */
function keepOwnData(library: string): string {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const name = createHash('sha256').update(library).digest('hex').slice(0, 12)
    app.setPath('userData', path.join(app.getPath('appData'), 'carrel-window', name))
  }
  const data = app.getPath('userData')
  mkdirSync(data, { recursive: true })
  return data
}

/** The renderer's development server, which `npm run dev` names; an installed or built Carrel never looks at it. */
function serverOfDevelopment(): URL | null {
  const address = process.env.ELECTRON_RENDERER_URL
  return process.env.NODE_ENV_ELECTRON_VITE === 'development' && address !== undefined && URL.canParse(address) ? new URL(address) : null
}

/** When the launcher is suddenly gone (its terminal was closed), so are we, in order. */
function followLauncher(): void {
  if (process.connected) process.once('disconnect', () => app.quit())
}
