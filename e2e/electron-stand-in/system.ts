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
})

export const nativeTheme = strict('nativeTheme', { ...emitter('nativeTheme', ['updated']).members, shouldUseDarkColors: false })

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

const roles = [
  ...['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'resetZoom', 'zoomIn', 'zoomOut'],
  ...['togglefullscreen', 'reload', 'toggleDevTools', 'quit', 'close'],
]

type Item = { readonly role?: string; readonly label?: string; readonly type?: string; readonly submenu?: readonly Item[] }
type BuiltMenu = { readonly items: readonly Item[] }

function checkItem(item: Item): void {
  onlyKeys('a menu item', item, ['role', 'label', 'type', 'submenu'])
  if (item.role !== undefined && !roles.includes(item.role)) throw violation(`the menu role ${item.role} is not modelled`)
  if (item.role === undefined && item.type !== 'separator' && item.label === undefined) throw violation('a menu item has no label')
  item.submenu?.forEach(checkItem)
}

export const Menu = strict('Menu', {
  buildFromTemplate(template: readonly Item[]): BuiltMenu {
    template.forEach(checkItem)
    return { items: template }
  },
  setApplicationMenu(menu: BuiltMenu | null): void {
    if (menu !== null && !Array.isArray(menu.items)) throw violation('Menu.setApplicationMenu was given no menu')
  },
})
