// What can be undone in this window, the last first. It knows nothing about items: what an undo does is given with it.

export type UndoStack = {
  /** Remembers an undo; the answered function runs it once, from wherever it is called (a toast's button, the key). */
  push(undo: () => void): () => void
  /** There is nothing to undo after all: what the step stood for failed. */
  forget(step: () => void): void
  /** Runs the last undo. False when there is none. */
  undoLast(): boolean
}

/** At most this many steps can be undone. */
const remembered = 50

export function createUndoStack(): UndoStack {
  const steps: (() => void)[] = []
  return {
    push(undo) {
      const step = () => {
        const at = steps.indexOf(step)
        if (at < 0) return
        steps.splice(at, 1)
        undo()
      }
      steps.push(step)
      if (steps.length > remembered) steps.shift()
      return step
    },
    forget(step) {
      const at = steps.indexOf(step)
      if (at >= 0) steps.splice(at, 1)
    },
    undoLast() {
      const last = steps.at(-1)
      last?.()
      return last !== undefined
    },
  }
}
