// What lies in Add and is not saved yet: a text and files. It stays while one looks at something else, and dies with the window. Kept
// outside React, so that a letter typed into it draws Add again and nothing else.
import type { DroppedFile } from './dropped-files.ts'
import { type CameWith, type GivenText, givenText, joinText, noText, withoutStart } from './given-text.ts'

export type DraftState = {
  readonly given: GivenText
  readonly files: readonly DroppedFile[]
  /** Why files among them could not be saved. */
  readonly troubles: ReadonlyMap<DroppedFile, string>
  /** Some of it is being saved now. */
  readonly saving: boolean
}

export type Draft = {
  readonly now: () => DraftState
  readonly watch: (changed: () => void) => () => void
  readonly setText: (given: GivenText) => void
  /** Opens Add with a text; `byHand` when the reader typed all of it. */
  readonly addText: (text: string, byHand?: boolean, cameWith?: CameWith) => void
  readonly addFiles: (files: readonly DroppedFile[]) => void
  /** Nothing of it is wanted any more. */
  readonly clear: () => void
  readonly setSaving: (saving: boolean) => void
  /** This text has been saved: it goes, and what was written behind it meanwhile stays. */
  readonly textSaved: (saved: GivenText) => void
  /** These could not be saved, and why: they stay. */
  readonly filesFailed: (troubles: ReadonlyMap<DroppedFile, string>) => void
  /** These have been saved, or read as a text: they go. */
  readonly filesTaken: (taken: readonly DroppedFile[]) => void
}

const noTroubles: DraftState['troubles'] = new Map()

/** `isOpen` tells whether Add is on the screen, `open` puts it there. */
export function createDraft(isOpen: () => boolean, open: () => void): Draft {
  let state: DraftState = { given: noText, files: [], troubles: noTroubles, saving: false }
  const watchers = new Set<() => void>()
  const change = (changes: Partial<DraftState>) => {
    state = { ...state, ...changes }
    for (const changed of watchers) changed()
  }
  return {
    now: () => state,
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    setText: (given) => change({ given }),
    addText(text, byHand = false, cameWith = {}) {
      // A second paste into Add joins the first; from elsewhere it begins anew.
      if (isOpen()) change({ given: joinText(state.given, text, byHand, cameWith) })
      else change({ given: givenText(text, byHand, cameWith), files: [] })
      open()
    },
    addFiles(dropped) {
      if (isOpen()) change({ files: [...state.files, ...dropped] })
      else change({ files: dropped, given: noText })
      open()
    },
    clear: () => change({ given: noText, files: [] }),
    setSaving: (saving) => change({ saving }),
    textSaved(saved) {
      const { given } = state
      if (given.text.startsWith(saved.text)) change({ given: withoutStart(given, saved.text.length) })
    },
    filesFailed: (troubles) => change({ troubles }),
    filesTaken: (taken) => change({ files: state.files.filter((file) => !taken.includes(file)) }),
  }
}
