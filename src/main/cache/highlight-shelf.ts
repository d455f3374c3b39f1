// What may be asked of the shelf of highlights. The rows are highlights.ts, looking through them is highlight-list.ts.
import type { z } from 'zod'
import type { ListedHighlights, ListHighlights } from '../../shared/calls/highlight-calls.ts'
import type { Highlight, HighlightColour, HighlightId, PassageAnchor } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'

export type NewHighlight = {
  readonly copyId: CopyId
  /** Already held against the copy's text (jobs/reading/mark-passage.ts). */
  readonly anchor: PassageAnchor
  /** When its first letter is said; null: its copy is no transcript with times. */
  readonly seconds: number | null
  readonly colour: HighlightColour
  readonly note: string
  readonly tags: readonly string[]
}

export type HighlightChanges = {
  readonly colour?: HighlightColour | undefined
  readonly note?: string | undefined
  /** The note its writer began from: another one, kept meanwhile, stays beside it. */
  readonly noteWas?: string | undefined
  readonly tags?: readonly string[] | undefined
}

export type HighlightQuery = z.output<typeof ListHighlights>
export type HighlightsFound = z.output<typeof ListedHighlights>

export type HighlightShelf = {
  /**
   * A passage that is marked already, from the same letter to the same letter of the same copy, is not marked twice: its highlight takes the
   * colour, and the note and the tags beside its own. Throws copy.unknown. From then on the copy stays, however little room there is.
   */
  add(highlight: NewHighlight): Highlight
  /** Throws highlight.unknown, also for one that was removed. What is not given stays as it is. */
  change(id: HighlightId, changes: HighlightChanges): Highlight
  /** They rest for 30 days, and their copies with them; answers how many were there to remove. */
  remove(ids: readonly HighlightId[]): number
  /** Takes removals back; answers how many. */
  restore(ids: readonly HighlightId[]): number
  /** Of every copy: the shown copy's first, then the newest copy's; within one copy as the text runs. */
  ofItem(id: ItemId): readonly Highlight[]
  /** Those of items in the trash are left out. */
  list(query: HighlightQuery): HighlightsFound
  /** How many there are, without those of items in the trash. */
  count(): number
}
