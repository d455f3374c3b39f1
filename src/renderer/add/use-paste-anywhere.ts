// Ctrl/Cmd+V anywhere outside a field opens Add with what was pasted.
import { useEffect } from 'react'
import { type DroppedFile, droppedFiles } from './dropped-files.ts'

/** `html`: the same as rich text, when the clipboard has it. */
type OnText = (text: string, html: string) => void

export function usePasteAnywhere(onText: OnText, onFiles: (files: readonly DroppedFile[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const target = event.target
      if (event.defaultPrevented || event.clipboardData === null) return
      if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return
      if (document.querySelector('dialog[open]') !== null) return
      const text = event.clipboardData.getData('text/plain')
      if (text.trim() !== '') {
        event.preventDefault()
        onText(text, event.clipboardData.getData('text/html'))
      } else if (event.clipboardData.files.length > 0) {
        event.preventDefault()
        void droppedFiles(event.clipboardData).then(onFiles)
      }
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [onText, onFiles])
}
