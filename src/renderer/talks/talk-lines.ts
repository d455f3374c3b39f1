// The lines of a transcript that have a time: the ids its page gives them (`t-2045`, whole seconds), read out of the copy.
import { showSeconds } from '../../shared/address/start-time.ts'
import type { Chapter } from '../../shared/talk.ts'
import { type Heading, headingsOf } from '../reader/headings.ts'

/** One paragraph; `id` as it stands in the copy. */
export type TalkLine = { readonly id: string; readonly seconds: number; readonly element: Element }

/** The paragraphs with a time, as the text runs. */
export function linesOf(article: Element): readonly TalkLine[] {
  return [...article.querySelectorAll('p[id]')].flatMap((element) => {
    const seconds = secondsOf(element.id)
    return seconds === null ? [] : [{ id: element.id, seconds, element }]
  })
}

/** Whole seconds of an id; null when it names no moment. */
export function secondsOf(id: string): number | null {
  const found = /^(?:p-)?t-(\d{1,7})(?:-\d+)?$/.exec(id)
  return found === null ? null : Number(found[1])
}

/** The line that is being said at a moment: the last one that has begun, or the first; null without lines. */
export function lineAt<L extends { readonly seconds: number }>(lines: readonly L[], seconds: number): L | null {
  return lines.findLast((line) => line.seconds <= seconds) ?? lines[0] ?? null
}

/** The transcript's own chapter headings; without any, the chapters its site told, each at its line. */
export function chaptersOf(article: Element, told: readonly Chapter[]): readonly Heading[] {
  const own = headingsOf(article).map((heading) => {
    const seconds = secondsOf(heading.element.id)
    return seconds === null ? heading : { ...heading, time: showSeconds(seconds) }
  })
  if (own.length > 0) return own
  const lines = linesOf(article)
  return told.flatMap(({ startSeconds, title }) => {
    const line = lineAt(lines, startSeconds)
    return line === null ? [] : [{ text: title, level: 1, element: line.element, time: showSeconds(startSeconds) }]
  })
}
