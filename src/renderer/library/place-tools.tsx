// The quiet tools at the right of a place's head: sort, what is shown, density, and emptying the trash.
import { ArrowDownWideNarrow, ListFilter, Rows2, Rows3 } from 'lucide-react'
import type { InputOf } from '../../shared/contract.ts'
import type { Settings } from '../../shared/settings.ts'
import { Choice } from '../design/choice.tsx'
import { ToolButton } from '../design/tool-button.tsx'

export type PlaceFilter = 'all' | 'unread' | 'begun' | 'complete' | 'partial' | 'waiting' | 'failed'

const sorts: readonly { readonly value: Settings['sort']; readonly label: string }[] = [
  { value: 'added', label: 'Added' },
  { value: 'title', label: 'Title' },
  { value: 'length', label: 'Length' },
  { value: 'progress', label: 'Progress' },
  { value: 'opened', label: 'Last opened' },
]
const filters: readonly { readonly value: PlaceFilter; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
  { value: 'begun', label: 'Begun' },
  { value: 'complete', label: 'Complete' },
  { value: 'partial', label: 'Something missing' },
  { value: 'waiting', label: 'On their way' },
  { value: 'failed', label: 'Failed' },
]

/** What a filter asks the list for. */
export function filterQuery(filter: PlaceFilter): Pick<InputOf<'item.list'>, 'state' | 'unread' | 'begun'> {
  if (filter === 'all') return {}
  if (filter === 'unread') return { unread: true }
  return filter === 'begun' ? { begun: true } : { state: filter }
}

type Props = {
  /** Null: the place has an order of its own. */
  readonly sort: Settings['sort'] | null
  readonly filter: PlaceFilter
  readonly compact: boolean
  readonly onSort: (sort: Settings['sort']) => void
  readonly onFilter: (filter: PlaceFilter) => void
  readonly onDensity: () => void
}

export function PlaceTools({ sort, filter, compact, onSort, onFilter, onDensity }: Props) {
  return (
    <>
      {sort === null ? null : <Choice name="Sort by" icon={ArrowDownWideNarrow} value={sort} options={sorts} onChoose={onSort} />}
      <Choice name="Show" icon={ListFilter} value={filter} options={filters} onChoose={onFilter} />
      <ToolButton icon={compact ? Rows2 : Rows3} name={compact ? 'Density: compact' : 'Density: comfortable'} onPress={onDensity} />
    </>
  )
}
