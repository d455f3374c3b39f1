// The search index as the rest of the house sees it: index.db behind a process of its own, disposable.

export type IndexDoc = {
  /** The number of the outbox line this is the answer to: an older text never takes a newer one's place, whoever puts it when. */
  readonly seq: number
  /** Rowid in the index: newer items have larger ones, so newest-first needs no sorting. */
  readonly ordinal: number
  readonly itemId: string
  readonly title: string
  readonly byline: string | null
  readonly siteName: string | null
  readonly url: string
  readonly lang: string | null
  readonly text: string
}

export type IndexHit = { readonly itemId: string; readonly title: string; readonly url: string; readonly snippet: string }

/**
 * Words, "exact phrases", -without; the last word matches as a prefix unless a space or a quote closes it.
 * `within`: only texts of these ordinals; `below`: only of smaller ones, to go on where an answer newest first has ended.
 */
export type IndexQuery = {
  readonly words: string
  readonly limit: number
  readonly order: 'newest' | 'best'
  readonly within?: readonly number[] | undefined
  readonly below?: number | undefined
  /** Only titles count. */
  readonly titles?: boolean | undefined
}

export type SearchIndex = {
  /**
   * True while the index is new or was rebuilt and has not been filled: the caller puts everything and then calls markFilled.
   * Cheap, and worth asking again: a damaged file is made anew by whichever process notices, at any time.
   */
  needsFill(): Promise<boolean>
  markFilled(): Promise<void>
  /** The largest `seq` it was ever given. One beyond the library's own tells that the library was restored from a backup. */
  newestSeq(): Promise<number>
  /** Forgets everything, if `newest` is still its newest seq; then it needs filling. */
  startOver(newest: number): Promise<void>
  put(docs: readonly IndexDoc[]): Promise<void>
  remove(lines: readonly { readonly itemId: string; readonly seq: number }[]): Promise<void>
  /**
   * Snippets carry U+0002 … U+0003 around matches. The newest question is answered first, also before one that is half answered. One that
   * was overtaken before its turn is answered newest first, whatever order it asked for. `total`: all there are, when best first.
   */
  find(query: IndexQuery): Promise<{ readonly hits: readonly IndexHit[]; readonly total: number | null }>
  /** The ordinals alone, for a caller that leaves some out before snippets are cut. */
  match(query: IndexQuery): Promise<readonly number[]>
  /** Hits for ordinals of `match`, in their order; a text that has gone meanwhile is left out. */
  snippets(words: string, ordinals: readonly number[]): Promise<readonly IndexHit[]>
  /** Closes the files and ends the process. */
  close(): Promise<void>
}
