// One row of the library: what it is, a line about it, how long it is, and the lamp. The grid around it is item-list.tsx.
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised; the grid roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid of rows the row takes the focus, not its cells
import { BookOpen, File as FileIcon, FileText, FolderGit2, List, type LucideIcon, Presentation, ScrollText, Star } from 'lucide-react'
import { memo } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { CallName } from '../../shared/contract.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemId, ItemKind, ItemSummary } from '../../shared/item.ts'
import { finished, kindWord, missingWords, progressWords, stateSentence, whoAndWhere } from '../client/item-words.ts'
import { minutesWords } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { Lamp } from '../design/lamp.tsx'
import { Snippet } from './snippet.tsx'

export const kindIcons: Readonly<Record<ItemKind, LucideIcon>> = {
  article: FileText,
  talk: Presentation,
  paper: ScrollText,
  book: BookOpen,
  repo: FolderGit2,
  document: FileIcon,
  index: List,
  other: FileText,
}

export type RowDoings = {
  choose(id: ItemId): void
  open(id: ItemId): void
  toggleMark(id: ItemId): void
  openOutside(url: string): void
  remedy(call: CallName, item: ItemSummary): void
}

type Props = {
  readonly item: ItemSummary
  /** Where a search found it, with its marks. */
  readonly snippet: string | null
  /** What its job is doing now. */
  readonly doing: string | null
  readonly index: number
  readonly height: number
  readonly top: number
  readonly current: boolean
  readonly marked: boolean
  readonly marking: boolean
  readonly doings: RowDoings
}

export const ItemRow = memo(function ItemRow({ item, snippet, doing, index, height, top, current, marked, marking, doings }: Props) {
  const read = item.progress >= finished
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a row are the list's, in the key map
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={current}
      data-id={item.id}
      tabIndex={current ? 0 : -1}
      className={`row${current ? ' sel' : ''}${read ? ' read' : ''}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onFocus={() => doings.choose(item.id)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) doings.toggleMark(item.id)
        doings.choose(item.id)
      }}
      onDoubleClick={() => doings.open(item.id)}
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
          />
        ) : (
          <span title={kindWord(item.kind)}>
            <Icon of={kindIcons[item.kind]} />
            <span className="sr">{kindWord(item.kind)}</span>
          </span>
        )}
      </div>
      <div role="gridcell" className="main">
        <div className="t">
          <a href={`#/item/${item.id}`} tabIndex={-1} dir="auto" lang={item.lang ?? undefined}>
            {item.title}
          </a>
          {item.startSeconds === null ? null : (
            <button
              type="button"
              className="start num"
              tabIndex={current ? 0 : -1}
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
        <RowLine item={item} snippet={snippet} doing={doing} tabIndex={current ? 0 : -1} onRemedy={(call) => doings.remedy(call, item)} />
      </div>
      <div role="gridcell" className="aside" dir="auto">
        {snippet === null ? (item.excerpt ?? '') : <Snippet text={snippet} />}
      </div>
      <div role="gridcell" className="len num">
        {item.minutes > 0 ? (
          <>
            <i className="length" style={{ '--min': item.minutes, '--read': Math.round(item.progress * 100) }} />
            <span>
              {minutesWords(item.minutes)}
              <span>{progressWords(item.progress)}</span>
            </span>
          </>
        ) : (
          <span>{item.kind === 'document' ? 'kept as a file' : 'no length yet'}</span>
        )}
      </div>
      <div role="gridcell" className="state">
        <Lamp state={item.state} says={stateSentence(item)} />
      </div>
    </div>
  )
})

type LineProps = {
  readonly item: ItemSummary
  readonly snippet: string | null
  readonly doing: string | null
  readonly tabIndex: number
  readonly onRemedy: (call: CallName) => void
}

/** The line under the title: trouble first, then who wrote it, then the first words. */
function RowLine({ item, snippet, doing, tabIndex, onRemedy }: LineProps) {
  if (item.state === 'failed' && item.failure !== null) {
    const { says, action } = wordsFor(item.failure)
    return (
      <div className="m failed">
        <span className="failed why">{doing === null ? says : `${says} ${doing}`}</span>
        {doing === null && action !== undefined ? (
          <button type="button" className="fix failed" tabIndex={tabIndex} onClick={() => onRemedy(action.call)}>
            {action.label}
          </button>
        ) : null}
        <span className="first">{whoAndWhere(item)}</span>
      </div>
    )
  }
  const trouble =
    doing !== null || item.state === 'waiting' ? (
      <span className="waiting why">{doing ?? 'On its way'}</span>
    ) : item.state === 'partial' ? (
      <span className="partial why">{missingWords(item.report) ?? 'Something is missing.'}</span>
    ) : null
  return (
    <div className="m">
      {trouble}
      <span className="who">{whoAndWhere(item)}</span>
      {snippet !== null ? (
        <span className="first" dir="auto">
          <Snippet text={snippet} />
        </span>
      ) : item.excerpt !== null ? (
        <span className="first" dir="auto">
          {item.excerpt}
        </span>
      ) : null}
    </div>
  )
}
