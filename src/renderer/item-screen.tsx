// An opened item: the bar, the keys, and the room that shows it (reader, talk, document, or nothing yet). Keeps its row true while it is open.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Failure } from '../shared/failure.ts'
import type { CopyId, ItemId } from '../shared/item.ts'
import type { ListId } from '../shared/list.ts'
import type { ItemActions } from './client/item-actions.ts'
import { useCall } from './client/use-call.ts'
import { useWindowCommand } from './client/window-commands.ts'
import { KeysShown } from './design/keys-shown.tsx'
import { Say } from './design/say.tsx'
import { TitleBar } from './design/title-bar.tsx'
import { useKept } from './design/use-kept.ts'
import { useKeys } from './design/use-keys.ts'
import { outlineOverlay, useMedia } from './design/use-media.ts'
import { ErrorNotice } from './failure/failure-notice.tsx'
import { ItemBar } from './item-bar.tsx'
import { itemKeys } from './item-keys.ts'
import { DocumentView } from './reader/document-view.tsx'
import { NothingHere } from './reader/nothing-here.tsx'
import { type LeafPlace, ReaderView } from './reader/reader-view.tsx'
import { ToFind } from './reader/to-find.tsx'
import { useAlongList } from './reader/use-along-list.ts'
import { type SeriesPart, useSeries } from './reader/use-series.ts'
import { hashOf } from './routes.ts'
import { TalkRoom } from './talks/talk-room.tsx'
import { defaultReading, readingVariables, steppedSize } from './type/reading-variables.ts'
import { useReadingSettings } from './type/use-reading-settings.ts'
import { goTo } from './use-route.ts'
import './design/window.css'
import './design/leaf.css'

type Props = {
  readonly id: ItemId
  readonly copy: CopyId | null
  /** The reading list one reads along. */
  readonly list: ListId | null
  readonly actions: ItemActions
  readonly onBack: () => void
}

const nowhere: LeafPlace = { words: '', done: 0, outline: null }

export function ItemScreen({ id, copy, list, actions, onBack }: Props) {
  const queries = useQueryClient()
  const asked = { id, ...(copy === null ? {} : { copy }) }
  const open = useCall('item.open', asked, { fresh: true })
  const details = useCall('item.get', { id })
  const [place, setPlace] = useState(nowhere)
  const over = useMedia(outlineOverlay)
  const [outlineKept, setOutlineKept] = useKept('outline', true)
  const [outlinePassing, setOutlinePassing] = useState(false)
  const outlineOpen = over ? outlinePassing : outlineKept
  const foldOutline = () => (over ? setOutlinePassing(!outlinePassing) : setOutlineKept(!outlineKept))

  const [listOpen, setListOpen] = useState(false)
  const highlightList = { open: listOpen, toggle: () => setListOpen(!listOpen) }

  const type = useReadingSettings(actions.attempt)
  const larger = () => type.change({ size: steppedSize(type.reading.size, 1) })
  const smaller = () => type.change({ size: steppedSize(type.reading.size, -1) })
  useWindowCommand('text-larger', larger)
  useWindowCommand('text-smaller', smaller)
  useWindowCommand('text-reset', () => type.change({ size: defaultReading.size }))

  const opened = open.data
  const item = details.data?.item ?? opened?.item
  const title = item?.title ?? (open.error === null ? 'Opening' : 'Not opened')
  const ofSeries = useSeries(item)
  const series = useAlongList(list, id) ?? ofSeries
  useEffect(() => {
    document.title = `Carrel: ${title}`
  }, [title])

  // What was on its way is here now: nobody reads yet, so it opens by itself.
  const nothingYet = opened !== undefined && opened.copy === null
  const hasTalk = (details.data?.talk ?? null) !== null
  const arrived = nothingYet && item !== undefined && (item.shownCopy !== null || (hasTalk && opened.talk === null))
  const openAgain = () => void queries.resetQueries({ queryKey: ['item.open', asked] })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every arrival
  useEffect(() => {
    if (arrived) openAgain()
  }, [arrived])
  const deleted = opened !== undefined && [details.error, open.error].some(isGone)
  useKeys(
    item === undefined || deleted
      ? [{ keys: 'Escape', says: 'Back to the library', group: 'Reading', run: onBack }]
      : itemKeys({
          item,
          actions,
          onBack,
          onOutline: place.outline === null ? null : foldOutline,
          onNextPart: wayTo(series?.next, list),
          onPreviousPart: wayTo(series?.previous, list),
          textSize: { larger, smaller },
        }),
  )

  if (deleted) return <Deleted onBack={onBack} />
  if (open.error !== null) return <NotOpened error={open.error} onAgain={() => void open.refetch()} onBack={onBack} />
  if (opened === undefined || item === undefined) return <div className="win reader" aria-busy="true" />

  const job = details.data?.job ?? null
  const { framePath, copy: copyHere } = opened
  const newer = copy === null && item.shownCopy !== null && opened.copy !== null && item.shownCopy !== opened.copy.id
  const reader = {
    item,
    actions,
    series,
    type,
    onBack,
    outlineOpen,
    highlightList,
    onPlace: setPlace,
    onOutlineUsed: () => setOutlinePassing(false),
    onShowNewer: newer ? openAgain : null,
  }
  const room = (): ReactNode => {
    if (item.state === 'to-find') return <ToFind item={item} actions={actions} onFound={(found) => goOn(id, found, list)} />
    if (opened.talk !== null || item.kind === 'talk') {
      return <TalkRoom opened={opened} copies={details.data?.copies ?? []} job={job} reader={reader} onShows={openAgain} />
    }
    if (copyHere !== null && framePath !== null) {
      return <ReaderView key={framePath} {...reader} opened={{ ...opened, framePath, copy: copyHere }} />
    }
    if (copyHere !== null) return <DocumentView item={item} copy={copyHere} actions={actions} />
    return <NothingHere item={item} job={job} actions={actions} />
  }
  return (
    // The frame wears the same variables (reader/dress-frame.ts): title, measure and article change as one.
    <div className="win reader" style={readingVariables(type.reading)}>
      <ItemBar
        item={item}
        actions={actions}
        onBack={onBack}
        series={series}
        type={framePath === null && opened.talk === null ? null : type}
        place={place.words}
        done={place.done}
        highlightList={copyHere?.form === 'article' ? highlightList : null}
        outline={place.outline === null ? null : { name: place.outline, open: outlineOpen, toggle: foldOutline }}
      />
      {room()}
    </div>
  )
}

function wayTo(part: SeriesPart | null | undefined, list: ListId | null): (() => void) | null {
  return part ? () => goTo({ screen: 'item', id: part.id, copy: null, ...(list === null ? {} : { list }) }) : null
}

/** Who still looks at what was to find is shown what it has become. */
function goOn(from: ItemId, to: ItemId, list: ListId | null): void {
  if (location.hash.startsWith(hashOf({ screen: 'item', id: from, copy: null })))
    goTo({ screen: 'item', id: to, copy: null, ...(list === null ? {} : { list }) }, { replace: true })
}

function isGone(error: unknown): boolean {
  return error instanceof Failure && error.code === 'item.unknown'
}

/** It was deleted for good while it was read here: nothing that is pressed could reach it any more. */
function Deleted({ onBack }: { readonly onBack: () => void }) {
  return (
    <div className="win reader">
      <TitleBar>{null}</TitleBar>
      <main id="page" className="leaf" tabIndex={-1}>
        <div className="column" role="alert">
          <h1 className="sr">Deleted</h1>
          <Say state="failed" bold="This item was deleted in another window." plain="It is not in the library any more.">
            <button type="button" className="btn sm" onClick={onBack}>
              Back to the library <KeysShown keys="Escape" />
            </button>
          </Say>
        </div>
      </main>
    </div>
  )
}

type NotOpenedProps = { readonly error: unknown; readonly onAgain: () => void; readonly onBack: () => void }

function NotOpened({ error, onAgain, onBack }: NotOpenedProps) {
  return (
    <div className="win reader">
      <TitleBar>
        <button type="button" className="btn bare sm" onClick={onBack}>
          Back to the library <KeysShown keys="Escape" />
        </button>
      </TitleBar>
      <main id="page" className="leaf" tabIndex={-1}>
        <div className="column">
          <h1 className="sr">Not opened</h1>
          <ErrorNotice error={error} onAgain={onAgain} />
        </div>
      </main>
    </div>
  )
}
