// The windows that are open: the library's own, whose place is kept, and any number of others beside it. What somebody outside
// the screens asks for goes to the one in front.
import path from 'node:path'
import { BrowserWindow, screen } from 'electron'
import type { WindowCommand } from '../../shared/window-command.ts'
import { eventChannel } from './ipc.ts'
import type { Bar } from './taskbar-progress.ts'
import { colourWindow, makeWindow, type NewWindow, type WindowFiles } from './window.ts'
import type { WindowColours } from './window-colours.ts'
import { type Bounds, placeBeside, placeWindow, readPlace, writePlace } from './window-place.ts'

export type Windows = {
  /** Opens the library's window, at its kept place; brings it to the front when it is open. Resolves when it can be seen. */
  openLibrary(): Promise<void>
  /** Opens one more window beside the one in front. Resolves with whether it can be seen. */
  openBeside(hash: string): Promise<boolean>
  /** Asks the window in front; opens one when there is none. */
  send(command: WindowCommand): Promise<void>
  /** Brings the window in front back to where it can be seen. */
  show(): void
  colour(): void
  drawBar(bar: Bar): void
}

/** `colours` is asked whenever a window is made or coloured anew. */
export function openWindows(files: WindowFiles, colours: () => WindowColours): Windows {
  const placeFile = path.join(files.data, 'window.json')
  const loading = new Map<BrowserWindow, Promise<void>>()
  let library: BrowserWindow | null = null
  let last: BrowserWindow | null = null

  const make = (wanted: NewWindow): BrowserWindow => {
    const { window, loaded } = makeWindow(files, colours(), wanted)
    loading.set(window, loaded)
    window.on('focus', () => {
      last = window
    })
    window.once('closed', () => {
      loading.delete(window)
      if (library === window) library = null
      if (last === window) last = null
    })
    last = window
    return window
  }
  const inFront = (): BrowserWindow | null => BrowserWindow.getFocusedWindow() ?? last ?? [...loading.keys()].at(-1) ?? null

  const openLibrary = async (): Promise<void> => {
    if (library === null) {
      const saved = await readPlace(placeFile)
      const window = make({ place: placeWindow(saved, workAreas()), maximised: saved?.maximised === true, hash: '' })
      library = window
      // Asked while the window is still there: at 'closed' it has no place any more.
      window.on('close', () => {
        void writePlace(placeFile, { ...boundsOf(window), maximised: window.isMaximized() })
      })
    } else bringUp(library)
    await loading.get(library)
  }
  return {
    openLibrary,
    async openBeside(hash) {
      const from = inFront()
      const place = from === null ? placeWindow(null, workAreas()) : placeBeside(boundsOf(from), workAreas())
      const window = make({ place, maximised: false, hash })
      await loading.get(window)
      return !window.isDestroyed()
    },
    async send(command) {
      if (inFront() === null) await openLibrary()
      const window = inFront()
      if (window === null) return
      // A page that is loading hears nothing.
      await loading.get(window)
      if (!window.isDestroyed()) window.webContents.send(eventChannel, { name: 'window.command', value: command })
    },
    show() {
      const window = inFront()
      if (window !== null) bringUp(window)
    },
    colour() {
      for (const window of loading.keys()) colourWindow(window, colours())
    },
    drawBar({ share, failed }) {
      for (const window of loading.keys()) window.setProgressBar(share, { mode: share < 0 ? 'none' : failed ? 'error' : 'normal' })
    },
  }
}

function bringUp(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

function boundsOf(window: BrowserWindow): Bounds {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height }
}

/** The first one is the primary display's. */
function workAreas(): readonly Bounds[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}
