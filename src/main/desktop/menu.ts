// The native menu: what the system expects of every program, and the ways to Carrel's own screens. What a line does is done in
// the window (WindowCommand). Every shortcut here has Ctrl or Cmd: single keys belong to the screens.
import type { MenuItemConstructorOptions } from 'electron'
import type { WindowCommand } from '../../shared/window-command.ts'

export type MenuDeeds = {
  readonly send: (command: WindowCommand) => void
  readonly newWindow: () => void
  readonly importFile: () => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

/** The menu's template. `platform` as process.platform; `developing` adds the developer's tools. */
export function menuTemplate(platform: string, developing: boolean, deeds: MenuDeeds): Item[] {
  const mac = platform === 'darwin'
  const { send } = deeds
  const ask = (label: string, command: WindowCommand['command'], accelerator?: string): Item => ({
    label,
    click: () => send({ command }),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const go = (label: string, place: string, digit?: number): Item => ({
    label,
    click: () => send({ command: 'go', text: `#/${place}` }),
    ...(digit === undefined ? {} : { accelerator: `CmdOrCtrl+${digit}` }),
  })
  const settings = ask('Settings…', 'settings', 'CmdOrCtrl+,')
  return [
    ...(mac ? [macMenu(settings)] : []),
    {
      label: '&File',
      submenu: [
        ask('Add links…', 'add', 'CmdOrCtrl+N'),
        { label: 'Import file…', accelerator: 'CmdOrCtrl+O', click: deeds.importFile },
        line,
        { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: deeds.newWindow },
        ask('Print…', 'print', 'CmdOrCtrl+P'),
        line,
        { role: 'close' },
        ...(mac ? [] : [line, settings, line, { role: 'quit' } satisfies Item]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        { role: 'selectAll' },
        line,
        ask('Highlight', 'highlight'),
        ask('Find in page…', 'find', 'CmdOrCtrl+F'),
        ask('Search the library…', 'search', 'CmdOrCtrl+Shift+F'),
        ask('Commands…', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        ask('Larger text', 'text-larger'),
        ask('Smaller text', 'text-smaller'),
        ask('Usual text size', 'text-reset'),
        line,
        { role: 'resetZoom', label: 'Usual zoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        ask('Left panel', 'left-panel'),
        ask('Right panel', 'right-panel'),
        line,
        { role: 'togglefullscreen' },
        ...(developing ? [line, { role: 'reload' } satisfies Item, { role: 'toggleDevTools' } satisfies Item] : []),
      ],
    },
    {
      label: '&Go',
      submenu: [
        ask('Back', 'back', mac ? 'Cmd+[' : 'Alt+Left'),
        ask('Forward', 'forward', mac ? 'Cmd+]' : 'Alt+Right'),
        line,
        go('Inbox', 'inbox', 1),
        go('Later', 'later', 2),
        go('Archive', 'archive', 3),
        go('Favourites', 'favourites', 4),
        go('Talks', 'talks', 5),
        go('Highlights', 'highlights', 6),
        go('Trash', 'trash'),
      ],
    },
    mac ? { role: 'windowMenu' } : { label: '&Window', submenu: [{ role: 'minimize' }] },
    { role: 'help', label: '&Help', submenu: [ask('Keys', 'keys'), ...(mac ? [] : [line, { role: 'about' } satisfies Item])] },
  ]
}

function macMenu(settings: Item): Item {
  const roles = (...names: NonNullable<Item['role']>[]): Item[] => names.map((role) => ({ role }))
  const submenu = [
    ...roles('about'),
    line,
    settings,
    line,
    ...roles('services'),
    line,
    ...roles('hide', 'hideOthers', 'unhide'),
    line,
    ...roles('quit'),
  ]
  return { label: 'Carrel', submenu }
}
