// One row of the library: what it is, a line about it (row-line.tsx), how long it is, and the lamp. The grid around it is item-list.tsx.
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised; the grid roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid of rows the row takes the focus, not its cells
import {
  BookOpen,
  File as FileIcon,
  FileText,
  FolderGit2,
  List,
  type LucideIcon,
  Presentation,
  ScrollText,
  SearchX,
  Star,
} from 'lucide-react'
import { memo } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { CallName } from '../../shared/contract.ts'
import type { ItemId, ItemKind, ItemSummary } from '../../shared/item.ts'
import { finished, kindWord, progressWords, stateSentence } from '../client/item-words.ts'
import { splitTitle, titleInSeries } from '../client/title-in-series.ts'
import { minutesWords } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { Lamp } from '../design/lamp.tsx'
import { RowLine } from './row-line.tsx'
import { RowName } from './row-name.tsx'
import { Snippet } from './snippet.tsx'

const kindIcons: Readonly<Record<ItemKind, LucideIcon>> = {
  article: FileText,
  talk: Presentation,
  paper: ScrollText,
  book: BookOpen,
  repo: FolderGit2,
  document: FileIcon,
  index: List,
  other: FileText,
}

/** How a click chooses: alone, from the current row to this one, or one more. */
export type Reach = 'one' | 'range' | 'more'

export type RowDoings = {
  choose(id: ItemId): void
  click(id: ItemId, reach: Reach): void
  open(id: ItemId): void
  toggleMark(id: ItemId): void
  /** Null: the title stays. */
  rename(item: ItemSummary, title: string | null): void
  drag(id: ItemId, transfer: DataTransfer): void
  openOutside(url: string): void
  remedy(call: CallName, item: ItemSummary): void
  /** Out of the trash, into the inbox. */
  putBack(item: ItemSummary): void
}

type Props = {
  readonly item: ItemSummary
  /** It stands under its series' heading: a number instead of the kind, and nothing the heading says. */
  readonly inSeries: boolean
  /** Where a search found it, with its marks. */
  readonly snippet: string | null
  /** What its job is doing now. */
  readonly doing: string | null
  /** Its place in a reading list; null: no list of that kind. */
  readonly number: number | null
  /** Opens it. */
  readonly href: string
  /** Among all rows of the grid, headings too. */
  readonly index: number
  readonly height: number
  readonly top: number
  readonly current: boolean
  readonly marked: boolean
  readonly marking: boolean
  readonly renaming: boolean
  readonly doings: RowDoings
}

export const ItemRow = memo(function ItemRow(props: Props) {
  const { item, inSeries, snippet, doing, current, marked, marking, renaming, doings } = props
  const tabIndex = current ? 0 : -1
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a row are the list's, in the key map
    <div
      role="row"
      aria-rowindex={props.index + 1}
      aria-selected={marking ? marked : current}
      aria-current={current || undefined}
      data-id={item.id}
      tabIndex={tabIndex}
      draggable={!renaming}
      className={['row', ...(current ? ['sel'] : []), ...(item.progress >= finished ? ['read'] : [])].join(' ')}
      style={{ height: props.height, top: props.top }}
      onFocus={() => doings.choose(item.id)}
      onMouseDown={(event) => {
        // Shift would select the words between two clicks, and the focus would move the row a range begins at.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={(event) => doings.click(item.id, event.shiftKey ? 'range' : event.metaKey || event.ctrlKey ? 'more' : 'one')}
      onDoubleClick={() => doings.open(item.id)}
      onDragStart={(event) => doings.drag(item.id, event.dataTransfer)}
    >
      <div role="gridcell" className="lead">
        {marking ? (
          <input
            type="checkbox"
            className="box"
            aria-label={`Mark ${item.title}`}
            tabIndex={-1}
            checked={marked}
            onChange={() => doings.toggleMark(item.id)}
            onClick={(event) => event.stopPropagation()}
          />
        ) : props.number !== null && item.state !== 'to-find' ? (
          <span className={`number num${props.number > 999 ? ' long' : ''}`} title={kindWord(item.kind)}>
            <span className="sr">{kindWord(item.kind)}, number </span>
            {props.number}
          </span>
        ) : inSeries && item.series?.part != null ? (
          <span className="number num" title={`Part ${item.series.part}`}>
            <span className="sr">Part </span>
            {item.series.part}
          </span>
        ) : (
          <span title={item.state === 'to-find' ? 'To find' : kindWord(item.kind)}>
            <Icon of={item.state === 'to-find' ? SearchX : kindIcons[item.kind]} />
            <span className="sr">{item.state === 'to-find' ? 'To find' : kindWord(item.kind)}</span>
          </span>
        )}
      </div>
      <div role="gridcell" className="main">
        <div className="t">
          {renaming ? (
            <RowName title={item.title} onDone={(title) => doings.rename(item, title)} />
          ) : (
            <a
              href={props.href}
              tabIndex={-1}
              dir="auto"
              lang={item.lang ?? undefined}
              title={item.series === null ? undefined : item.title}
              draggable={false}
              onClick={(event) => {
                // With a key held a click gathers rows; it neither opens the item nor a second window.
                if (event.shiftKey || event.metaKey || event.ctrlKey) event.preventDefault()
              }}
            >
              <RowTitle item={item} inSeries={inSeries} />
            </a>
          )}
          {item.startSeconds === null ? null : (
            <button
              type="button"
              className="start num"
              tabIndex={tabIndex}
              title={`Starts at ${showSeconds(item.startSeconds)}. Opens there in the browser`}
              aria-label={`Open at ${showSeconds(item.startSeconds)} in the browser`}
              onClick={() => doings.openOutside(item.url)}
            >
              {showSeconds(item.startSeconds)}
            </button>
          )}
          {item.favourite ? (
            <span className="fav" role="img" aria-label="Favourite" title="Favourite">
              <Icon of={Star} small />
            </span>
          ) : null}
        </div>
        <RowLine
          item={item}
          inSeries={inSeries}
          snippet={snippet}
          doing={doing}
          href={props.href}
          tabIndex={tabIndex}
          onRemedy={(call) => doings.remedy(call, item)}
          onPutBack={() => doings.putBack(item)}
        />
      </div>
      <div role="gridcell" className="aside" dir="auto">
        {snippet !== null ? (
          <Snippet text={snippet} />
        ) : item.recommendation ? (
          <q className="voice">{item.recommendation}</q>
        ) : (
          item.excerpt
        )}
      </div>
      <div role="gridcell" className="len num">
        <Length item={item} />
      </div>
      <div role="gridcell" className="state">
        <Lamp state={item.state} says={stateSentence(item)} />
      </div>
    </div>
  )
})

/** What names the series gives way before the title does. */
function RowTitle({ item, inSeries }: { readonly item: ItemSummary; readonly inSeries: boolean }) {
  if (inSeries && item.series !== null) return titleInSeries(item.title, item.series.title)
  const { series, own } = splitTitle(item)
  if (series === '') return own
  return (
    <>
      <span className="of-series">{series.trimEnd()}</span> <span className="own">{own}</span>
    </>
  )
}

function Length({ item }: { readonly item: ItemSummary }) {
  // What is to find has no length to come before it has a link, and its own line says that.
  if (item.state === 'to-find') return null
  if (item.minutes === 0) return <span>{item.kind === 'document' ? 'kept as a file' : 'no length yet'}</span>
  return (
    <>
      <i className="length" style={{ '--min': item.minutes, '--read': Math.round(item.progress * 100) }} />
      <span>
        {minutesWords(item.minutes)}
        <span>{progressWords(item.progress)}</span>
      </span>
    </>
  )
}
