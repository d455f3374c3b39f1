// The head of a talk: its picture, event, speakers, and the way to the recording. Nothing is contacted until asked.
import { ArrowUpRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { Talk } from '../../shared/talk.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { pageDate } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { ArticleTitle } from '../reader/article-title.tsx'
import './talks.css'

type Props = { readonly item: ItemSummary; readonly talk: Talk | null; readonly actions: ItemActions }

export function TalkHead({ item, talk, actions }: Props) {
  const duration = durationOf(item, talk)
  const kicker = ['Talk', talk?.event ?? null, pageDate(talk?.recordedOn ?? item.publishedTime)].filter(
    (part) => part !== null && part !== '',
  )
  const speakers = talk !== null && talk.speakers.length > 0 ? talk.speakers : item.byline === null ? [] : [item.byline]
  const picture = usePicture(item)
  return (
    <header className={picture === null ? 'talk-head bare' : 'talk-head'}>
      {picture === null ? null : (
        <div className="thumb">
          {picture}
          {duration === null ? null : <span className="dur num">{showSeconds(duration)}</span>}
        </div>
      )}
      <div>
        <p className="kicker">{kicker.join(', ')}</p>
        <div lang={item.lang ?? undefined}>
          <ArticleTitle title={item.title} />
        </div>
        <p className="byline">
          {speakers.map((speaker) => (
            <span key={speaker}>{speaker}</span>
          ))}
          {/* The event stands over the title already. */}
          <span>{item.siteName === null || item.siteName === talk?.event ? item.host : item.siteName}</span>
          {picture !== null || duration === null ? null : <span className="num">{showSeconds(duration)}</span>}
        </p>
        <div className="talk-acts">
          <button type="button" className="btn primary num" onClick={() => actions.openOutside(item.url)}>
            <Icon of={ArrowUpRight} small />
            {item.startSeconds === null ? 'Open in the browser' : `Open at ${showSeconds(item.startSeconds)} in the browser`}
          </button>
          <span className="quiet">This contacts {item.host}. Nothing is loaded until you ask.</span>
        </div>
      </div>
    </header>
  )
}

/** Seconds; null: nobody told. */
export function durationOf(item: ItemSummary, talk: Talk | null): number | null {
  return item.durationSeconds ?? talk?.durationSeconds ?? null
}

/** Null where there is none, or its file is gone: an empty frame would say nothing. */
function usePicture(item: ItemSummary): ReactNode {
  const [broken, setBroken] = useState(false)
  return item.leadImage === null || broken ? null : <img src={`/blob/${item.leadImage}`} alt="" onError={() => setBroken(true)} />
}
