// Notes in the margin: each at the height of its passage, and lower where the one above it needs the room. Pure; CSS pixels.

export type WantedNote = { readonly top: number; readonly height: number }

const gapPx = 14

/** The top of every note, in the order given: the order of the text. */
export function spreadNotes(notes: readonly WantedNote[]): readonly number[] {
  let free = Number.NEGATIVE_INFINITY
  return notes.map(({ top, height }) => {
    const at = Math.max(top, free)
    free = at + height + gapPx
    return at
  })
}
