// Words of a note that the library may not have yet: they stand in the window's own storage from the first letter until the core has
// answered, so that neither a window that closes in the middle of a word nor a core that ends loses them.
import type { Highlight } from '../../shared/highlight.ts'

type Draft = { readonly note: string /** What the library had when it was begun. */; readonly base: string }
const prefix = 'carrel.note.'

export function keepDraft(id: Highlight['id'], draft: Draft): void {
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft))
  } catch {
    // No storage here, or it is full: the note is kept as soon as the writer rests.
  }
}

export function dropDraft(id: Highlight['id']): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {
    // No storage: nothing to drop.
  }
}

/** The notes that were never kept, of these highlights. One changed elsewhere meanwhile gets the draft's words behind its own. */
export function unkeptNotes(highlights: readonly Highlight[]): readonly { readonly highlight: Highlight; readonly note: string }[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const highlight = highlights.find(({ id }) => id === key.slice(prefix.length))
        const draft: Draft = JSON.parse(localStorage.getItem(key) ?? 'null')
        if (highlight === undefined || draft === null) return []
        const note = highlight.note === draft.base || highlight.note === draft.note ? draft.note : `${highlight.note}\n\n${draft.note}`
        return [{ highlight, note }]
      })
  } catch {
    return []
  }
}
