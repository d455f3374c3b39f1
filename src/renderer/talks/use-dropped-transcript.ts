// While a talk is shown, a caption or text file dropped on the window becomes its transcript. Everything else goes to Add, as always.
import { useEffect, useRef } from 'react'

export const transcriptFiles = '.vtt,.srt,.sbv,.txt'

/** What is said while files hang over the window. */
export const dropSays = 'A .vtt, .srt or .txt file becomes the transcript of this talk; everything else opens in Add.'

export function useDroppedTranscript(give: (file: File) => void): void {
  const latest = useRef(give)
  latest.current = give
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      const [file] = files
      if (files.length !== 1 || file === undefined || !isTranscript(file.name)) return
      // The window's own drop target sees that and leaves it alone (add/drop-target.tsx).
      event.preventDefault()
      latest.current(file)
    }
    addEventListener('drop', drop, { capture: true })
    return () => removeEventListener('drop', drop, { capture: true })
  }, [])
}

function isTranscript(name: string): boolean {
  return transcriptFiles.split(',').some((ending) => name.toLowerCase().endsWith(ending))
}
