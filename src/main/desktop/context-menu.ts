// The menu under the pointer, for our own screens and for what stands in the reading frame. Pure: what a line does is handed in.
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { WindowCommand } from '../../shared/window-command.ts'
import { linkScheme } from './deep-link.ts'
import { outsideAddress, windowAddress } from './own-address.ts'

/** What the menu looks at; of a page, so a stranger's words. */
export type Under = Pick<ContextMenuParams, 'linkURL' | 'selectionText' | 'isEditable' | 'mediaType' | 'hasImageContents' | 'editFlags'>

export type ContextDeeds = {
  readonly send: (command: WindowCommand) => void
  readonly copyText: (text: string) => void
  readonly copyImage: () => void
  readonly openOutside: (address: string) => void
  readonly openItem: (id: string) => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }
const shownOfSelection = 24

/** The lines for what is under the pointer; none where a menu would have nothing to offer. */
export function contextTemplate(under: Under, deeds: ContextDeeds): Item[] {
  const groups = under.isEditable
    ? [editing(under)]
    : [linkLines(under.linkURL, deeds), imageLines(under, deeds), selectionLines(under.selectionText.trim(), deeds)]
  return groups.filter((group) => group.length > 0).flatMap((group, at) => (at === 0 ? group : [line, ...group]))
}

function editing({ editFlags: can }: Under): Item[] {
  return [
    { role: 'undo', enabled: can.canUndo },
    { role: 'redo', enabled: can.canRedo },
    line,
    { role: 'cut', enabled: can.canCut },
    { role: 'copy', enabled: can.canCopy },
    { role: 'paste', enabled: can.canPaste },
    line,
    { role: 'selectAll', enabled: can.canSelectAll },
  ]
}

function linkLines(address: string, deeds: ContextDeeds): Item[] {
  const item = itemOf(address)
  if (item !== null) {
    return [
      { label: 'Open in a new window', click: () => deeds.openItem(item) },
      { label: 'Copy link', click: () => deeds.copyText(`${linkScheme}://item/${item}`) },
    ]
  }
  const outside = outsideAddress(address)
  if (outside === null) return []
  return [
    { label: 'Open link in browser', click: () => deeds.openOutside(outside) },
    // Opens Add with it: a link in a page is its author's, and nothing of it is fetched before the reader says so.
    { label: 'Save link…', click: () => deeds.send({ command: 'save-link', text: outside }) },
    { label: 'Copy link', click: () => deeds.copyText(outside) },
  ]
}

function imageLines({ mediaType, hasImageContents }: Under, deeds: ContextDeeds): Item[] {
  return mediaType === 'image' && hasImageContents ? [{ label: 'Copy image', click: deeds.copyImage }] : []
}

function selectionLines(selection: string, deeds: ContextDeeds): Item[] {
  if (selection === '') return []
  const words = selection.replace(/\s+/g, ' ')
  const shown = words.length > shownOfSelection ? `${words.slice(0, shownOfSelection).trimEnd()}…` : words
  return [
    { role: 'copy' },
    { label: 'Highlight', click: () => deeds.send({ command: 'highlight' }) },
    // An ampersand would underline the next letter on Windows and Linux.
    { label: `Find “${shown.replaceAll('&', '&&')}”`, click: () => deeds.send({ command: 'find', text: words.slice(0, 200) }) },
  ]
}

/** The item a link of our own screens leads to. */
function itemOf(address: string): string | null {
  if (!address.startsWith(`${windowAddress}#/item/`)) return null
  return /^[0-9a-f]{32}(?=$|\?)/.exec(address.slice(`${windowAddress}#/item/`.length))?.[0] ?? null
}
