// Everything known about one item: what can be done, how complete it is, its copies, where it came from.
import { Archive, Clock, Download, FileClock, Inbox, RefreshCw, Star, Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { hasOriginal, kindWord, whoAndWhere } from '../client/item-words.ts'
import { isActive, jobWords } from '../client/job-words.ts'
import { useCall } from '../client/use-call.ts'
import { amount, bytes, dayAndTime, minutesWords, pageDate } from '../design/amounts.ts'
import { Leaders } from '../design/leaders.tsx'
import { Menu, type MenuLine } from '../design/menu.tsx'
import { Say } from '../design/say.tsx'
import { ToolButton } from '../design/tool-button.tsx'
import { detailsOverlay, useMedia } from '../design/use-media.ts'
import { FailureNotice } from '../failure/failure-notice.tsx'
import { Completeness } from './completeness.tsx'
import { Copies } from './copies.tsx'
import './details.css'

type Props = {
  readonly item: ItemSummary
  readonly actions: ItemActions
  readonly onOpen: () => void
  readonly onDeleteForever: () => void
  readonly onClose: () => void
}

export function DetailsPanel({ item, actions, onOpen, onDeleteForever, onClose }: Props) {
  const details = useCall('item.get', { id: item.id }, { keep: true })
  const over = useMedia(detailsOverlay)
  const element = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is another text, read from its beginning
  useEffect(() => {
    // In newer Chromium it answers a promise, which React would take for the way to undo it.
    element.current?.scrollTo(0, 0)
  }, [item.id])

  const known = details.data?.item.id === item.id ? details.data : null
  const job = known?.job ?? null
  const readable = item.shownCopy !== null || item.kind === 'talk'
  const published = pageDate(item.publishedTime)
  return (
    <aside ref={element} className={`details scrolls${over ? ' over' : ''}`} aria-label="Details">
      {over ? (
        <div className="close">
          <ToolButton icon={X} name="Close the details" hint="]" onPress={onClose} />
        </div>
      ) : null}
      <p className="kind">
        {kindWord(item.kind)}
        {item.place === 'trash' ? ', in the trash' : ''}
      </p>
      <h2 dir="auto" lang={item.lang ?? undefined}>
        {item.title}
      </h2>
      <p className="second">
        {whoAndWhere(item)}
        {published === null ? '' : `, ${published}`}
      </p>
      <div className="acts">
        <button
          type="button"
          className="btn primary"
          onClick={onOpen}
          disabled={!readable}
          title={readable ? undefined : 'Nothing of it is on this machine yet'}
        >
          {item.kind === 'talk' ? 'Open' : 'Read'} <kbd>↵</kbd>
        </button>
        {hasOriginal(item) ? (
          <button type="button" className="btn" onClick={() => actions.openOutside(item.url)}>
            Original <kbd>o</kbd>
          </button>
        ) : null}
        <Menu name="More" look="btn" lines={menuLines(item, actions, onDeleteForever)} />
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

      <section className="sect">
        <h3>About it</h3>
        <Leaders
          rows={[
            ...(item.words > 0 ? [{ term: 'Text', fact: amount(item.words, 'word', 'words') }] : []),
            ...(item.minutes > 0 ? [{ term: item.kind === 'talk' ? 'Duration' : 'Reading time', fact: minutesWords(item.minutes) }] : []),
            ...(item.lang === null ? [] : [{ term: 'Language', fact: languageName(item.lang) }]),
            { term: 'Added', fact: dayAndTime(item.addedAt, Date.now()) },
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

function menuLines(item: ItemSummary, actions: ItemActions, onDeleteForever: () => void): readonly MenuLine[] {
  const to = (place: ItemSummary['place']) => () => actions.move([item], place)
  if (item.place === 'trash') {
    return [
      { label: 'Put back into the inbox', icon: Inbox, onChoose: to('inbox') },
      { label: 'Put back into the archive', icon: Archive, onChoose: to('archive') },
      { label: 'Delete for good', icon: Trash2, onChoose: onDeleteForever, bad: true, ruleBefore: true, keys: '#' },
    ]
  }
  return [
    ...(item.place === 'archive' ? [] : [{ label: 'Archive', icon: Archive, onChoose: to('archive'), keys: 'e' }]),
    ...(item.place === 'later' ? [] : [{ label: 'Keep for later', icon: Clock, onChoose: to('later'), keys: 'l' }]),
    ...(item.place === 'inbox' ? [] : [{ label: 'Back to the inbox', icon: Inbox, onChoose: to('inbox'), keys: '⇧e' }]),
    {
      label: item.favourite ? 'No favourite any more' : 'Favourite',
      icon: Star,
      onChoose: () => actions.setFavourite([item], !item.favourite),
      keys: 'f',
    },
    ...(hasOriginal(item)
      ? [{ label: 'Fetch a newer copy', icon: RefreshCw, onChoose: () => actions.refresh([item], false), ruleBefore: true }]
      : []),
    ...(item.state === 'partial'
      ? [{ label: 'Fetch what is missing', icon: Download, onChoose: () => actions.refresh([item], true) }]
      : []),
    ...(hasOriginal(item) ? [{ label: 'Look in the web archive', icon: FileClock, onChoose: () => actions.fetchFromArchive(item) }] : []),
    { label: 'Delete', icon: Trash2, onChoose: to('trash'), bad: true, ruleBefore: true, keys: '#' },
  ]
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
