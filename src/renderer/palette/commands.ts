// The commands of the palette: every binding that acts right now, under the keys in force, and what the window can do without a key. Pure.
import type { LucideIcon } from 'lucide-react'
import type { Binding, Offer } from '../design/key-map.ts'

export type Command = {
  readonly key: string
  readonly says: string
  /** What it acts on, where its words do not say. */
  readonly about?: string
  /** It acts on the item that is open, which is what the reader has before them. */
  readonly onOpenItem?: true
  readonly icon?: LucideIcon
  /** Combinations in force; none for what has no key. */
  readonly keys: readonly string[]
  readonly run: () => void
  /** It only leads to a place, which a list with places in it need not say twice. */
  readonly leads?: true
}

/** A place of the library; `binding`: the id of the keys that lead there. */
export type Place = { readonly title: string; readonly icon: LucideIcon; readonly href: string; readonly binding: string | null }

export const paletteKeys = 'Mod+k'

/** What one looks for first stands first; moving about in a list is what fingers know without any palette. */
const order = ['The item', 'Add', 'Reading', 'Marking', 'Everywhere', 'The window']
const rank = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length)

/** `itemOpen`: one item fills the window. `acting` as the key map lists them; those with the same words in the same group are one command with several keys. */
export function commandsOf(acting: readonly Binding[], more: readonly Command[], itemOpen = false): readonly Command[] {
  const own = acting.filter(({ id, keys, group }) => (id ?? keys) !== paletteKeys && group !== 'Go to')
  const sorted = own.toSorted((a, b) => rank(a.group) - rank(b.group))
  const merged = [...Map.groupBy(sorted, ({ group, says }) => `${group}: ${says}`)]
  return [...merged.map(([key, same]) => commandOf(key, same, itemOpen)), ...more]
}

/** What the room that is shown can do without a key stands before what the window can. */
export function commandsOffered(offers: readonly Offer[]): readonly Command[] {
  return offers.map((offer) => ({ ...offer, key: `offer ${offer.says}`, keys: [] }))
}

function commandOf(key: string, same: readonly Binding[], itemOpen: boolean): Command {
  const [first] = same
  if (first === undefined) throw new Error('a group without a binding')
  const about = first.about === undefined ? {} : { about: first.about }
  const here = itemOpen && first.group === 'The item' ? { onOpenItem: true as const } : {}
  return { key, says: first.says, ...about, ...here, keys: same.map(({ keys }) => keys), run: first.run }
}
