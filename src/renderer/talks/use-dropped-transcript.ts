// While a talk is shown, a caption or text file dropped on the window becomes its transcript, a film or a sound its recording. Everything else goes to Add, as always.
import { useEffect, useRef } from 'react'
import { recordingFiles } from '../../shared/recording.ts'

export const transcriptFiles = '.vtt,.srt,.sbv,.txt'

/** What is said while files hang over the window. */
export const dropSays =
  'A .vtt, .srt or .txt file becomes the transcript of this talk, a film or a sound its recording; everything else opens in Add.'

export function useDroppedTranscript(give: (file: File) => void, giveRecording: (file: File) => void): void {
  const latest = useRef({ give, giveRecording })
  latest.current = { give, giveRecording }
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      const [file] = files
      if (files.length !== 1 || file === undefined) return
      const recorded = endsWith(recordingFiles, file.name)
      if (!recorded && !endsWith(transcriptFiles, file.name)) return
      // The window's own drop target sees that and leaves it alone (add/drop-target.tsx).
      event.preventDefault()
      if (recorded) latest.current.giveRecording(file)
      else latest.current.give(file)
    }
    addEventListener('drop', drop, { capture: true })
    return () => removeEventListener('drop', drop, { capture: true })
  }, [])
}

function endsWith(endings: string, name: string): boolean {
  return endings.split(',').some((ending) => name.toLowerCase().endsWith(ending))
}
