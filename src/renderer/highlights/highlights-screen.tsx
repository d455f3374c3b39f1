// Every highlight in one screen: by item or as they were made, narrowed by colour, tag, note, words, item or series, and carried away as Markdown.
import { ArrowDownWideNarrow, Copy, Highlighter } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useClient } from '../client/use-call.ts'
import { amount, count } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { goTo } from '../use-route.ts'
import { createHighlightDoings } from './highlight-doings.ts'
import { type HighlightFilter, HighlightFilters, noFilter } from './highlight-filters.tsx'
import { HighlightList } from './highlight-list.tsx'
import { passageAfter } from './next-passage.ts'
import { useRowDoings } from './row-doings.ts'
import { type ListedHighlight, useHighlightWindow } from './use-highlight-window.ts'
import './highlights-screen.css'

type Order = 'item' | 'newest'
const nothingMarked: ReadonlySet<HighlightId> = new Set()
const orders: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'item', label: 'By item' },
  { value: 'newest', label: 'Newest' },
]

export function HighlightsScreen({ actions }: { readonly actions: ItemActions }) {
  const client = useClient()
  const [filter, setFilterAlone] = useState<HighlightFilter>(noFilter)
  const [order, setOrder] = useState<Order>('item')
  const [current, setCurrent] = useState<HighlightId | null>(null)
  const [editing, setEditing] = useState<HighlightId | null>(null)
  const [marked, setMarked] = useState(nothingMarked)
  const [moves, setMoves] = useState(0)
  /** What is marked is what is seen: another filter begins anew. */
  const setFilter = (next: HighlightFilter) => {
    setFilterAlone(next)
    setMarked(nothingMarked)
  }
  const words = useDeferredValue(filter.words)
  const list = useHighlightWindow({
    words,
    colours: [...filter.colours],
    order,
    ...(filter.tag === null ? {} : { tag: filter.tag }),
    ...(filter.hasNote ? { hasNote: true } : {}),
    ...(filter.only?.what === 'item' ? { item: filter.only.id } : {}),
    ...(filter.only?.what === 'series' ? { series: filter.only.key } : {}),
  })
  const { shown, total, facts } = list
  const given = useRef(actions)
  given.current = actions
  const highlights = useMemo(() => createHighlightDoings(client, () => given.current, shown), [client, shown])

  const open = (highlight: Highlight) => goTo({ screen: 'item', id: highlight.itemId, copy: null, highlight: highlight.id })
  const entryOf = (id: HighlightId | null) => (id === null ? null : list.entry(list.indexOf(id)))
  const here = entryOf(current)?.highlight ?? null
  /** Where the current one was last seen: the way on when another window takes it away. */
  const lastAt = useRef(0)
  const currentAt = current === null ? -1 : list.indexOf(current)
  if (currentAt >= 0) lastAt.current = currentAt
  const remove = (going: readonly Highlight[]) => {
    const ids = new Set(going.map(({ id }) => id))
    if (current !== null && ids.has(current)) {
      setCurrent(passageAfter((index) => list.entry(index)?.highlight.id ?? null, lastAt.current, ids))
      setMoves(moves + 1)
    }
    setMarked(new Set([...marked].filter((id) => !ids.has(id))))
    highlights.remove(going)
  }
  const doings = useRowDoings({
    doings: { ...highlights, remove },
    actions,
    itemOf: (highlight) => entryOf(highlight.id)?.item ?? null,
    open,
    edit: (highlight) => {
      setEditing(highlight?.id ?? null)
      if (highlight !== null) setCurrent(highlight.id)
      else setMoves(moves + 1)
    },
    onTag: (tag) => setFilter({ ...filter, tag }),
  })
  const step = (by: number) => {
    const next = list.entry(Math.max(0, Math.min(total - 1, currentAt < 0 ? lastAt.current : currentAt + by)))
    if (next === null) return
    setCurrent(next.highlight.id)
    setMoves(moves + 1)
  }
  const toggle = (entry: ListedHighlight | null) => {
    if (entry === null) return
    const next = new Set(marked)
    if (!next.delete(entry.highlight.id)) next.add(entry.highlight.id)
    setMarked(next)
  }
  /** Of what fits now: nothing is carried away or deleted that is not in the list. */
  const chosen = async () => (await list.all()).filter(({ highlight }) => marked.size === 0 || marked.has(highlight.id))
  const removeChosen = () => {
    if (marked.size > 0) actions.attempt(async () => remove((await chosen()).map(({ highlight }) => highlight)))
    else if (here !== null) remove([here])
  }
  const copyChosen = () => actions.attempt(async () => highlights.copyQuotes(await chosen()))
  const clear = () => setMarked(nothingMarked)
  const group = 'Highlights'
  useKeys([
    { keys: 'j', says: 'Next passage', group, repeats: true, run: () => step(1) },
    { keys: 'ArrowDown', says: 'Next passage', group, repeats: true, run: () => step(1) },
    { keys: 'k', says: 'Passage before', group, repeats: true, run: () => step(-1) },
    { keys: 'ArrowUp', says: 'Passage before', group, repeats: true, run: () => step(-1) },
    { keys: 'Enter', says: 'Open in its article', group, run: () => here !== null && open(here) },
    { keys: 'n', says: 'Edit note, tags and colour', group, run: () => setEditing(current) },
    { keys: 'x', says: 'Mark for copying or deleting', group, run: () => toggle(entryOf(current)) },
    { keys: '#', says: 'Delete', group, run: removeChosen },
    ...(marked.size === 0 ? [] : [{ keys: 'Escape', says: 'Clear the marks', group, run: clear }]),
  ])

  const narrowed = filter !== noFilter && JSON.stringify(filter) !== JSON.stringify(noFilter)
  const carried = marked.size > 0 ? marked.size : total
  return (
    <main className="page hl-page" id="page" tabIndex={-1}>
      <div className="head">
        <div>
          <h1>Highlights</h1>
          <p className="sub">{facts === undefined || (total === 0 && !narrowed) ? '' : sentence(facts)}</p>
        </div>
        <div className="tools">
          {total === 0 ? null : (
            <>
              <span className="marked num quiet" role="status">
                {marked.size === 0 ? '' : `${count(marked.size)} marked`}
              </span>
              {marked.size === 0 ? null : (
                <button type="button" className="btn bare sm" onClick={clear}>
                  Clear <KeysShown keys="Escape" />
                </button>
              )}
              <Choice name="Order" icon={ArrowDownWideNarrow} value={order} options={orders} onChoose={setOrder} />
              <button type="button" className="btn sm" onClick={copyChosen} title="Copy the passages, notes and sources as Markdown">
                <Icon of={Copy} small />
                Copy {count(carried)} as Markdown
              </button>
            </>
          )}
        </div>
      </div>
      {list.error !== null ? (
        <div className="instead">
          <ErrorNotice error={list.error} onAgain={list.askAgain} />
        </div>
      ) : facts === undefined ? (
        <div aria-busy="true" />
      ) : total === 0 && !narrowed ? (
        <div className="empty">
          <Icon of={Highlighter} />
          <p>
            <b>Nothing is marked yet.</b> Open an article, select some words and choose a colour, or press <KeysShown keys="h" />. Every
            passage you mark is kept here, with your note beside it.
          </p>
        </div>
      ) : (
        <>
          <HighlightFilters filter={filter} facts={facts} onChange={setFilter} />
          {total === 0 ? (
            <div className="empty">
              <Icon of={Highlighter} />
              <p>
                <b>No passage fits all of this.</b>
              </p>
              <button type="button" className="btn" onClick={() => setFilter(noFilter)}>
                Show all
              </button>
            </div>
          ) : (
            <HighlightList
              list={list}
              byItem={order === 'item'}
              current={current}
              moves={moves}
              editing={editing}
              marked={marked}
              doings={doings}
              onChoose={setCurrent}
              onToggle={toggle}
              onOnly={(only) => setFilter({ ...filter, only })}
            />
          )}
        </>
      )}
    </main>
  )
}

/** "212 passages in 41 items, 38 with a note" */
function sentence({ total, items, withNote }: { readonly total: number; readonly items: number; readonly withNote: number }): string {
  const note = withNote === 0 ? 'none with a note' : `${count(withNote)} with a note`
  return `${amount(total, 'passage', 'passages')} in ${amount(items, 'item', 'items')}, ${note}`
}
