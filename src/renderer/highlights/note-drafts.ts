// Words of a note that the library may not have yet: they stand in the window's own storage from the first letter until the core has
// answered, so that neither a window that closes in the middle of a word nor a core that ends loses them. What becomes of those that
// stay behind is use-left-notes.ts's.
import type { HighlightId } from '../../shared/highlight.ts'
import { keptNote } from '../../shared/note-words.ts'

export type Draft = {
  readonly note: string
  /** What the library was known to have. */
  readonly base: string
  /** What was on its way to the library: it may have arrived, or not. */
  readonly sent: string | null
  /** The window it is written in; null when nobody writes it any more. */
  readonly window: string | null
}
export type LeftNote = { readonly id: HighlightId; readonly draft: Draft }

const prefix = 'carrel.note.'
const windowPrefix = 'carrel.window.'
const thisWindow = windowPrefix + crypto.randomUUID()

/** Held as long as this window lives, however it ends: others see by it whether a draft is still being written. */
let living = false
function sayAlive(): void {
  if (living) return
  living = true
  // Without locks every draft of another window counts as left behind.
  void globalThis.navigator?.locks?.request(thisWindow, () => new Promise(() => undefined))
}

const ears = new Set<() => void>()

export function keepDraft(id: HighlightId, draft: Omit<Draft, 'window'>): void {
  sayAlive()
  store(id, { ...draft, window: thisWindow })
}

/** Nobody writes it any more, and it could not be kept. */
export function leaveDraft(id: HighlightId, draft: Omit<Draft, 'window'>): void {
  store(id, { ...draft, window: null })
  for (const hear of ears) hear()
}

/** Called whenever a draft is left behind in this window. */
export function watchLeftNotes(hear: () => void): () => void {
  ears.add(hear)
  return () => ears.delete(hear)
}

function store(id: HighlightId, draft: Draft): void {
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft))
  } catch {
    // No storage here, or it is full: the note is kept as soon as the writer rests.
  }
}

export function dropDraft(id: HighlightId): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {
    // No storage: nothing to drop.
  }
}

/** The notes that were never kept and that no living window writes. */
export async function leftNotes(): Promise<readonly LeftNote[]> {
  const held = (await globalThis.navigator?.locks?.query())?.held ?? []
  const alive = new Set(held.map(({ name }) => name))
  // Its own lock may be on its way still.
  alive.add(thisWindow)
  return allDrafts().filter(({ draft }) => draft.window === null || !alive.has(draft.window))
}

function allDrafts(): readonly LeftNote[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const draft = key.startsWith(prefix) ? draftOf(localStorage.getItem(key)) : null
      // The border: who wrote the key wrote a highlight's id behind the prefix.
      return draft === null ? [] : [{ id: key.slice(prefix.length) as HighlightId, draft }]
    })
  } catch {
    return []
  }
}

function draftOf(text: string | null): Draft | null {
  try {
    const { note, base, sent, window } = JSON.parse(text ?? '')
    if (typeof note !== 'string' || typeof base !== 'string') return null
    return { note, base, sent: typeof sent === 'string' ? sent : null, window: typeof window === 'string' ? window : null }
  } catch {
    return null
  }
}

/** What a left note is kept with, when the library has `kept` now: words that were on their way may be what it has. */
export function keepingOf({ note, base, sent }: Draft, kept: string): { readonly note: string; readonly noteWas: string } {
  return { note, noteWas: sent !== null && kept === keptNote(sent) ? kept : base }
}
