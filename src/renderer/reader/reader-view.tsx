// The reader: outline, title and article on one leaf. The bar over it and the keys of the item are item-screen.tsx's.
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { finished } from '../client/item-words.ts'
import { useClient } from '../client/use-call.ts'
import { Say } from '../design/say.tsx'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { EarlierMarks } from '../highlights/earlier-marks.tsx'
import { HighlightLayer } from '../highlights/highlight-layer.tsx'
import type { ShownArticle } from '../page-text/shown-article.ts'
import type { ReadingSettings } from '../type/use-reading-settings.ts'
import { ArticleFrame } from './article-frame.tsx'
import { Ending } from './ending.tsx'
import { showRange } from './furniture/show-range.ts'
import { type Heading, headingsOf } from './headings.ts'
import type { LeafDress } from './leaf-dress.ts'
import { rememberedLine, useLineHistory } from './line-history.ts'
import { MissingCopy } from './missing-copy.tsx'
import { Outline } from './outline.tsx'
import { PageTools } from './page-tools.tsx'
import type { FollowLink } from './page-tools-props.ts'
import { currentHeading, minutesLeft, progressToStore, sectionLengths } from './reading-position.ts'
import { frameTop, scrollToAnchor } from './scroll-to-anchor.ts'
import { TitleBlock } from './title-block.tsx'
import { useReadingPosition } from './use-reading-position.ts'
import type { SeriesHere } from './use-series.ts'
import './reader.css'

/** "36 %, 9 min left"; how much is done, 0 to 100; what the outline is called, null when there is none. */
export type LeafPlace = { readonly words: string; readonly done: number; readonly outline: string | null }

export type ReaderProps = {
  readonly opened: OutputOf<'item.open'> & { readonly framePath: string }
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
  const [shown, setShown] = useState<ShownArticle | null>(null)
  const [headings, setHeadings] = useState<readonly Heading[]>([])
  const [height, setHeight] = useState(0)
  const [missing, setMissing] = useState(false)

  const { progress, lettersSeen, scrolled, settle, lineNow, returnToLine } = useReadingPosition({
    leaf,
    shown,
    copyId: opened.copy?.id ?? null,
    reading: type.reading,
    start: opened.reading,
    keep: (place) => {
      const kept = { ...place, progress: progressToStore(opened.reading.progress, place.progress, finished) }
      actions.attempt(() => client.call('item.setReading', { id: item.id, ...kept }))
    },
  })
  const step = useLineHistory({ shown: shown !== null, lineNow, goToLine: returnToLine })
  useArrivalFocus(leaf)

  const showElement = (element: Element) => {
    if (leaf.current !== null && shown !== null) scrollToAnchor(leaf.current, shown.frame, element)
  }
  const goToElement = (element: Element) => {
    step()
    showElement(element)
  }
  const goToPlace = (range: Range) => {
    if (leaf.current !== null && shown !== null) showRange(leaf.current, shown.frame, range)
  }
  /** What a link does is decided by the tools over the article, which know notes and saved pages. */
  const followLink = useRef<FollowLink>(() => undefined)

  // A heading is current once it is in the upper quarter of what is seen.
  const line = scrolled + (leaf.current?.clientHeight ?? 0) / 4
  const tops = shown === null ? [] : headings.map(({ element }) => element.getBoundingClientRect().top)
  const hasOutline = headings.length > 1 || series !== null
  const read = `${Math.round(progress * 100)} %${item.minutes > 0 ? `, ${leftWords(minutesLeft(item.minutes, lettersSeen))}` : ''}`
  const words = dress === undefined || shown === null ? read : dress.placeWords(shown, line)
  const outline = hasOutline ? (dress?.outlineName ?? 'Outline') : null
  useEffect(() => onPlace({ words, done: progress * 100, outline }), [onPlace, words, progress, outline])
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
          current={currentHeading(tops, line)}
          series={series}
          name={dress?.outlineName ?? null}
          onGo={(element) => {
            goToElement(element)
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
        {opened.copy === null ? null : <EarlierMarks item={item} copyId={opened.copy.id} />}
        {missing ? (
          <MissingCopy item={item} actions={actions} />
        ) : (
          <div className="sheet">
            <ArticleFrame
              path={opened.framePath}
              title={item.title}
              pageUrl={opened.copy?.finalUrl ?? null}
              reading={type.reading}
              onShown={(article) => {
                setHeadings((dress?.headingsOf ?? headingsOf)(article.article))
                setShown(article)
              }}
              onHeight={(next) => {
                settle()
                setHeight(next)
              }}
              onLink={(decision, click) => followLink.current(decision, click)}
              onMissing={() => setMissing(true)}
            />
            {shown === null || opened.copy === null ? null : (
              <>
                <PageTools
                  item={item}
                  copy={opened.copy}
                  shown={shown}
                  height={height}
                  actions={actions}
                  leaf={leaf}
                  followLink={followLink}
                  onGo={goToElement}
                  onArrive={(element) => {
                    // Who comes back to this step of the history was somewhere else in it by then.
                    if (rememberedLine() === null) showElement(element)
                  }}
                />
                <HighlightLayer
                  item={item}
                  copyId={opened.copy.id}
                  shown={shown}
                  height={height}
                  actions={actions}
                  onGo={(range) => goToPlace(range)}
                  list={highlightList}
                />
                {dress?.layer(shown, height)}
              </>
            )}
          </div>
        )}
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
