import { expect, test } from 'vitest'
import { contextTemplate, type Under } from './context-menu.ts'

const editFlags = { canUndo: false, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as Under['editFlags']
const nothing: Under = { linkURL: '', selectionText: '', isEditable: false, mediaType: 'none', hasImageContents: false, editFlags }
const id = '0123456789abcdef0123456789abcdef'

function open(under: Partial<Under>) {
  const done: unknown[] = []
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void done.push([name, ...args])
  const template = contextTemplate(
    { ...nothing, ...under },
    { send: note('send'), copyText: note('copy'), copyImage: note('copy image'), openOutside: note('outside'), openItem: note('item') },
  )
  return {
    done,
    template,
    lines: template.map((one) => one.label ?? one.role ?? '-'),
    press: (label: string) => (template.find((one) => one.label === label)?.click as (() => void) | undefined)?.(),
  }
}

test('offers nothing where there is nothing', () => {
  expect(open({}).lines).toEqual([])
})

test('a link is opened outside, shown in Add, or copied', () => {
  const menu = open({ linkURL: 'https://a.example/x' })
  expect(menu.lines).toEqual(['Open link in browser', 'Save link…', 'Copy link'])
  for (const line of menu.lines) menu.press(line)
  expect(menu.done).toEqual([
    ['outside', 'https://a.example/x'],
    ['send', { command: 'save-link', text: 'https://a.example/x' }],
    ['copy', 'https://a.example/x'],
  ])
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'carrel://save?url=https://a.example/',
  'carrel-app://window/#/settings',
  'mailto:a@b.c',
])('a link that leads nowhere we go offers nothing: %s', (linkURL) => {
  expect(open({ linkURL }).lines).toEqual([])
})

test('a link of our own list opens the item in a window of its own', () => {
  const menu = open({ linkURL: `carrel-app://window/#/item/${id}` })
  for (const line of menu.lines) menu.press(line)
  expect(menu.done).toEqual([
    ['item', id],
    ['copy', `carrel://item/${id}`],
  ])
})

test('a selection is copied, highlighted, or found, with its words shown safely and shortly', () => {
  const menu = open({ selectionText: '  R&D\n of a very long kind indeed ' })
  expect(menu.lines).toEqual(['copy', 'Highlight', 'Find “R&&D of a very long kind…”'])
  menu.press('Highlight')
  menu.press('Find “R&&D of a very long kind…”')
  expect(menu.done).toEqual([
    ['send', { command: 'highlight' }],
    ['send', { command: 'find', text: 'R&D of a very long kind indeed' }],
  ])
})

test('a picture can be copied, and nothing else', () => {
  expect(open({ mediaType: 'image', hasImageContents: true }).lines).toEqual(['Copy image'])
  expect(open({ mediaType: 'image' }).lines).toEqual([])
})

test('a field has what every field has, and only what can be done now', () => {
  const menu = open({ isEditable: true, selectionText: 'words', linkURL: 'https://a.example/' })
  expect(menu.lines).toEqual(['undo', 'redo', '-', 'cut', 'copy', 'paste', '-', 'selectAll'])
  expect(menu.template[0]?.enabled).toBe(false)
  expect(menu.template[3]?.enabled).toBe(true)
})
