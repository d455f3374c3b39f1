// What Chromium would tell of an element under the pointer. Runs in the page, as text: it may name nothing outside itself.

export type UnderPointer = {
  readonly x: number
  readonly y: number
  readonly linkURL: string
  readonly selectionText: string
  readonly isEditable: boolean
  readonly mediaType: 'none' | 'image'
  readonly hasImageContents: boolean
  readonly editFlags: Readonly<Record<'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll', boolean>>
}

export function underPointer(element: Element): UnderPointer {
  const box = element.getBoundingClientRect()
  const link = element.closest('a[href]')
  const selectionText = getSelection()?.toString() ?? ''
  const isEditable = element.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, [contenteditable]')
  const isImage = element.tagName === 'IMG'
  return {
    x: Math.round(box.x),
    y: Math.round(box.y),
    linkURL: link instanceof HTMLAnchorElement ? link.href : '',
    selectionText,
    isEditable,
    mediaType: isImage ? 'image' : 'none',
    hasImageContents: isImage && (element as HTMLImageElement).complete && (element as HTMLImageElement).naturalWidth > 0,
    editFlags: {
      canUndo: isEditable,
      canRedo: isEditable,
      canCut: isEditable && selectionText !== '',
      canCopy: selectionText !== '',
      canPaste: isEditable,
      canSelectAll: true,
    },
  }
}
