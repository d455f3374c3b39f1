// What a page says of itself, before anybody is shown it: lines without controls, escapes and marks that turn a line around.
import type { Draft } from '../../shared/journey.ts'
import type { Talk } from '../../shared/talk.ts'
import { harmlessLine, harmlessText } from '../../shared/text/harmless-signs.ts'

/** The same draft; a fact of which nothing is left is none. */
export function harmlessFacts(draft: Draft): Draft {
  return {
    ...draft,
    title: harmlessLine(draft.title),
    byline: line(draft.byline),
    siteName: line(draft.siteName),
    excerpt: line(draft.excerpt),
    ...(draft.series === undefined ? {} : { series: { ...draft.series, title: harmlessLine(draft.series.title) } }),
    embeds: draft.embeds.map(({ url, title }) => ({ url, title: line(title) })),
    talk: draft.talk === null ? null : harmlessTalk(draft.talk),
  }
}

function harmlessTalk(talk: Talk): Talk {
  return {
    ...talk,
    title: line(talk.title),
    speakers: talk.speakers.flatMap((name) => line(name) ?? []),
    event: line(talk.event),
    description: talk.description === null ? null : harmlessText(talk.description),
    licence: line(talk.licence),
    lang: talk.lang !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(talk.lang) ? talk.lang : null,
    chapters: talk.chapters.map((chapter) => ({ ...chapter, title: harmlessLine(chapter.title) })),
  }
}

function line(text: string | null): string | null {
  return text === null ? null : harmlessLine(text) || null
}
