// The parts of Electron that stand for the system: recorded where they would be seen, checked where that is cheap.
import { lifecycle } from './app.ts'
import { driver } from './driver-channel.ts'
import { emitter } from './emitter.ts'
import { onlyKeys, strict, violation } from './strict.ts'

export const shell = strict('shell', {
  async openExternal(address: string): Promise<void> {
    await driver.ask('outside', address)
  },
  async openPath(path: string): Promise<string> {
    await driver.ask('outside', path)
    return ''
  },
})

export const dialog = strict('dialog', {
  showErrorBox(title: string, content: string): void {
    void driver.ask('error-box', `${title}: ${content}`)
  },
  /** Answers the button the test has chosen beforehand; none means the one that cancels. */
  async showMessageBox(options: {
    readonly message: string
    readonly detail?: string
    readonly cancelId?: number
  }): Promise<{ response: number }> {
    onlyKeys('showMessageBox', options, ['type', 'title', 'message', 'detail', 'buttons', 'defaultId', 'cancelId'])
    const chosen = (await driver.ask('message-box', `${options.message}: ${options.detail ?? ''}`)) as number | null
    return { response: chosen ?? options.cancelId ?? 0 }
  },
  /** Answers the files the test has chosen beforehand; none means cancelled. */
  async showOpenDialog(options: object): Promise<{ canceled: boolean; filePaths: readonly string[] }> {
    onlyKeys('showOpenDialog', options, ['properties', 'filters'])
    const filePaths = (await driver.ask('choose-files')) as readonly string[]
    return { canceled: filePaths.length === 0, filePaths }
  },
})

export const clipboard = strict('clipboard', {
  writeText: (text: string) => void driver.ask('system', 'clipboard', text),
})

/** What the system itself would be: always light here. */
const systemIsDark = false
const themeEvents = emitter('nativeTheme', ['updated'])
let themeSource = 'system'
export const nativeTheme = strict(
  'nativeTheme',
  {
    ...themeEvents.members,
    get shouldUseDarkColors(): boolean {
      return themeSource === 'system' ? systemIsDark : themeSource === 'dark'
    },
    get themeSource(): string {
      return themeSource
    },
    set themeSource(source: string) {
      if (!['system', 'light', 'dark'].includes(source)) throw violation(`nativeTheme.themeSource cannot be ${source}`)
      if (source === themeSource) return
      themeSource = source
      // Pages follow it in their media queries, as in Electron.
      void driver.ask('theme', source)
      setImmediate(() => void themeEvents.tell('updated'))
    },
  },
  ['themeSource'],
)

const display = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1600, height: 1000 },
  workArea: { x: 0, y: 0, width: 1600, height: 960 },
  workAreaSize: { width: 1600, height: 960 },
  scaleFactor: 1,
}

export const screen = strict('screen', {
  getPrimaryDisplay() {
    if (!lifecycle.isReady()) throw violation('screen was asked before ready')
    return display
  },
  getAllDisplays: () => [screen.getPrimaryDisplay()],
})
