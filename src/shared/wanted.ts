// What is known of a thing that a text names without a whole address: the words about it, what it is called, and what to type into a search.
import type { Wanted } from './item.ts'

/** As much as a search engine takes in. */
const longestSearch = 200
/** As much of a description as finds it again: more words, and one that was quoted wrong hides it. */
const wordsOfDescription = 10

/** What a text says of it. */
export type Named = {
  readonly title: string | null
  readonly by: string | null
  readonly partOf: string | null
  readonly recommendation: string | null
  readonly urlPrefix: string | null
}

/** A thing without a title is searched for by the first words that describe it. */
export function wantedOf({ title, by, partOf, recommendation, urlPrefix }: Named): Wanted {
  const named = title ?? recommendation?.trim().split(/\s+/).slice(0, wordsOfDescription).join(' ') ?? null
  const search = [by, partOf, named].filter((words) => words !== null).join(' ')
  return { words: recommendation ?? title ?? '', search: search.slice(0, longestSearch), by, urlPrefix }
}

/** As long as a heading may be. */
const longestName = 100

/** What a thing without a title is called: the first sentence that describes it, or the first words of it. */
export function nameFor(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ')
  const sentence = /^.{15,100}?[\p{L}\p{N}"'”’)][.!?](?=\s)/u.exec(line)?.[0]
  if (sentence !== undefined) return sentence.replace(/\.$/, '')
  return line.length <= longestName ? line : `${line.slice(0, longestName - 1).replace(/\s+\S*$/, '')}…`
}
