// Talks of one list that all say in their titles who speaks, behind a dash or before it: the titles stay as they are named, and the name has its place.
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { looksLikeName } from '../words/link-words.ts'

const ends = /^(.{3,}?)\s*(?:\s[-–—]|:)\s+([^-–—:|]{4,40}?)(?:\s*\((?:19|20)\d{2}\))?$/u
const begins = /^([^-–—:|]{4,40}?)\s*(?:\s[-–—]|:)\s+(.{3,}?)(?:\s*\((?:19|20)\d{2}\))?$/u

/** Fills who speaks where at least three talks of a section, more than half of them, and at least two different people, are named so. */
export function nameSpeakers(items: readonly DraftItem[], { headings }: Reading): void {
  const sections = Map.groupBy(
    items.filter(({ kind, title, link }) => kind === 'talk' && title !== null && link !== null),
    ({ block }) => (headings[block] ?? []).join('\n'),
  )
  for (const talks of sections.values()) {
    const last = talks.map(({ title }) => sideOf(ends, title, 2))
    const first = talks.map(({ title }) => sideOf(begins, title, 1))
    const count = (names: readonly (string | null)[]): number => names.filter((name) => name !== null).length
    const names = count(last) >= count(first) ? last : first
    if (count(names) < 3 || count(names) * 2 <= talks.length || new Set(names).size < 3) continue
    for (const [at, talk] of talks.entries()) talk.by ??= names[at] ?? null
  }
}

/** The side of a title that is somebody's name while the other is none. */
function sideOf(pattern: RegExp, title: string | null, side: 1 | 2): string | null {
  const match = pattern.exec(title ?? '')
  const [name = '', other = ''] = [match?.[side], match?.[3 - side]]
  return looksLikeName(name) && !/^(?:The|An?)\s/.test(name) && !looksLikeName(other) ? name : null
}
