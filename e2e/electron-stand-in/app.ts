// electron.app on the stand-in: ready, one instance, quitting in Electron's order.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerDriver, driver } from './driver-channel.ts'
import { emitter } from './emitter.ts'
import { onlyKeys, strict, violation } from './strict.ts'

const events = emitter('app', [
  ...['web-contents-created', 'window-all-closed', 'before-quit', 'will-quit', 'second-instance', 'activate', 'open-url', 'open-file'],
  'browser-window-focus',
])
const appData = process.env.XDG_CONFIG_HOME ?? '/nonexistent'
const paths: Record<string, string> = { appData, userData: join(appData, 'carrel') }
let ready = false
let quitting = false
let closeAll: () => Promise<void> = async () => undefined

const becomesReady = new Promise<void>((resolve) => {
  // Never at once: what must come before `ready` has to be done while the program is loaded.
  setImmediate(() => {
    ready = true
    resolve()
  })
})

export const app = strict('app', {
  ...events.members,
  whenReady: () => becomesReady,
  isReady: () => ready,
  getVersion: (): string => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
  getPath(name: string): string {
    const path = paths[name]
    if (path === undefined) throw violation(`app.getPath('${name}') is not modelled`)
    return path
  },
  setPath(name: string, path: string): void {
    if (name !== 'userData' || ready) throw violation(`app.setPath('${name}') ${ready ? 'after ready ' : ''}is not modelled`)
    paths[name] = path
  },
  commandLine: strict('app.commandLine', { hasSwitch: (name: string) => process.argv.some((arg) => arg.startsWith(`--${name}`)) }),
  requestSingleInstanceLock,
  quit(): void {
    // Not inside the caller's own turn, as in Electron.
    setImmediate(() => void quit())
  },
  exit: (code: number) => process.exit(code),
  /** The driver starts the program again when this one has ended. */
  relaunch: () => void driver.ask('system', 'relaunch', null),
  /** A test says that the program is installed by this variable; nothing else depends on it. */
  isPackaged: process.env.STAND_IN_PACKAGED === '1',
  setAsDefaultProtocolClient(protocol: string, path?: string, args?: readonly string[]): boolean {
    void driver.ask('system', 'protocol-client', { protocol, path, args })
    return true
  },
  setLoginItemSettings(settings: object): void {
    if (process.platform === 'linux') throw violation('app.setLoginItemSettings is not there on Linux')
    onlyKeys('setLoginItemSettings', settings, ['openAtLogin', 'args'])
    void driver.ask('system', 'login-item', settings)
  },
  setAboutPanelOptions(options: object): void {
    onlyKeys('setAboutPanelOptions', options, ['applicationName', 'applicationVersion', 'iconPath'])
  },
})

async function quit(): Promise<void> {
  if (!quitting) {
    quitting = true
    if (events.tell('before-quit')) {
      quitting = false
      return
    }
    await closeAll()
  }
  if (!events.tell('will-quit')) process.exit(0)
}

/** One program a data folder, by the process id in a file. */
function requestSingleInstanceLock(): boolean {
  const lock = join(app.getPath('userData'), 'stand-in-lock')
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'))
    try {
      process.kill(holder, 0)
      return false
    } catch {
      rmSync(lock, { force: true })
      return requestSingleInstanceLock()
    }
  }
}

/** For the rest of the stand-in: what the program must not reach. */
export const lifecycle = {
  isReady: () => ready,
  isQuitting: () => quitting,
  tell: events.tell,
  /** window.ts says how all windows are closed. */
  closeAllBy(close: () => Promise<void>): void {
    closeAll = close
  },
}

answerDriver({
  quit: () => app.quit(),
  /** `argv` has the program's own name first, as in Electron. */
  'second-instance': (argv: readonly string[], folder: string) =>
    void events.tell('second-instance', {}, [process.execPath, ...argv], folder, null),
  'open-url': (url: string) => void events.tell('open-url', {}, url),
  'open-file': (path: string) => void events.tell('open-file', {}, path),
})
