import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import type { WindowCommand } from '../../shared/window-command.ts'
import { menuTemplate } from './menu.ts'

function open(platform: string) {
  const sent: WindowCommand[] = []
  const template = menuTemplate(platform, false, {
    send: (command) => void sent.push(command),
    newWindow: () => undefined,
    importFile: () => undefined,
  })
  const lines = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
  return { sent, template, lines }
}
const press = (lines: readonly MenuItemConstructorOptions[], label: string) => {
  const found = lines.find((one) => one.label === label)
  if (found?.click === undefined) throw new Error(`no line ${label}`)
  ;(found.click as () => void)()
}

test.each(['darwin', 'linux', 'win32'])('no shortcut on %s is a single key, and none is there twice', (platform) => {
  const shortcuts = open(platform).lines.flatMap((one) => (one.accelerator === undefined ? [] : [String(one.accelerator)]))
  expect(shortcuts.length).toBeGreaterThan(10)
  for (const shortcut of shortcuts) expect(shortcut).toMatch(/^(CmdOrCtrl|Cmd|Alt)\+/)
  expect(new Set(shortcuts).size).toBe(shortcuts.length)
})

test('a Mac has its own first menu with settings and quit, the others have them under File', () => {
  const names = (platform: string) => open(platform).template.map((menu) => menu.label ?? menu.role)
  expect(names('darwin')[0]).toBe('Carrel')
  expect(names('linux')).toEqual(['&File', '&Edit', '&View', '&Go', '&Window', '&Help'])
  for (const platform of ['darwin', 'linux', 'win32']) {
    const { lines } = open(platform)
    for (const role of ['quit', 'about']) expect(lines.filter((one) => one.role === role)).toHaveLength(1)
    expect(lines.filter((one) => one.label === 'Settings…')).toHaveLength(1)
  }
})

test('the lines ask the window', () => {
  const { lines, sent } = open('linux')
  for (const label of ['Add links…', 'Find in page…', 'Highlights', 'Keys']) press(lines, label)
  expect(sent).toEqual([{ command: 'add' }, { command: 'find' }, { command: 'go', text: '#/highlights' }, { command: 'keys' }])
})
