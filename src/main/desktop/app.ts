// The window's life: one instance a library, opened, shown, closed in order. Every decision about pages is guard.ts's.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, ipcMain, nativeTheme, protocol, session, shell } from 'electron'
import type { Answer } from '../../shared/contract.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { type Core, openCore } from '../core.ts'
import { lineLog } from '../platform/log.ts'
import { libraryFolder } from '../platform/paths.ts'
import { linkScheme } from './deep-link.ts'
import { guardContents, guardSession } from './guard.ts'
import { openIpc } from './ipc.ts'
import { setOpenAtLogin } from './login-item.ts'
import { hearOutside } from './outside-requests.ts'
import { registerScheme, serveScheme } from './protocol.ts'
import { sayWhyNot } from './say-why-not.ts'
import { openSystemParts } from './system-parts.ts'
import { themeSourceOf, windowColours } from './window-colours.ts'
import { openWindows, type Windows } from './windows.ts'

type Begun = {
  readonly library: string
  readonly data: string
  readonly args: readonly string[]
  readonly outside: ReturnType<typeof hearOutside>
}

/** Starts the window's program. The scheme must be named before Electron is ready, so nothing is awaited before that. */
export function startDesktop(): void {
  const words = process.argv.slice(1)
  const { values } = parseArgs({ args: words, options: { library: { type: 'string' } }, strict: false, allowPositionals: true })
  const argument = typeof values.library === 'string' ? values.library : undefined
  const library = libraryFolder({ env: process.env, platform: process.platform, argument })
  const data = keepOwnData(library)
  // Another window has this library open: it is handed what we were given (see hearOutside), and this process is done.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }

  registerScheme(protocol)
  const outside = hearOutside(app, words, process.cwd())
  app.on('web-contents-created', (_event, contents) => guardContents(contents, shell))
  // On a Mac a program without windows goes on, and so does what it fetches.
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit())
  followLauncher()
  void app
    .whenReady()
    .then(() => open({ library, data, args: argument === undefined ? [] : [`--library=${library}`], outside }))
    .catch((error: unknown) => sayWhyNot(error, library))
}

async function open({ library, data, args, outside }: Begun): Promise<void> {
  process.send?.('opened')
  const developmentServer = serverOfDevelopment()
  const log = lineLog((line) => console.error(line), process.env.CARREL_LOG === 'debug' ? 'debug' : 'error')
  const root = fileURLToPath(new URL('../../', outMain()))
  const files = { preload: path.join(root, 'out', 'preload', 'index.cjs'), icon: path.join(root, 'resources', 'icon.png'), data }
  let settings: Settings = defaultSettings
  const windows = openWindows(files, () => windowColours(settings.theme, nativeTheme.shouldUseDarkColors))
  const core = await openCore({
    library,
    role: 'long-lived',
    version: app.getVersion(),
    log,
    env: process.env,
    openPath: async (file) => (await shell.openPath(file)) === '',
    openWindow: (id) => windows.openBeside(`#/item/${id}`),
    opensAtLogin: app.isPackaged,
  })
  closeInOrder(core)

  guardSession(session.defaultSession, developmentServer)
  serveScheme(protocol, core, developmentServer)
  openIpc({ ipcMain, core, ours: () => BrowserWindow.getAllWindows().map((window) => window.webContents) })
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, ...registeredAs())

  const follow = (next: Settings): void => {
    const login = next.openAtLogin !== settings.openAtLogin
    settings = next
    nativeTheme.themeSource = themeSourceOf(next.theme)
    windows.colour()
    if (!login) return
    const asked = { app, platform: process.platform, env: process.env, execPath: process.execPath, args }
    void setOpenAtLogin(next.openAtLogin, asked).catch((error: unknown) =>
      log.write('error', 'opening at login could not be changed', { error }),
    )
  }
  follow(await settingsOf(core))
  core.listen((event) => {
    if (event.name === 'settings.changed') follow(event.value)
  })
  nativeTheme.on('updated', () => windows.colour())
  const { takeIn } = openSystemParts({ windows, core, icon: files.icon, developing: developmentServer !== null })
  await windows.openLibrary()
  outside((handed) => void takeIn(handed))
  app.on('activate', () => void reopened(windows))
}

/** A Mac's dock icon was pressed: with no window open, the library opens. */
async function reopened(windows: Windows): Promise<void> {
  if (BrowserWindow.getAllWindows().length === 0) await windows.openLibrary()
}

function closeInOrder(core: Core): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void core.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

async function settingsOf(core: Core): Promise<Settings> {
  const answered = (await core.call('settings.get', {})) as Answer<'settings.get'>
  return answered.ok ? answered.value : defaultSettings
}

/** On Windows the link comes behind "--", so that nothing in it is ever taken for an option. */
function registeredAs(): [path?: string, args?: string[]] {
  return process.platform === 'win32' ? [process.execPath, ['--']] : []
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
