// What stands over an article: title, who and where, when, how long, and what is on this machine, in a sentence.

import type { ItemSummary } from '../../shared/item.ts'
import { hasOriginal, kindWord, lackWords, missingWords, siteWords, stateSentence } from '../client/item-words.ts'
import { reasons, remarkSentences } from '../client/remark-sentences.ts'
import { partTitle } from '../client/title-in-series.ts'
import { minutesWords, pageDate } from '../design/amounts.ts'
import { Lamp } from '../design/lamp.tsx'
import { Say } from '../design/say.tsx'
import { ArticleTitle } from './article-title.tsx'

type Props = { readonly item: ItemSummary; readonly dir: 'ltr' | 'rtl' | null; readonly onFetchMissing: () => void }

export function TitleBlock({ item, dir, onFetchMissing }: Props) {
  const published = pageDate(item.publishedTime)
  const title = partTitle(item)
  const summary = missingWords(item.report)
  const sentences = remarkSentences(item.report?.missing ?? [], item.remarks)
  return (
    <header className="title-block" dir={dir ?? undefined} lang={item.lang ?? undefined}>
      {title === item.title || item.series === null ? (
        <p className="kicker">
          {kindWord(item.kind)}
          {siteWords(item) === '' ? '' : `, ${siteWords(item)}`}
        </p>
      ) : (
        <p className="kicker" dir="auto">
          {item.series.title}, part {item.series.part}
        </p>
      )}
      <ArticleTitle title={title} />
      <p className="byline" lang="en">
        {item.byline === null || item.byline === '' ? null : <span dir="auto">{item.byline}</span>}
        {hasOriginal(item) ? <span>{item.host}</span> : null}
        {published === null ? null : <span dir="ltr">{published}</span>}
        {item.minutes === 0 ? null : <span dir="ltr">{minutesWords(item.minutes)}</span>}
        <span className="state">
          <Lamp state={item.state} />
          {stateSentence(item).replace(/\.$/, '')}
        </span>
      </p>
      {item.state === 'partial' ? (
        <Say state="partial" bold={lackWords(item)} plain={(summary === null ? sentences : reasons(sentences)).join(' ')}>
          <button type="button" className="btn sm" onClick={onFetchMissing}>
            Fetch it again
          </button>
        </Say>
      ) : null}
    </header>
  )
}
