// electron.BrowserWindow and its webContents on the stand-in: each is a Chromium page that the driver keeps.
import { existsSync } from 'node:fs'
import { lifecycle } from './app.ts'
import { answerDriver, driver } from './driver-channel.ts'
import { emitter } from './emitter.ts'
import { onlyKeys, strict, violation } from './strict.ts'

type Options = { readonly webPreferences?: Record<string, unknown>; readonly [name: string]: unknown }
type OpenHandler = (details: object) => { readonly action: 'allow' | 'deny' }

const options = [
  ...['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'title', 'icon', 'show', 'autoHideMenuBar', 'backgroundColor'],
  ...['titleBarStyle', 'titleBarOverlay', 'trafficLightPosition'],
  'webPreferences',
]
/** What the window must be, or may only be, for our pages to be safe in it. */
const safe: Readonly<Record<string, unknown>> = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
}

function checkOptions(given: Options): string {
  onlyKeys('BrowserWindow', given, options)
  const preferences = given.webPreferences ?? {}
  onlyKeys('webPreferences', preferences, ['preload', ...Object.keys(safe)])
  for (const [name, value] of Object.entries(safe)) {
    if (preferences[name] !== value) throw violation(`webPreferences.${name} must be ${String(value)}`)
  }
  const preload = preferences.preload
  if (typeof preload !== 'string' || !existsSync(preload)) throw violation(`the preload ${String(preload)} is not there`)
  if (!preload.endsWith('.cjs')) throw violation('a sandboxed preload must be CommonJS')
  checkColour(given.backgroundColor)
  if (typeof given.titleBarOverlay === 'object' && given.titleBarOverlay !== null) checkOverlay(given.titleBarOverlay)
  if (typeof given.icon === 'string' && !existsSync(given.icon)) throw violation(`the icon ${given.icon} is not there`)
  return preload
}

function checkColour(colour: unknown): void {
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/.test(colour)) throw violation(`${String(colour)} is no colour`)
}

function checkOverlay(overlay: object): void {
  onlyKeys('titleBarOverlay', overlay, ['color', 'symbolColor', 'height'])
  const { color, symbolColor } = overlay as Record<string, unknown>
  checkColour(color)
  checkColour(symbolColor)
}

function openContents(id: number) {
  const events = emitter('webContents', ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'context-menu'])
  let openHandler: OpenHandler | null = null
  const contents = strict('webContents', {
    ...events.members,
    id,
    setWindowOpenHandler(handler: OpenHandler): void {
      openHandler = handler
    },
    copyImageAt: (x: number, y: number) => void driver.ask('system', 'copied-image', { x, y }),
    send: (channel: string, ...args: readonly unknown[]) => void driver.ask('send', id, channel, args).catch(() => undefined),
  })
  return { contents, tell: events.tell, mayOpen: (details: object) => openHandler?.(details).action !== 'deny' }
}

type Kept = ReturnType<typeof openContents> & { readonly window: object; close(): Promise<void>; focus(): void; place: Place }
type Place = { x: number; y: number; width: number; height: number }
const windows = new Map<number, Kept>()
const everyContents = new Map<number, object>()
let last = 0
let focused: number | null = null

/** The window in front, the very object the program has. */
export function focusedWindow(): object | undefined {
  return focused === null ? undefined : windows.get(focused)?.window
}

/** The contents of a window, the very object the program has or had: of one that was closed too, for what it may still have said. */
export function contentsOf(id: number): object {
  const contents = everyContents.get(id)
  if (contents === undefined) throw new Error(`there was no window ${id}`)
  return contents
}

class StandInWindow {
  static getAllWindows(): readonly object[] {
    return [...windows.values()].map((kept) => kept.window)
  }

  static getFocusedWindow(): object | null {
    return focusedWindow() ?? null
  }

  static fromWebContents(contents: object): object | null {
    return [...windows.values()].find((kept) => kept.contents === contents)?.window ?? null
  }

  // The proxy is what the program holds, so it must be what `new` gives.
  constructor(given: Options = {}) {
    if (!lifecycle.isReady()) throw violation('a BrowserWindow was made before ready')
    const preload = checkOptions(given)
    last += 1
    const id = last
    const place = { x: number(given.x, 0), y: number(given.y, 0), width: number(given.width, 800), height: number(given.height, 600) }
    const events = emitter('BrowserWindow', ['close', 'closed', 'ready-to-show', 'focus'])
    const opened = openContents(id)
    const made = driver.ask('open-window', id, preload, { width: place.width, height: place.height })
    let maximised = false
    const kept: Kept = {
      ...opened,
      place,
      async close() {
        if (!windows.has(id) || events.tell('close')) return
        windows.delete(id)
        if (focused === id) focused = [...windows.keys()].at(-1) ?? null
        await driver.ask('close-window', id).catch(() => undefined)
        events.tell('closed')
        if (windows.size === 0 && !lifecycle.isQuitting()) lifecycle.tell('window-all-closed')
      },
      focus(): void {
        if (focused === id) return
        focused = id
        events.tell('focus')
        lifecycle.tell('browser-window-focus', {}, kept.window)
      },
      window: strict('BrowserWindow', {
        ...events.members,
        id,
        webContents: opened.contents,
        async loadURL(url: string): Promise<void> {
          await made
          await driver.ask('load', id, url)
          events.tell('ready-to-show')
        },
        setBackgroundColor: (colour: string) => checkColour(colour),
        setTitleBarOverlay: (overlay: object) => checkOverlay(overlay),
        // A window that is shown comes to the front.
        show: () => kept.focus(),
        focus: () => kept.focus(),
        setProgressBar(share: number, options: { readonly mode?: string } = {}): void {
          onlyKeys('setProgressBar', options, ['mode'])
          const modes = ['none', 'normal', 'indeterminate', 'error', 'paused']
          if (options.mode !== undefined && !modes.includes(options.mode)) throw violation(`a progress bar has no mode ${options.mode}`)
          void driver.ask('system', 'progress', { window: id, share, mode: options.mode })
        },
        restore: () => undefined,
        isMinimized: () => false,
        isDestroyed: () => !windows.has(id),
        maximize(): void {
          maximised = true
        },
        isMaximized: () => maximised,
        getNormalBounds: () => ({ ...place }),
      }),
    }
    windows.set(id, kept)
    everyContents.set(id, opened.contents)
    lifecycle.tell('web-contents-created', {}, kept.contents)
    // biome-ignore lint/correctness/noConstructorReturn: see above
    return kept.window
  }
}

export const BrowserWindow = strict('BrowserWindow', StandInWindow)

function number(given: unknown, otherwise: number): number {
  return typeof given === 'number' ? given : otherwise
}

lifecycle.closeAllBy(async () => {
  for (const kept of [...windows.values()]) await kept.close()
})

answerDriver({
  /** True when the program prevents it. The order is Electron's. */
  navigate(id: number, url: string, isMainFrame: boolean, fromTop: boolean) {
    const kept = windows.get(id)
    if (kept === undefined) return true
    const top = strict('WebFrameMain', { parent: null })
    const initiator = fromTop ? top : strict('WebFrameMain', { parent: top })
    const details = { url, isMainFrame, isSameDocument: false, frame: isMainFrame ? top : initiator, initiator }
    return kept.tell('will-frame-navigate', details) || (isMainFrame && kept.tell('will-navigate', details))
  },
  /** True when the program lets a page open a window. */
  'open-from-page': (id: number, url: string) => {
    const kept = windows.get(id)
    if (kept === undefined) return false
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'no-referrer' } }
    return kept.mayOpen(strict('HandlerDetails', details))
  },
  /** True when the program prevents it. */
  'attach-webview': (id: number) => windows.get(id)?.tell('will-attach-webview', {}, {}) === true,
  focus: (id: number) => windows.get(id)?.focus(),
  /** Nobody looks at any window of ours. */
  blur: () => {
    focused = null
  },
  'context-menu': (id: number, params: object) =>
    void windows.get(id)?.tell('context-menu', {}, strict('ContextMenuParams', { frame: null, ...params })),
  'close-from-system': async (id: number) => windows.get(id)?.close(),
})
