// The whole window takes drops: links, text and files go to Add, where nothing is saved before the reader says so. What is dragged out of this window is not taken back.
import { useEffect, useRef, useState } from 'react'
import { type DroppedFile, droppedFiles } from './dropped-files.ts'

/** `html`: the same as rich text, when what is dropped has it. */
type Props = { readonly onText: (text: string, html: string) => void; readonly onFiles: (files: readonly DroppedFile[]) => void }

/** While something hangs over the window, dragover comes at least every 350 ms; when it stops, the drag has left. */
const leftAfterMs = 500

export function DropTarget({ onText, onFiles }: Props) {
  const [over, setOver] = useState<string | null>(null)
  const latest = useRef({ onText, onFiles })
  latest.current = { onText, onFiles }
  useEffect(() => {
    let own = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = () => {
      clearTimeout(timer)
      setOver(null)
    }
    const start = () => {
      own = true
    }
    const end = () => {
      own = false
      leave()
    }
    const hover = (event: DragEvent) => {
      if (event.dataTransfer === null || isOverField(event)) return
      // Without this the browser would open what is dropped in place of the window.
      event.preventDefault()
      if (own) return
      event.dataTransfer.dropEffect = 'copy'
      setOver(roomsWords() ?? 'Links, texts, saved pages, folders, PDF: it opens in Add, and is saved when you say so.')
      clearTimeout(timer)
      timer = setTimeout(leave, leftAfterMs)
    }
    const drop = (event: DragEvent) => {
      leave()
      // A room that takes it says so by preventing the default (talks/use-dropped-transcript.ts).
      if (event.defaultPrevented || event.dataTransfer === null || isOverField(event)) return
      event.preventDefault()
      if (own) return
      const hasFiles = [...event.dataTransfer.items].some((item) => item.kind === 'file')
      const text = textOf(event.dataTransfer)
      // A picture dragged out of a browser comes as a file and as its address; a page comes as its address alone.
      if (hasFiles) void droppedFiles(event.dataTransfer).then((files) => (files.length > 0 ? latest.current.onFiles(files) : undefined))
      else if (text.trim() !== '') latest.current.onText(text, event.dataTransfer.getData('text/html'))
    }
    addEventListener('dragstart', start)
    addEventListener('dragend', end)
    addEventListener('dragenter', hover)
    addEventListener('dragover', hover)
    addEventListener('drop', drop)
    return () => {
      clearTimeout(timer)
      removeEventListener('dragstart', start)
      removeEventListener('dragend', end)
      removeEventListener('dragenter', hover)
      removeEventListener('dragover', hover)
      removeEventListener('drop', drop)
    }
  }, [])
  if (over === null) return null
  return (
    <div className="dropping" aria-hidden="true">
      <p>Drop it on the desk</p>
      <small>{over}</small>
    </div>
  )
}

/** What the room that is shown makes of files. */
function roomsWords(): string | null {
  return document.querySelector<HTMLElement>('[data-drop-says]')?.dataset.dropSays ?? null
}

function textOf(transfer: DataTransfer): string {
  const links = transfer
    .getData('text/uri-list')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
  return links.length > 0 ? links.join('\n') : transfer.getData('text/plain')
}

/** Text dropped into a field goes into the field; files never do. */
function isOverField(event: DragEvent): boolean {
  const files = [...(event.dataTransfer?.items ?? [])].some((item) => item.kind === 'file')
  return !files && event.target instanceof HTMLElement && event.target.matches('input, textarea')
}
