// What captions are once they are read: what is said, when, by whom. Nothing here knows a file's format.

export type Cue = {
  /** Seconds; null: the words have no times. */
  readonly start: number | null
  readonly end: number | null
  /** One line, without markup; never empty. */
  readonly text: string
  /** Null: the one before goes on, or nobody is named. */
  readonly speaker: string | null
  /** The words begin a paragraph of their own. */
  readonly opens: boolean
}

export type Captions = {
  readonly format: 'vtt' | 'srt' | 'timed-text' | 'text'
  /** In the order they are said. */
  readonly cues: readonly Cue[]
  readonly lang: string | null
  /** True: word by word timing or the file itself says that a machine listened; null: nothing tells. */
  readonly generated: boolean | null
}

/** A caption as a file has it: its lines still with their markup. */
export type RawCue = { readonly start: number; readonly end: number; readonly lines: readonly string[] }
