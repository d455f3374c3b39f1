// The keys of marking: one set while nothing is selected, more while something is.

import type { HighlightColour } from '../../shared/highlight.ts'
import { useWindowCommand } from '../client/window-commands.ts'
import type { Binding } from '../design/key-map.ts'
import { useKeys } from '../design/use-keys.ts'
import { colours } from './highlight-words.ts'
import type { Step } from './step-passage.ts'

type Doings = {
  /** Marks what is selected, or begins selecting with keys. */
  readonly mark: () => void
  readonly note: () => void
  readonly tags: () => void
  readonly colour: (colour: HighlightColour) => void
  /** Brings the focus to the popover. */
  readonly enter: () => void
  readonly leave: () => void
  readonly step: (step: Step) => void
  readonly next: () => void
  readonly previous: () => void
  readonly togglePanel: () => void
}

const steps: readonly (readonly [keys: string, says: string, step: Step])[] = [
  ['ArrowRight', 'Next word', { by: 'word', way: 'on', grow: false }],
  ['ArrowLeft', 'Word before', { by: 'word', way: 'back', grow: false }],
  ['ArrowDown', 'Next sentence', { by: 'sentence', way: 'on', grow: false }],
  ['ArrowUp', 'Sentence before', { by: 'sentence', way: 'back', grow: false }],
  ['Shift+ArrowRight', 'A word more', { by: 'word', way: 'on', grow: true }],
  ['Shift+ArrowLeft', 'A word less', { by: 'word', way: 'back', grow: true }],
  ['Shift+ArrowDown', 'A sentence more', { by: 'sentence', way: 'on', grow: true }],
  ['Shift+ArrowUp', 'A sentence less', { by: 'sentence', way: 'back', grow: true }],
]

/** `state`: nothing; a passage selected by our own keys; or a popover that is open, for a selection or a highlight. */
export function useHighlightKeys(state: 'nothing' | 'selecting' | 'open', doings: Doings): void {
  const group = 'Marking'
  const chosen: readonly Binding[] = [
    { keys: 'Enter', says: 'Colours, note, tags', group, run: doings.enter },
    { keys: 'Escape', says: 'Leave the passage', group, run: doings.leave },
    { keys: 't', says: 'Tag the passage', group, run: doings.tags },
    ...colours.map(({ colour }, at) => ({ keys: String(at + 1), says: 'Mark in this colour', group, run: () => doings.colour(colour) })),
  ]
  useKeys([
    { keys: 'h', says: 'Highlight, or select a passage with keys', group, run: doings.mark },
    { keys: 'n', says: 'Note on the passage', group, run: doings.note },
    { keys: '.', says: 'Next highlight', group, repeats: true, run: doings.next },
    { keys: ',', says: 'Highlight before', group, repeats: true, run: doings.previous },
    { keys: ']', says: 'Highlights of this article', group, run: doings.togglePanel },
    ...(state === 'nothing' ? [] : chosen),
    ...(state === 'selecting'
      ? steps.map(([keys, says, step]) => ({ keys, says, group, repeats: true, run: () => doings.step(step) }))
      : []),
  ])
  useWindowCommand('highlight', doings.mark)
}
