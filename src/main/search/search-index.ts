// The search index as the rest of the house sees it: index.db behind its own worker, disposable.

export type IndexDoc = {
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

export type SearchIndex = {
  /**
   * True while the index is new or was rebuilt and has not been filled: the caller puts everything and then calls markFilled.
   * Cheap, and worth asking again: a damaged file is made anew by whichever process notices, at any time.
   */
  needsFill(): Promise<boolean>
  markFilled(): Promise<void>
  put(docs: readonly IndexDoc[]): Promise<void>
  remove(itemIds: readonly string[]): Promise<void>
  /**
   * Words, "exact phrases", -without; the last word matches as a prefix unless a space or a quote closes it. Snippets carry
   * U+0002 … U+0003 around matches. The newest question is answered first; those it overtakes get their answer newest first, whatever
   * order they asked for.
   */
  find(query: { readonly words: string; readonly limit: number; readonly order: 'newest' | 'best' }): Promise<readonly IndexHit[]>
  /** Closes the files and ends the worker. */
  close(): Promise<void>
}
