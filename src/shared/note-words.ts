// The words of a note as they are kept, and what becomes of them when two have written at once. Pure.

/** A note without white space around it: one of nothing but white space is none. */
export function keptNote(note: string): string {
  return note.trim()
}

/**
 * The note in which nobody's words are lost. `was`: what the writer of `mine` began from; `theirs`: what is kept now. Whoever changed
 * alone has the note as they wrote it; when both did, what was written second stands behind the first, as its own paragraph.
 */
export function joinNotes(was: string, theirs: string, mine: string): string {
  const [base, there, here] = [keptNote(was), keptNote(theirs), keptNote(mine)]
  if (there === base || here.startsWith(there)) return here
  if (here === base || there.includes(here)) return there
  // Only what was added is put behind; where a word was written on, it takes the whole sentence to be understood.
  const added = here.startsWith(base) && /^\s/.test(here.slice(base.length)) ? keptNote(here.slice(base.length)) : here
  return there.endsWith(`\n\n${added}`) ? there : `${there}\n\n${added}`
}
