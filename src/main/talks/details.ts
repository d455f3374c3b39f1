// What a source says of a talk, as it says it; and how several of them become one Talk, cleaned in one place.
import type { ItemKind } from '../../shared/item.ts'
import type { Chapter, Talk, TalkLink } from '../../shared/talk.ts'
import { chaptersOf } from './chapters.ts'
import { readDate, readDuration } from './duration.ts'
import { readLanguage } from './language.ts'
import { plainLine, plainParagraphs } from './plain-text.ts'

type Maybe<T> = T | null | undefined

/** Unchecked and uncleaned: any text may carry entities, markup and any length. */
export type Details = {
  readonly title?: Maybe<string>
  readonly speakers?: readonly Maybe<string>[]
  readonly event?: Maybe<string>
  readonly recordedOn?: Maybe<string | number>
  readonly duration?: Maybe<string | number>
  readonly description?: Maybe<string>
  readonly lang?: Maybe<string>
  readonly licence?: Maybe<string>
  readonly chapters?: readonly { readonly start: Maybe<string | number>; readonly title: Maybe<string> }[]
  readonly thumbnailUrl?: Maybe<string>
  /** Only archive.org says that a thing is no talk at all. */
  readonly kind?: ItemKind
}

/** One talk of what the sources say; for each field the first of them that knows it. */
export function joinDetails(link: TalkLink, sources: readonly Details[]): Talk {
  const first = <T>(read: (details: Details) => T | null): T | null => {
    for (const details of sources) {
      const value = read(details)
      if (value !== null) return value
    }
    return null
  }
  const description = first((d) => plainParagraphs(d.description, 20_000))
  return {
    provider: link.provider,
    identity: link.identity,
    title: first((d) => plainLine(d.title, 500)),
    speakers: first((d) => names(d.speakers)) ?? [],
    event: first((d) => plainLine(d.event, 300)),
    recordedOn: first((d) => readDate(d.recordedOn)),
    durationSeconds: first((d) => readDuration(d.duration)),
    description,
    lang: first((d) => readLanguage(d.lang)),
    licence: first((d) => plainLine(d.licence, 300)),
    chapters: [...(first((d) => chaptersGiven(d.chapters)) ?? chaptersOf(description ?? ''))],
    thumbnailUrl: first((d) => webAddress(d.thumbnailUrl)),
  }
}

function names(speakers: Details['speakers']): string[] | null {
  const clean = (speakers ?? []).flatMap((name) => plainLine(name, 200) ?? [])
  const distinct = [...new Set(clean)].slice(0, 30)
  return distinct.length > 0 ? distinct : null
}

/** Chapters a service keeps as such need not begin at 0:00, but they rise. */
function chaptersGiven(given: Details['chapters']): readonly Chapter[] | null {
  const chapters = (given ?? []).flatMap(({ start, title }) => {
    const startSeconds = start === 0 || start === '0' ? 0 : readDuration(start)
    const words = plainLine(title, 300)
    return startSeconds !== null && words !== null ? [{ startSeconds, title: words }] : []
  })
  const rising = chapters.toSorted((a, b) => a.startSeconds - b.startSeconds).slice(0, 500)
  return rising.length > 0 ? rising : null
}

function webAddress(text: Maybe<string>): string | null {
  if (typeof text !== 'string' || text.length > 2_000 || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
