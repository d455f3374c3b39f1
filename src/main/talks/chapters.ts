// Chapters out of a description: lines that begin with a time.
import { readSeconds } from '../../shared/address/start-time.ts'
import type { Chapter } from '../../shared/talk.ts'

const line = /^[\s\-–—*•▶►([]*((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]*(?:\s*[-–—:|.]+\s*|\s+)(\S.*)$/u
const mostChapters = 500

/**
 * The chapters a description lists: lines that start with `m:ss` or `h:mm:ss`, the first at 0:00, at least three, rising. Anything
 * less is taken for a mention of a moment. Source: the rule YouTube gives its uploaders.
 */
export function chaptersOf(description: string): readonly Chapter[] {
  const chapters: Chapter[] = []
  for (const text of description.split('\n')) {
    const found = line.exec(text)
    const startSeconds = found?.[1] ? readSeconds(found[1]) : null
    const title = found?.[2]?.trim()
    if (startSeconds === null || !title) continue
    const last = chapters.at(-1)
    if (last ? startSeconds <= last.startSeconds : startSeconds !== 0) continue
    chapters.push({ startSeconds, title: title.slice(0, 300) })
    if (chapters.length === mostChapters) break
  }
  return chapters.length >= 3 ? chapters : []
}
