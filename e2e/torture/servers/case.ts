// One hostile server and how saving its link must end.
import type { FailureCode } from '../../../src/shared/failure.ts'
import type { ItemSummary } from '../../../src/shared/item.ts'
import type { Length } from '../attack.ts'
import type { Chance } from '../random.ts'
import type { World } from './world.ts'

export type Ending = FailureCode | 'complete' | 'partial'

export type Case = {
  /** The class it is told in. */
  readonly group: string
  readonly name: string
  readonly link: string
  /** Every way in which it may end. */
  readonly ends: readonly Ending[]
  /** True when the reader typed the link: its own host may then be private. */
  readonly typed?: boolean
  /** What else must be so of the saved item: a line that says what is wrong, or null. */
  readonly holds?: (item: ItemSummary) => string | null
}

export type CaseMaker = (world: World, given: { readonly length: Length; readonly chance: Chance }) => Promise<readonly Case[]>

/** The limits of a core under attack: the program's own are minutes, and what is shown does not depend on them. In milliseconds. */
export const shortLimits = {
  connectMs: 2_500,
  headersMs: 2_500,
  bodyMs: 3_000,
  idleMs: 2_500,
  wholeBodyMs: 8_000,
  backOffMs: 10,
  waitForBusyMs: 1_500,
  keepAliveMs: 300,
}

/** Bytes a page and a picture may have in a core under attack. */
export const pageBytes = 5_000_000
export const pictureBytes = 2_000_000
