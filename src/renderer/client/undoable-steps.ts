// Steps that can be undone, done and undone in the order of the keys, whether the library has answered already or not. What a step does
// is item-actions.ts's and the rooms'.
import type { ItemSummary } from '../../shared/item.ts'
import { createForeseenItems, type Foreseen } from './foreseen-items.ts'
import { createTurns } from './in-turn.ts'
import { createUndoStack } from './undo-stack.ts'

/** One step; `foreseen`: what it makes of its items, and what they were. `words` null: nothing is said when it is done. */
export type Step = {
  readonly words: string | null
  readonly undone: string
  readonly work: () => Promise<unknown>
  readonly back: () => Promise<unknown>
  readonly foreseen?: readonly { readonly item: ItemSummary; readonly before: Foreseen; readonly after: Foreseen }[]
}

type Voice = { say(words: string, undo?: () => void): void; sayError(error: unknown): void }

export type UndoableSteps = {
  take(step: Step): void
  /** Remembers how to undo what was done already. */
  remember(words: string | null, back: () => Promise<unknown>, undone: string): void
  /** Undoes the last step, once it is done. False when there is none. */
  undoLast(): boolean
  /** The item as it will be after all steps asked for. */
  foreseen(item: ItemSummary): ItemSummary
}

/** Long enough for the news of a change to reach the rows. */
const newsTakesMs = 400

export function createUndoableSteps({ say, sayError }: Voice): UndoableSteps {
  const undos = createUndoStack()
  const foreseen = createForeseenItems()
  const turns = createTurns(() => {
    // The library's own news of what was done comes by another way than its answer, and a moment later.
    setTimeout(() => turns.isIdle() && foreseen.forgetAll(), newsTakesMs)
  })
  const inTurn = (work: () => Promise<unknown>) => {
    turns.take(work).catch(sayError)
  }

  return {
    take({ words, undone, work, back, foreseen: items = [] }) {
      const forget = () => foreseen.forget(items.map(({ item }) => item.id))
      let failed = false
      for (const { item, after } of items) foreseen.foresee([item.id], after)
      const undo = undos.push(() => {
        for (const { item, before } of items) foreseen.foresee([item.id], before)
        inTurn(async () => {
          // Asked for before it was known that there is nothing to undo; why has been said.
          if (failed) return
          try {
            await back()
          } catch (error) {
            forget()
            throw error
          }
          say(undone)
        })
      })
      inTurn(async () => {
        try {
          await work()
        } catch (error) {
          failed = true
          undos.forget(undo)
          forget()
          throw error
        }
        if (words !== null) say(words, undo)
      })
    },
    remember(words, back, undone) {
      const undo = undos.push(() =>
        inTurn(async () => {
          await back()
          say(undone)
        }),
      )
      if (words !== null) say(words, undo)
    },
    undoLast: undos.undoLast,
    foreseen: foreseen.of,
  }
}
