// The reader: outline, title and article on one leaf. The bar over it and the keys of the item are item-screen.tsx's.
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { OutputOf } from '../../shared/contract.ts'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { finished } from '../client/item-words.ts'
import { useClient } from '../client/use-call.ts'
import { Say } from '../design/say.tsx'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import type { ReadingSettings } from '../type/use-reading-settings.ts'
import { CopySheet } from './copy-sheet.tsx'
import { Ending } from './ending.tsx'
import { headingsOf } from './headings.ts'
import type { LeafDress } from './leaf-dress.ts'
import { rememberedLine } from './line-history.ts'
import { Outline } from './outline.tsx'
import { currentHeading, minutesLeft, progressToStore, sectionLengths } from './reading-position.ts'
import { frameTop } from './scroll-to-anchor.ts'
import { TitleBlock } from './title-block.tsx'
import type { SeriesHere } from './use-series.ts'
import { useSheet } from './use-sheet.ts'

/** "36 %, 9 min left"; how much is done, 0 to 100; what the outline is called, null when there is none. */
export type LeafPlace = { readonly words: string; readonly done: number; readonly outline: string | null }

export type ReaderProps = {
  readonly opened: OutputOf<'item.open'> & { readonly framePath: string; readonly copy: CopySummary }
  readonly item: ItemSummary
  readonly actions: ItemActions
  readonly series: SeriesHere | null
  readonly type: ReadingSettings
  readonly onBack: () => void
  readonly outlineOpen: boolean
  readonly highlightList: { readonly open: boolean; readonly toggle: () => void }
  /** Tells the bar where one is, and whether there is an outline to fold. */
  readonly onPlace: (place: LeafPlace) => void
  /** Something was chosen in the outline: where it lies over the text, it goes. */
  readonly onOutlineUsed: () => void
  /** A newer copy than the one on the leaf is here; null when there is none. */
  readonly onShowNewer: (() => void) | null
  readonly dress?: LeafDress
}

export function ReaderView(props: ReaderProps) {
  const { opened, item, actions, series, type, onBack, outlineOpen, highlightList, onPlace, onOutlineUsed, onShowNewer, dress } = props
  const client = useClient()
  const leaf = useRef<HTMLElement>(null)
  const sheet = useSheet({
    leaf,
    copyId: opened.copy.id,
    reading: type.reading,
    start: opened.reading,
    keep: (place) => {
      const kept = { ...place, progress: progressToStore(opened.reading.progress, place.progress, finished) }
      actions.attempt(() => client.call('item.setReading', { id: item.id, ...kept }))
    },
  })
  const { shown, height, progress, readingAt } = sheet
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are those of the words that are shown
  const headings = useMemo(() => (shown === null ? [] : (dress?.headingsOf ?? headingsOf)(shown.article)), [shown])
  useArrivalFocus(leaf)

  const tops = shown === null ? [] : headings.map(({ element }) => element.getBoundingClientRect().top)
  const hasOutline = headings.length > 1 || series !== null
  const read = `${Math.round(progress * 100)} %${item.minutes > 0 ? `, ${leftWords(minutesLeft(item.minutes, sheet.lettersSeen))}` : ''}`
  const dressed = shown === null ? null : (dress?.place(shown, readingAt) ?? null)
  const words = dressed?.words ?? read
  const done = dressed?.done ?? progress * 100
  const outline = hasOutline ? (dress?.outlineName ?? 'Outline') : null
  useEffect(() => onPlace({ words, done, outline }), [onPlace, words, done, outline])
  useFirstLine({ leaf, shown, dress, begun: opened.reading.position > 0 || opened.reading.anchor !== null })
  return (
    <main
      ref={leaf}
      id="page"
      className={`leaf scrolls ${dress?.className ?? ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      aria-label={item.title}
      data-drop-says={dress?.dropSays}
    >
      {hasOutline && outlineOpen ? (
        <Outline
          headings={headings}
          lengths={sectionLengths(tops, height)}
          current={currentHeading(tops, readingAt)}
          series={series}
          name={dress?.outlineName ?? null}
          onGo={(element) => {
            sheet.goTo(element)
            onOutlineUsed()
          }}
        />
      ) : null}
      <div className="column">
        {dress?.head ?? <TitleBlock item={item} dir={opened.dir} onFetchMissing={() => actions.refresh([item], true)} />}
        {onShowNewer === null ? null : (
          <Say state="complete" bold={dress?.newer ?? 'A newer copy has arrived.'}>
            <button type="button" className="btn sm" onClick={onShowNewer}>
              Show it
            </button>
          </Say>
        )}
        <CopySheet
          {...{ sheet, item, actions, highlightList }}
          copy={opened.copy}
          path={opened.framePath}
          reading={type.reading}
          over={dress?.layer}
        />
        {shown === null ? null : <Ending item={item} series={series} actions={actions} onBack={onBack} />}
      </div>
    </main>
  )
}

type FirstLine = {
  readonly leaf: RefObject<HTMLElement | null>
  readonly shown: ShownArticle | null
  readonly dress: LeafDress | undefined
  readonly begun: boolean
}

/** Once, and behind the reading position, which is restored in the same breath and would win. */
function useFirstLine({ leaf, shown, dress, begun }: FirstLine): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every arrival
  useEffect(() => {
    if (shown === null || begun || rememberedLine() !== null) return
    const first = dress?.firstLine(shown.article) ?? null
    if (first === null) return
    let gone = false
    // After the next painting: by then what stands over that line has its room.
    const soon = requestAnimationFrame(() => {
      const { current } = leaf
      if (gone || current === null) return
      current.scrollTop = frameTop(current, shown.frame) + first.getBoundingClientRect().top - current.clientHeight * roomOverFirst
    })
    return () => {
      gone = true
      cancelAnimationFrame(soon)
    }
  }, [shown])
}

/** The share of the leaf that stays over the line one begins at. */
const roomOverFirst = 0.22

function leftWords(minutes: number): string {
  return minutes === 0 ? 'the end' : `${minutes} min left`
}
