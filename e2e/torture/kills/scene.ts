// What a deed acts on: the process that will be killed, what it has promised, and the site it asks.

import type { CoreProcess } from '../../../src/main/testing/core-process.ts'
import type { LocalSite } from '../../../src/main/testing/local-site.ts'
import type { ItemId } from '../../../src/shared/item.ts'
import type { Chance } from '../random.ts'
import type { Ledger } from './ledger.ts'

/** What outlives a process: the library's promises, and which article stands at which number of the site. */
export type World = {
  /** The library's folder. */
  readonly library: string
  readonly site: LocalSite
  readonly ledger: Ledger
  readonly chance: Chance
  /** The number and the edition of each saved article. */
  readonly articles: Map<ItemId, { readonly n: number; edition: number }>
  /** Rows of imports: saved, with no page behind them. */
  readonly bare: Set<ItemId>
  /** A number that was never given. */
  nextNumber(): number
}

export type Scene = World & {
  readonly victim: CoreProcess
  /** False from the moment the kill is sent. */
  living(): boolean
  /** An article was cleaned and stored by this process: its extract process is warm. */
  warm(): void
}

/** Waits until the victim has published something; false when it is killed before. */
export async function heard(scene: Scene, since: number, that: (event: CoreProcess['events'][number]) => boolean): Promise<boolean> {
  for (let at = since; ; ) {
    for (; at < scene.victim.events.length; at++) {
      const event = scene.victim.events[at]
      if (event && that(event)) return true
    }
    if (!scene.living()) return false
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}
