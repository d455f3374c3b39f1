// electron.Menu on the stand-in: nothing is drawn. The driver reads the lines and chooses one, as a reader would.
import { answerDriver } from './driver-channel.ts'
import { onlyKeys, strict, violation } from './strict.ts'
import { focusedWindow } from './window.ts'

const roles = [
  ...['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help', 'about', 'services', 'hide', 'hideOthers', 'unhide'],
  ...['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut'],
  ...['togglefullscreen', 'reload', 'toggleDevTools', 'minimize', 'quit', 'close'],
]

type Item = {
  readonly role?: string
  readonly label?: string
  readonly type?: string
  readonly enabled?: boolean
  readonly accelerator?: string
  readonly click?: (item: object, window: object | undefined, event: object) => void
  readonly submenu?: readonly Item[]
}
type BuiltMenu = { readonly items: readonly Item[]; readonly popup: (options: object) => void }

let applicationMenu: BuiltMenu | null = null
let poppedUp: readonly Item[] | null = null

function checkItem(item: Item): void {
  onlyKeys('a menu item', item, ['role', 'label', 'type', 'enabled', 'accelerator', 'click', 'submenu'])
  if (item.role !== undefined && !roles.includes(item.role)) throw violation(`the menu role ${item.role} is not modelled`)
  if (item.role !== undefined && item.click !== undefined) throw violation(`a menu item with the role ${item.role} never runs its click`)
  if (item.role === undefined && item.type !== 'separator' && item.label === undefined) throw violation('a menu item has no label')
  if (item.accelerator !== undefined) checkAccelerator(item.accelerator)
  item.submenu?.forEach(checkItem)
}

/** Modifiers, then one key: what Electron would refuse with an error when the menu is built. */
function checkAccelerator(accelerator: string): void {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  const modifiers = ['CmdOrCtrl', 'Cmd', 'Ctrl', 'Alt', 'Shift']
  const isKey = /^([A-Z0-9]|[,.[\]/=-]|Plus|Left|Right|Up|Down|F\d{1,2})$/.test(key)
  if (!isKey || !parts.every((part) => modifiers.includes(part))) throw violation(`${accelerator} is no accelerator that is modelled`)
}

export const Menu = strict('Menu', {
  buildFromTemplate(template: readonly Item[]): BuiltMenu {
    template.forEach(checkItem)
    const menu = {
      items: template,
      popup(options: object): void {
        onlyKeys('menu.popup', options, ['window', 'frame'])
        poppedUp = template
      },
    }
    return strict('a menu', menu)
  },
  setApplicationMenu(menu: BuiltMenu | null): void {
    if (menu !== null && !Array.isArray(menu.items)) throw violation('Menu.setApplicationMenu was given no menu')
    applicationMenu = menu
  },
})

const nameOf = (item: Item): string => (item.label ?? item.role ?? '-').replace(/&(?!&)/g, '').replaceAll('&&', '&')

function choose(items: readonly Item[], path: readonly string[]): void {
  const [name, ...rest] = path
  const found = items.find((item) => nameOf(item) === name)
  if (found === undefined) throw new Error(`the menu has no line ${String(name)}: ${items.map(nameOf).join(', ')}`)
  if (rest.length > 0) {
    choose(found.submenu ?? [], rest)
    return
  }
  if (found.role !== undefined) throw new Error(`${String(name)} is a role; the stand-in does not carry roles out`)
  found.click?.({}, focusedWindow(), {})
}

answerDriver({
  'choose-in-menu': (path: readonly string[]) => choose(applicationMenu?.items ?? [], path),
  /** The lines of the context menu that is open, by their names. */
  'popped-up': () => poppedUp?.map(nameOf) ?? null,
  'forget-popup': () => {
    poppedUp = null
  },
  'choose-in-popup': (name: string) => choose(poppedUp ?? [], [name]),
})
