// What lies in Add and is not saved yet: a text and files. It stays while one looks at something else, and dies with the window.
import { useCallback, useState } from 'react'
import type { DroppedFile } from './dropped-files.ts'
import { type GivenText, givenText, joinText, noText } from './given-text.ts'

export type Draft = {
  readonly given: GivenText
  readonly files: readonly DroppedFile[]
  readonly onGiven: (given: GivenText) => void
  readonly onFiles: (files: readonly DroppedFile[]) => void
  /** Nothing of it is wanted any more. */
  readonly clear: () => void
}

type Arriving = {
  readonly draft: Draft
  /** Opens Add with a text; `byHand` when the reader typed all of it. */
  readonly addText: (text: string, byHand?: boolean) => void
  readonly addFiles: (files: readonly DroppedFile[]) => void
}

/** `isOpen` tells whether Add is on the screen, `open` puts it there. Both must stay the same from one drawing to the next. */
export function useDraft(isOpen: () => boolean, open: () => void): Arriving {
  const [given, setGiven] = useState(noText)
  const [files, setFiles] = useState<readonly DroppedFile[]>([])
  const addText = useCallback(
    (text: string, byHand = false) => {
      // A second paste into Add joins the first; from elsewhere it begins anew.
      const joins = isOpen()
      setGiven((before) => (joins ? joinText(before, text, byHand) : givenText(text, byHand)))
      if (!joins) setFiles([])
      open()
    },
    [isOpen, open],
  )
  const addFiles = useCallback(
    (dropped: readonly DroppedFile[]) => {
      const joins = isOpen()
      setFiles((before) => [...(joins ? before : []), ...dropped])
      if (!joins) setGiven(noText)
      open()
    },
    [isOpen, open],
  )
  const clear = useCallback(() => {
    setGiven(noText)
    setFiles([])
  }, [])
  return { draft: { given, files, onGiven: setGiven, onFiles: addFiles, clear }, addText, addFiles }
}
