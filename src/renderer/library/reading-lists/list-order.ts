// The order of a reading list as the window moves it, and what puts it back. Pure; the library's own order is cache/list-entries.ts.
import type { ItemId } from '../../../shared/item.ts'
import type { ListEntry } from '../../../shared/list.ts'

export type Standing = Pick<ListEntry, 'headings' | 'title' | 'alternates'> & { readonly item: { readonly id: ItemId } }

/** Entries that stood together under one heading, and what stood behind them. */
export type Run<E extends Standing> = { readonly entries: readonly E[]; readonly before: ItemId | null }

/** The list with some of its entries before another one, null: at its end, under `headings`. */
export function placed<E extends Standing>(
  entries: readonly E[],
  ids: readonly ItemId[],
  before: ItemId | null,
  headings: readonly string[],
): readonly E[] {
  const moving = new Set(ids)
  const staying = entries.filter(({ item }) => !moving.has(item.id))
  const at = staying.findIndex(({ item }) => item.id === before)
  const moved = entries.filter(({ item }) => moving.has(item.id)).map((entry) => ({ ...entry, headings: [...headings] }))
  return at < 0 ? [...staying, ...moved] : [...staying.slice(0, at), ...moved, ...staying.slice(at)]
}

/** What puts entries back where they stand now, run by run from the last to the first: behind a run nothing moves any more. */
export function runsBack<E extends Standing>(entries: readonly E[], ids: readonly ItemId[]): readonly Run<E>[] {
  const moving = new Set(ids)
  const runs: { entries: E[]; before: ItemId | null }[] = []
  let last: E | null = null
  for (const entry of entries.toReversed()) {
    const run = runs.at(-1)
    if (moving.has(entry.item.id)) {
      if (last !== null && run?.entries[0] === last && same(last.headings, entry.headings)) run.entries.unshift(entry)
      else runs.push({ entries: [entry], before: last?.item.id ?? null })
    }
    last = entry
  }
  return runs
}

/** Before the row `before`, in the group of the row `beside`. */
export type Target = { readonly before: number; readonly beside: number }

/** Where rows come to stand one step on: over the next row, or first over the heading that parts them from it. Null at the end. */
export function oneStep(entries: readonly Pick<Standing, 'headings'>[], from: readonly number[], by: 1 | -1): Target | null {
  const edge = by === 1 ? Math.max(...from) : Math.min(...from)
  const beside = edge + by
  const [here, next] = [entries[edge], entries[beside]]
  if (here === undefined || next === undefined) return null
  const over = same(here.headings, next.headings)
  return { before: by === 1 ? (over ? edge + 2 : edge + 1) : over ? edge - 1 : edge, beside }
}

/** The rows that begin another group than the row above, with the group's name. */
export function groupHeadings(
  entries: readonly Pick<ListEntry, 'headings'>[],
): readonly { readonly title: string; readonly beforeRow: number }[] {
  let last = ''
  return entries.flatMap(({ headings }, beforeRow) => {
    const title = headings.join(', ')
    if (title === last) return []
    last = title
    return [{ title, beforeRow }]
  })
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((heading, at) => heading === other[at])
}
