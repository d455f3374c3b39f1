// The keys that act right now: rooms add theirs while they are shown, the last added wins. The help dialog lists these very entries.
import type { LucideIcon } from 'lucide-react'
import { comboOf, isTyped, type Pressed } from './key-combo.ts'

export type Binding = {
  /** A combination, or two with a space between for a sequence ("g i"): what it is unless the reader chose another. */
  readonly keys: string
  /** What the reader's own key is kept under; `keys` when left out, so that one key means the same in every room. */
  readonly id?: string
  /** What it does, for the help dialog. Bindings with the same words in the same group share a line there. */
  readonly says: string
  readonly group: string
  /** What it acts on right now, for the palette: the title of an item. */
  readonly about?: string
  readonly run: () => void
  /** Single keys never act while typing; this one may. */
  readonly whileTyping?: boolean
  /** It acts again and again while the key is held: for steps. Everything else is done once for every press. */
  readonly repeats?: boolean
}

/** What a room can do without a key: it stands in the palette alone. */
export type Offer = Pick<Binding, 'says' | 'about' | 'run'> & { readonly icon?: LucideIcon }

export type KeyMap = {
  /** Adds bindings, asked anew at every key; answers how to take them away. */
  add(bindings: () => readonly Binding[]): () => void
  /** The same for what has no key. */
  offer(offers: () => readonly Offer[]): () => void
  offered(): readonly Offer[]
  /** Acts on a key. True when something was done: the caller then prevents the key's own effect. */
  handle(pressed: Pressed & { readonly timeStamp: number }, place: { readonly typing: boolean; readonly onControl: boolean }): boolean
  /** Everything that acts now under the keys that are in force, the winner of equal keys only. */
  list(): readonly Binding[]
  /** The reader's own keys: a binding's id to its combination. What is not in it has the key it was made with. */
  remap(own: Readonly<Record<string, string>>): void
  /** The keys in force for an id; of an id nobody remapped, itself. */
  keysOf(id: string): string
  /** Told whenever other keys are in force. Answers how to stop. */
  watch(changed: () => void): () => void
}

const sequenceMs = 1_500

export function createKeyMap(): KeyMap {
  const layers: (() => readonly Binding[])[] = []
  const offers = new Set<() => readonly Offer[]>()
  let pending: { readonly combo: string; readonly at: number } | null = null

  let own: ReadonlyMap<string, string> = new Map()
  const watchers = new Set<() => void>()

  const inForce = (binding: Binding): Binding => {
    const keys = own.get(binding.id ?? binding.keys)
    return keys === undefined ? binding : { ...binding, id: binding.id ?? binding.keys, keys }
  }
  const all = () => layers.toReversed().flatMap((layer) => layer().map(inForce))
  return {
    remap(next) {
      const entries = Object.entries(next)
      if (entries.length === own.size && entries.every(([id, keys]) => own.get(id) === keys)) return
      own = new Map(entries)
      for (const changed of watchers) changed()
    },
    keysOf: (id) => own.get(id) ?? id,
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    add(bindings) {
      layers.push(bindings)
      return () => {
        const at = layers.indexOf(bindings)
        if (at >= 0) layers.splice(at, 1)
      }
    },
    offer(some) {
      offers.add(some)
      return () => offers.delete(some)
    },
    offered: () => [...offers].flatMap((some) => some()),
    handle(pressed, { typing, onControl }) {
      const combo = comboOf(pressed)
      if (combo === null) return false
      const first = pending !== null && pressed.timeStamp - pending.at < sequenceMs ? pending.combo : null
      pending = null
      // A button or link under the focus keeps its own Enter and Space.
      if (onControl && (combo === 'Enter' || combo === ' ')) return false
      if (typing && isTyped(combo)) return false
      const acting = all().filter((binding) => !typing || binding.whileTyping === true)
      const wanted = first === null ? combo : `${first} ${combo}`
      const found = acting.find((binding) => binding.keys === wanted)
      if (found !== undefined) {
        if (pressed.repeat !== true || found.repeats === true) found.run()
        return true
      }
      if (first === null && acting.some((binding) => binding.keys.startsWith(`${combo} `))) {
        if (pressed.repeat !== true) pending = { combo, at: pressed.timeStamp }
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
