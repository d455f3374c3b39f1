// The keys that act right now: rooms add theirs while they are shown, the last added wins. The help dialog lists these very entries.
import { comboOf, type Pressed } from './key-combo.ts'

export type Binding = {
  /** A combination, or two with a space between for a sequence ("g i"). */
  readonly keys: string
  /** What it does, for the help dialog. Bindings with the same words in the same group share a line there. */
  readonly says: string
  readonly group: string
  readonly run: () => void
  /** Single keys never act while typing; this one may. */
  readonly whileTyping?: boolean
}

export type KeyMap = {
  /** Adds bindings, asked anew at every key; answers how to take them away. */
  add(bindings: () => readonly Binding[]): () => void
  /** Acts on a key. True when something was done: the caller then prevents the key's own effect. */
  handle(pressed: Pressed & { readonly timeStamp: number }, place: { readonly typing: boolean; readonly onControl: boolean }): boolean
  /** Everything that acts now, the winner of equal keys only. */
  list(): readonly Binding[]
}

const sequenceMs = 1_500

export function createKeyMap(): KeyMap {
  const layers: (() => readonly Binding[])[] = []
  let pending: { readonly combo: string; readonly at: number } | null = null

  const all = () => layers.toReversed().flatMap((layer) => layer())
  return {
    add(bindings) {
      layers.push(bindings)
      return () => {
        const at = layers.indexOf(bindings)
        if (at >= 0) layers.splice(at, 1)
      }
    },
    handle(pressed, { typing, onControl }) {
      const combo = comboOf(pressed)
      if (combo === null) return false
      const first = pending !== null && pressed.timeStamp - pending.at < sequenceMs ? pending.combo : null
      pending = null
      // A button or link under the focus keeps its own Enter and Space.
      if (onControl && (combo === 'Enter' || combo === ' ')) return false
      const acting = all().filter((binding) => !typing || binding.whileTyping === true)
      const wanted = first === null ? combo : `${first} ${combo}`
      const found = acting.find((binding) => binding.keys === wanted)
      if (found !== undefined) {
        found.run()
        return true
      }
      if (first === null && acting.some((binding) => binding.keys.startsWith(`${combo} `))) {
        pending = { combo, at: pressed.timeStamp }
        return true
      }
      return false
    },
    list() {
      const seen = new Set<string>()
      return all().filter((binding) => !seen.has(binding.keys) && seen.add(binding.keys))
    },
  }
}
