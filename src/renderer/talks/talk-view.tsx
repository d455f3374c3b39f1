// A talk: its picture, who speaks and where, chapters, description, and the way to the recording. Nothing is contacted until asked.
import { ArrowUpRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { openAt } from '../../shared/address/open-at.ts'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import { remarkWords } from '../../shared/remark-words.ts'
import type { Talk } from '../../shared/talk.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { isActive, isForLater, jobWords } from '../client/job-words.ts'
import { pageDate } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { Lamp } from '../design/lamp.tsx'
import { Say } from '../design/say.tsx'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { useKeys } from '../design/use-keys.ts'
import { Chapters } from './chapters.tsx'
import './talks.css'

type Props = {
  readonly item: ItemSummary
  readonly talk: Talk | null
  readonly job: JobProgress | null
  readonly actions: ItemActions
  readonly outlineOpen: boolean
  /** Tells the bar where one is, and whether there are chapters to fold. */
  readonly onPlace: (place: { readonly words: string; readonly done: number; readonly outline: string | null }) => void
  /** The text of the page the recording stands on, when it has one. */
  readonly page: ReactNode
}

export function TalkView({ item, talk, job, actions, outlineOpen, onPlace, page }: Props) {
  const leaf = useRef<HTMLElement>(null)
  useArrivalFocus(leaf)

  const chapters = talk?.chapters ?? []
  const duration = item.durationSeconds ?? talk?.durationSeconds ?? null
  const goTo = (seconds: number) => {
    const at = talk === null ? null : openAt(item.url, talk.provider, seconds)
    actions.openOutside(at ?? item.url)
  }
  const open = () => actions.openOutside(item.url)
  useKeys([{ keys: 'Enter', says: 'Open the recording in the browser', group: 'Reading', run: open }])
  const words = placeWords(item.startSeconds, duration)
  const done = item.startSeconds !== null && duration !== null && duration > 0 ? Math.min(100, (100 * item.startSeconds) / duration) : 0
  const hasChapters = chapters.length > 0
  useEffect(() => onPlace({ words, done, outline: hasChapters ? 'Chapters' : null }), [onPlace, words, done, hasChapters])

  const kicker = ['Talk', talk?.event ?? null, pageDate(talk?.recordedOn ?? item.publishedTime)].filter(
    (part) => part !== null && part !== '',
  )
  const speakers = talk !== null && talk.speakers.length > 0 ? talk.speakers : item.byline === null ? [] : [item.byline]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <main ref={leaf} id="page" className="leaf talk scrolls" tabIndex={0} aria-label={item.title}>
      {hasChapters && outlineOpen ? <Chapters chapters={chapters} duration={duration} start={item.startSeconds} onGo={goTo} /> : null}
      <div className="column">
        <header className="talk-head">
          <Thumbnail item={item} duration={duration} />
          <div>
            <p className="kicker">{kicker.join(', ')}</p>
            <h1 dir="auto" lang={item.lang ?? undefined}>
              {item.title}
            </h1>
            <p className="byline">
              {speakers.map((speaker) => (
                <span key={speaker}>{speaker}</span>
              ))}
              {/* The event stands over the title already. */}
              <span>{item.siteName === null || item.siteName === talk?.event ? item.host : item.siteName}</span>
            </p>
            <div className="talk-acts">
              <button type="button" className="btn primary num" onClick={open}>
                <Icon of={ArrowUpRight} small />
                {item.startSeconds === null ? 'Open in the browser' : `Open at ${showSeconds(item.startSeconds)} in the browser`}
              </button>
              <span className="quiet">This contacts {item.host}. Nothing is loaded until you ask.</span>
            </div>
          </div>
        </header>
        <p className="tr-meta">
          <Lamp state="waiting" />
          <span>There is no transcript yet. What is known of the talk is here; its words are not.</span>
        </p>
        <Details item={item} job={job} actions={actions} />
        {talk?.description ? <Description text={talk.description} onLink={actions.openOutside} /> : null}
        {page === null ? null : (
          <section aria-label="From its page">
            <h2 className="from-page">From the page it stands on</h2>
            {page}
          </section>
        )}
      </div>
    </main>
  )
}

function Thumbnail({ item, duration }: { readonly item: ItemSummary; readonly duration: number | null }) {
  const [broken, setBroken] = useState(false)
  return (
    <div className="thumb">
      {item.leadImage === null || broken ? (
        <span className="no-picture">No picture</span>
      ) : (
        <img src={`/blob/${item.leadImage}`} alt="" onError={() => setBroken(true)} />
      )}
      {duration === null ? null : <span className="dur num">{showSeconds(duration)}</span>}
    </div>
  )
}

/** What is being had, what could not be had, and how to try again. */
function Details({ item, job, actions }: { readonly item: ItemSummary; readonly job: JobProgress | null; readonly actions: ItemActions }) {
  const remarks = [...new Set(item.remarks.map(remarkWords))]
  const later = job !== null && isForLater(job, Date.now())
  if (job !== null && isActive(job) && !later) return <Say state="waiting" bold={`${jobWords(job, Date.now())}.`} />
  if (remarks.length === 0 && item.state === 'complete') return null
  return (
    <Say
      state={item.state === 'failed' ? 'failed' : 'partial'}
      bold={remarks[0] ?? 'Not all details of this talk are here.'}
      plain={[...remarks.slice(1), ...(later ? [`${jobWords(job, Date.now())}.`] : [])].join(' ')}
    >
      <button type="button" className="btn sm" onClick={() => actions.retry([item])}>
        Ask for the details again
      </button>
    </Say>
  )
}

/** Plain text with its addresses as buttons: nothing in a description is ever HTML. */
function Description({ text, onLink }: { readonly text: string; readonly onLink: (url: string) => void }) {
  return (
    <section className="description" aria-label="Description" dir="auto">
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split(/(https?:\/\/[^\s<>"]+)/).map((part, at) =>
              at % 2 === 1 ? (
                <button type="button" className="link" key={part} onClick={() => onLink(part)}>
                  {part}
                </button>
              ) : (
                part
              ),
            )}
          </p>
        ))}
    </section>
  )
}

function placeWords(start: number | null, duration: number | null): string {
  if (start !== null && duration !== null) return `at ${showSeconds(start)} of ${showSeconds(duration)}`
  if (start !== null) return `at ${showSeconds(start)}`
  return duration === null ? '' : showSeconds(duration)
}
