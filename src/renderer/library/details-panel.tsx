// Everything known about one item: what can be done, how complete it is, its copies, where it came from.
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { hasOriginal, kindWord, whoAndWhere } from '../client/item-words.ts'
import { isActive, jobWords } from '../client/job-words.ts'
import { partTitle } from '../client/title-in-series.ts'
import { useCall } from '../client/use-call.ts'
import { amount, bytes, dayAndTime, minutesWords, pageDate } from '../design/amounts.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { Leaders } from '../design/leaders.tsx'
import { Menu } from '../design/menu.tsx'
import { Say } from '../design/say.tsx'
import { ToolButton } from '../design/tool-button.tsx'
import { detailsOverlay, useMedia } from '../design/use-media.ts'
import { FailureNotice } from '../failure/failure-notice.tsx'
import { Completeness } from './completeness.tsx'
import { Copies } from './copies.tsx'
import { itemMenu } from './item-menu.ts'
import { seriesHref } from './library-place.ts'
import { LonePart } from './lone-part.tsx'
import { partNumber, type Series } from './series-facts.ts'
import { WhyHere } from './why-here.tsx'
import { Yours } from './yours.tsx'
import './details.css'

type Props = {
  readonly item: ItemSummary
  /** The series it is a part of, when there are more parts here. */
  readonly series: Series | null
  readonly actions: ItemActions
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onPutInList: () => void
  readonly onTakeOut: (() => void) | null
  readonly onDeleteForever: () => void
  readonly onClose: () => void
}

export function DetailsPanel({ item, series, actions, onOpen, onClose, ...doings }: Props) {
  const details = useCall('item.get', { id: item.id }, { keep: true })
  const over = useMedia(detailsOverlay)
  const element = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is another text, read from its beginning
  useEffect(() => {
    // In newer Chromium it answers a promise, which React would take for the way to undo it.
    element.current?.scrollTo(0, 0)
  }, [item.id])

  // Lying over the page, it takes the focus and gives it back.
  useEffect(() => {
    if (!over) return
    const before = document.activeElement
    element.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [over])

  const known = details.data?.item.id === item.id ? details.data : null
  const job = known?.job ?? null
  const toFind = item.state === 'to-find'
  const readable = item.shownCopy !== null || item.kind === 'talk' || toFind
  const published = pageDate(item.publishedTime)
  return (
    <aside ref={element} className={`details scrolls${over ? ' over' : ''}`} aria-label="Details" tabIndex={-1}>
      {over ? (
        <div className="close">
          <ToolButton icon={X} name="Close the details" hint="]" onPress={onClose} />
        </div>
      ) : null}
      <p className="kind">
        {kindWord(item.kind)}
        {series === null ? null : (
          <>
            , <a href={seriesHref(series.key)} title={series.title}>{`part ${partNumber(series, item.id)} of ${partCount(series)}`}</a>
          </>
        )}
        {item.place === 'trash' ? ', in the trash' : ''}
      </p>
      <h2 dir="auto" lang={item.lang ?? undefined}>
        {series === null ? item.title : partTitle(item)}
      </h2>
      <p className="second">
        {item.wanted?.by ?? whoAndWhere(item)}
        {published === null ? '' : `, ${published.replaceAll(' ', '\u00a0')}`}
      </p>
      <div className="acts">
        <button
          type="button"
          className="btn primary"
          onClick={onOpen}
          disabled={!readable}
          title={readable ? undefined : 'Nothing of it is on this machine yet'}
        >
          {toFind ? 'Give it a link' : item.kind === 'talk' ? 'Open' : 'Read'} <KeysShown keys="Enter" />
        </button>
        {item.place === 'trash' ? (
          <button type="button" className="btn" onClick={() => actions.move([item], 'inbox')}>
            Put back <KeysShown keys="Shift+e" />
          </button>
        ) : null}
        {item.place !== 'trash' && hasOriginal(item) ? (
          <button type="button" className="btn" onClick={() => actions.openOutside(item.url)}>
            Original <KeysShown keys="o" />
          </button>
        ) : null}
        <Menu name="More" look="btn" lines={itemMenu(item, actions, doings)} />
      </div>

      <section className="sect">
        <h3>
          On this machine
          {known === null ? null : <span className="r num">{known.bytes === 0 ? 'nothing yet' : bytes(known.bytes)}</span>}
        </h3>
        {item.failure === null ? null : (
          <FailureNotice
            failure={item.failure}
            onRemedy={(call) => actions.remedy(call, item)}
            {...(hasOriginal(item) ? { onOriginal: () => actions.openOutside(item.url) } : {})}
          />
        )}
        {job !== null && isActive(job) ? <Say state="waiting" bold={`${jobWords(job, Date.now())}.`} /> : null}
        <Completeness item={item} onFetchMissing={() => actions.refresh([item], true)} onArchive={() => actions.fetchFromArchive(item)} />
      </section>

      {known !== null && known.copies.length > 0 ? (
        <Copies
          copies={known.copies}
          itemId={item.id}
          onShow={(copy) => actions.showCopy(item, copy)}
          onOpenDocument={actions.openDocument}
        />
      ) : null}

      {series === null && item.place !== 'trash' ? <LonePart item={item} actions={actions} /> : null}

      <WhyHere item={item} onOutside={actions.openOutside} />

      <Yours item={item} onTags={() => actions.editTags([item])} />

      <section className="sect">
        <h3>About it</h3>
        <Leaders
          rows={[
            ...(item.words > 0 ? [{ term: 'Text', fact: amount(item.words, 'word', 'words') }] : []),
            ...(item.minutes > 0 ? [{ term: item.kind === 'talk' ? 'Duration' : 'Reading time', fact: minutesWords(item.minutes) }] : []),
            ...(item.lang === null ? [] : [{ term: 'Language', fact: languageName(item.lang) }]),
            { term: 'Added', fact: dayAndTime(item.addedAt, Date.now()) },
            ...(item.trashedAt === null ? [] : [{ term: 'Deleted', fact: dayAndTime(item.trashedAt, Date.now()) }]),
          ]}
        />
        {hasOriginal(item) ? (
          <p className="address">
            <span className="quiet">Saved from</span>
            <button type="button" className="link" title="Open it in the browser" onClick={() => actions.openOutside(item.url)}>
              {known?.originalLink ?? item.url}
            </button>
          </p>
        ) : null}
      </section>
    </aside>
  )
}

/** As many as the series counts, also where some of its parts are not in the library. */
function partCount(series: Series): number {
  return Math.max(series.parts.length, ...series.parts.map((part) => part.part ?? 0))
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
