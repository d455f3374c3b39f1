// Where in a talk the words of a search are said: the snippet's own place in the transcript that is shown.
import type { ItemSummary } from '../../../shared/item.ts'
import { secondsAt } from '../../../shared/transcript.ts'
import type { Cache } from '../../cache/cache.ts'

/** So many words of the snippet name its place; fewer where it runs on into what is no part of the talk's words. */
const wordCounts = [12, 4, 1] as const

/** Seconds; null for what is no talk, has no times, or was found by something else than its words. `snippet` as the index marks it. */
export async function momentOfHit(item: ItemSummary, snippet: string, cache: Cache): Promise<number | null> {
  const at = snippet.indexOf('\u0002')
  if (item.kind !== 'talk' || item.shownCopy === null || at < 0) return null
  const shown = cache.copies.transcripts(item.id).find(({ copy }) => copy.id === item.shownCopy)
  if (!shown?.facts.timed) return null
  const words = snippet
    .slice(at)
    .replace(/[\u0002\u0003…]/g, '')
    .trim()
    .split(/\s+/)
  const text = await cache.copies.readText(shown.copy.id).catch(() => '')
  for (const count of wordCounts) {
    const found = text.search(new RegExp(words.slice(0, count).map(escaped).join('\\s+')))
    if (found >= 0) return secondsAt(shown.facts.times, found)
  }
  return null
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
