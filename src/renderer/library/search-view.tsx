// What a search found, while it is typed: newest first at every key, the best first once the keys rest.
import { Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import { useCall } from '../client/use-call.ts'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { EmptyPlace } from './empty-place.tsx'
import { foundWords } from './found-words.ts'
import { type LibraryFrame, LibraryPage } from './library-page.tsx'
import { layoutOf } from './list-layout.ts'
import { QueryExamples } from './query-examples.tsx'
import { QueryField } from './query-field.tsx'
import { useSeries } from './use-series.ts'

type Props = {
  readonly frame: LibraryFrame
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onLeave: () => void
}

/** Ranking every match of a short word costs; the newest are found at once. */
const restMs = 600
const shown = 200
/** What fills a screen. */
const shownWhileTyping = 20

export function SearchView({ frame, words, onWords, onLeave }: Props) {
  const rested = useRested(words, restMs)
  const settings = useCall('settings.get', {})
  const series = useSeries()
  const asked = words.trim() !== ''
  const found = useCall(
    'search.find',
    { words, limit: rested ? shown : shownWhileTyping, order: rested ? 'best' : 'newest' },
    { keep: true, enabled: asked },
  )
  const hits = asked ? (found.data?.hits ?? []) : []
  const layout = useMemo(() => layoutOf(hits.length, [], []), [hits.length])
  useKeys([{ keys: 'Escape', says: 'Leave the search', group: 'The window', run: onLeave }])

  const instead =
    found.error !== null ? (
      <div className="instead">
        <ErrorNotice error={found.error} onAgain={() => void found.refetch()} />
      </div>
    ) : !asked ? (
      <QueryExamples onExample={onWords} />
    ) : found.isPending ? (
      <div className="rows" aria-busy="true" />
    ) : hits.length > 0 ? null : (
      <EmptyPlace icon={Search} bold={`Nothing here is like “${words.trim()}”.`} plain="Try fewer words, or only the beginning of one." />
    )

  return (
    <LibraryPage
      frame={{
        ...frame,
        onOpen({ id }) {
          const seconds = hits.find((hit) => hit.id === id)?.seconds ?? null
          frame.onOpen(seconds === null ? { id } : { id, anchor: `t-${Math.floor(seconds)}` })
        },
      }}
      name="search"
      asked={words.trim()}
      title="Search"
      sub={
        <span className="second" role="status">
          {asked && !found.isPending ? foundWords(hits.length, shownWhileTyping, found.data?.total ?? null) : '\u00a0'}
        </span>
      }
      tools={null}
      under={<QueryField words={words} onWords={onWords} onLeave={onLeave} />}
      rows={{
        total: hits.length,
        row: (index) => {
          const hit = hits[index]
          return hit === undefined
            ? null
            : {
                item: hit.item,
                snippet: hit.snippet === '' ? null : `${hit.seconds === null ? '' : `${showSeconds(hit.seconds)} `}${hit.snippet}`,
              }
        },
        indexOf: (id) => hits.findIndex((hit) => hit.id === id),
        loaded: () => hits.map((hit) => hit.item),
        fetch: async (from, to) => hits.slice(from, to + 1).map((hit) => hit.item),
        look: () => undefined,
      }}
      layout={layout}
      series={series}
      compact={settings.data?.density === 'compact'}
      inTrash={false}
      instead={instead}
    />
  )
}

/** True once `value` has stayed the same for `ms`. */
function useRested(value: string, ms: number): boolean {
  const [rested, setRested] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested === value
}
