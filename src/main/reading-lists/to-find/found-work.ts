// What one of the ways to read a text finds in a block that links nothing: a work, by its words.
import type { ListKind } from '../../../shared/reading-list.ts'

export type Found = {
  readonly title: string | null
  readonly by: string | null
  readonly kind: ListKind
  readonly at: number
  readonly partOf?: string | null
  readonly partNumber?: number
  /** The recommender's words about it. */
  readonly said?: string
}

/** Which blocks gave an item already. */
export type Taken = { has(block: number): boolean }
