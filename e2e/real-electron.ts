// The window's door in real Electron, where its binary is and can open a window.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { root } from '../src/launch/build-when-stale.mjs'
import { electronPath } from '../src/launch/electron-binary.mjs'

/** The binary and its version; null where there is none, no display, or only root, as whom Electron opens no sandboxed window. */
export function realElectron(): { readonly path: string; readonly version: string } | null {
  if (process.platform === 'linux' && ((!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) || process.getuid?.() === 0)) return null
  const path = electronPath()
  if (path === null) return null
  const { version } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('electron/package.json'), 'utf8'))
  return { path, version }
}

export type RealWindow = {
  readonly page: Page
  /** Requests that went past the program's guards, our own scheme apart. */
  escaped(): Promise<readonly string[]>
  outside(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Opens the built program; every request it lets through is noted in its main process, and nothing is really opened outside. */
export async function openRealWindow(env: Record<string, string>, dataFolder: string): Promise<RealWindow> {
  const electron = realElectron()
  if (electron === null) throw new Error('there is no Electron here')
  const app: ElectronApplication = await _electron.launch({
    executablePath: electron.path,
    args: [root, `--user-data-dir=${dataFolder}`],
    env,
  })
  await app.evaluate(({ session, shell }) => {
    const notes = globalThis as unknown as { escaped: string[]; outside: string[] }
    notes.escaped = []
    notes.outside = []
    session.defaultSession.webRequest.onSendHeaders(({ url }) => {
      if (!/^(carrel-app|data|blob|devtools):/.test(url)) notes.escaped.push(url)
    })
    shell.openExternal = async (address) => void notes.outside.push(address)
  })
  const read = (name: 'escaped' | 'outside') =>
    app.evaluate((_electronApi, key) => (globalThis as unknown as Record<string, string[]>)[key] ?? [], name)
  return {
    page: await app.firstWindow(),
    escaped: () => read('escaped'),
    outside: () => read('outside'),
    close: () => app.close(),
  }
}
