// A note between the field and the library: what is written, what is on its way, what is kept; and the words of another window, which are
// shown as long as nobody types and joined by the core when somebody does (shared/note-words.ts). Pure: when to keep is note-editor.tsx's.
import { joinNotes, keptNote } from '../../shared/note-words.ts'

/** What a note is, and since when (ms): news that is older than what is known is none. */
export type KnownNote = { readonly note: string; readonly changedAt: number }

export type NoteWriting = {
  /** As it stands in the field. */
  now(): string
  /** As the library is known to have it. */
  confirmed(): string
  /** On its way to the library; null when nothing is. */
  sent(): string | null
  typed(note: string): void
  /** Takes what is to be kept on its way; null when nothing is, or something is on its way already. */
  send(): { readonly note: string; readonly noteWas: string } | null
  /** The library's answer. It may hold words of another window: then the field takes them. */
  answered(known: KnownNote): void
  /** It was not kept: it is tried again. */
  failed(): void
  /** The library has told of the note. The field takes it when nothing of its own is unkept. */
  heard(known: KnownNote): void
  /** True when everything written is kept. */
  isKept(): boolean
}

export function beginNote(first: KnownNote): NoteWriting {
  let known = first
  let now = first.note
  let sent: string | null = null
  return {
    now: () => now,
    confirmed: () => known.note,
    sent: () => sent,
    typed(note) {
      now = note
    },
    send() {
      if (sent !== null || keptNote(now) === known.note) return null
      sent = now
      return { note: now, noteWas: known.note }
    },
    answered(answer) {
      const told = sent ?? now
      known = answer
      sent = null
      if (answer.note === keptNote(told)) return
      if (now === told) now = answer.note
      else if (now.startsWith(told)) now = answer.note + now.slice(told.length)
      else now = joinNotes(told, answer.note, now)
    },
    failed() {
      sent = null
    },
    heard(news) {
      if (sent !== null || news.changedAt < known.changedAt || news.note === known.note) return
      // Words of one's own go to the core with the note they were begun from, and it joins the two.
      if (keptNote(now) !== known.note) return
      known = news
      now = news.note
    },
    isKept: () => sent === null && keptNote(now) === known.note,
  }
}
