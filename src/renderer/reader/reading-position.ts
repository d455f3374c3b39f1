// Where the reader is in an article, and how much is left. Pure; lengths in CSS pixels, ratios from 0 to 1.

/** What is on the screen: how far the leaf is scrolled, how much of it is seen, and where the article lies in it. */
export type View = { readonly scrollTop: number; readonly seen: number; readonly articleTop: number; readonly articleHeight: number }

/** The share of the article that lies above the top edge of the window. */
export function positionOf({ scrollTop, articleTop, articleHeight }: View): number {
  if (articleHeight <= 0) return 0
  return clamp((scrollTop - articleTop) / articleHeight)
}

/** The share that has been in view: 1 when its last line is. */
export function progressOf({ scrollTop, seen, articleTop, articleHeight }: View): number {
  if (articleHeight <= 0) return 0
  return clamp((scrollTop + seen - articleTop) / articleHeight)
}

/** Where to scroll so that `position` is at the top edge again; the very beginning shows the title too. */
export function scrollTopFor(position: number, { articleTop, articleHeight }: Pick<View, 'articleTop' | 'articleHeight'>): number {
  return position <= 0 ? 0 : articleTop + clamp(position) * articleHeight
}

/** The share of what stands over the article that is in view: 0 once the article's own words are at the top edge. */
export function shareAbove({ scrollTop, articleTop }: Pick<View, 'scrollTop' | 'articleTop'>): number {
  return articleTop <= 0 ? 0 : clamp((articleTop - scrollTop) / articleTop)
}

/** Where to scroll so that `share` of what stands over the article is in view again, however tall it has become. */
export function scrollTopAbove(share: number, { articleTop }: Pick<View, 'articleTop'>): number {
  return articleTop * (1 - clamp(share))
}

/**
 * Where one reads, from the article's beginning: a quarter of the window below its upper edge, and sinking from there to the lower one while
 * what stands under the article (`below`) scrolls into view, so that the end of the words is reached.
 */
export function readingLine({ scrollTop, seen, articleTop, articleHeight }: View, below: number): number {
  const scrolled = scrollTop - articleTop
  const past = scrolled + seen - articleHeight
  const sunk = scrollTop <= 0 || below <= 0 ? 0 : clamp(past / below)
  return scrolled + seen * (1 / 4 + (3 / 4) * sunk)
}

/** What is worth storing as progress: an article once read stays read, also when somebody looks at its beginning again. */
export function progressToStore(before: number, now: number, finished: number): number {
  return before >= finished ? Math.max(before, now) : now
}

/** Whole minutes left, at least one until the end is in view. */
export function minutesLeft(minutes: number, progress: number): number {
  return progress >= 1 ? 0 : Math.max(1, Math.ceil(minutes * (1 - progress)))
}

/** How long each section is, as a share of the longest: from its heading to the next, the last one to the article's end. */
export function sectionLengths(tops: readonly number[], articleHeight: number): readonly number[] {
  const lengths = tops.map((top, at) => Math.max(0, (tops[at + 1] ?? articleHeight) - top))
  const longest = Math.max(1, ...lengths)
  return lengths.map((length) => length / longest)
}

/** The heading whose part is being read: the last one above `line`; -1 before the first. Tops ascend. */
export function currentHeading(tops: readonly number[], line: number): number {
  return tops.findLastIndex((top) => top <= line)
}

function clamp(ratio: number): number {
  return Math.min(1, Math.max(0, ratio))
}
