// The head of an entry: its first line, and how far of it its title goes before something is said of it.
import type { Block } from '../blocks/block.ts'
import { capitalShare } from '../words/capital-share.ts'

type Head = {
  /** Without when it was read, how good it is, and the brackets of a wiki. */
  readonly line: string
  /** The title with whose it is. */
  readonly head: string
  readonly isRemarked: boolean
  readonly isLabelled: boolean
}

/** `isGlossed`: what stands before a colon and small letters is a title, and no part of one. */
export function headOfEntry(text: string, isGlossed: boolean): Head {
  // Stars, and marks as `[S]`, say how good it is, or for whom.
  const line = firstLine(text)
    .replace(/\s*(?:(?:[★☆⭐✩🌟]|\ufe0f)+|\[\p{Lu}{1,2}\])\s*$/u, '')
    // `:bell: (Link TBA) A Title`
    .replace(/^(?::[a-z_]{3,30}:\s*)+(?=\S)/, '')
    .replace(/^\((?:link|video|recording|slides)?\s*(?:TBA|TBD|to be announced|coming soon)\)\s*/i, '')
    // When it was read, and the brackets of a wiki's own pages.
    .replace(/^(?:19|20)\d{2}[-/.]\d{2}(?:[-/.]\d{2})?\s*[:–—|-]?\s+(?=\S)/, '')
    .replace(/^\[\[([^[\]|]+)\]\]$/, '$1')
  // `Title. What is said of it.`
  const remarked = /^(\p{Lu}.{2,100}?)\s+\((?=\p{Ll}+(?:\s+\S+){4})/u.exec(line)?.[1] ?? (isGlossed ? glossed(line) : undefined)
  // `A Title -- slides, video. What is said of it.`, its links lost.
  const labelled = /^(\p{Lu}.{2,120}?)\s+(?:--|[–—])\s+(?:slides|video|audio|recording|exercises?|transcript|notes|paper|pdf)\b/iu.exec(
    line,
  )?.[1]
  const head = labelled ?? remarked ?? /^(.{6,80}?)(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|vs|Vol|No|Jr))[.!]\s+\p{Lu}/u.exec(line)?.[1] ?? line
  return { line, head, isRemarked: remarked !== undefined, isLabelled: labelled !== undefined }
}

const known = new WeakMap<object, boolean>()

/** True where at least half of a list's entries are written so: one alone may have a subtitle of small letters. */
export function areGlossed(blocks: readonly Block[], list: { readonly first: number; readonly items: number }): boolean {
  const before = known.get(list)
  if (before !== undefined) return before
  const entries = blocks.slice(list.first, list.first + list.items)
  const isSo = entries.filter(({ text }) => glossed(firstLine(text)) !== undefined).length * 2 >= entries.length
  known.set(list, isSo)
  return isSo
}

/** `A Title: a fine book on the matter.` */
function glossed(line: string): string | undefined {
  const title = /^(\p{Lu}[^:]{2,80}(?::\s+\p{Lu}[^:]{2,60})?):\s+(?=\p{Ll}\S*\s+\S+\s+\S)/u.exec(line)?.[1]
  return title?.includes(' ') && capitalShare(title) >= 0.6 && !/^(?:part|chapter|section|week|day)\s/i.test(title) ? title : undefined
}

/** The line of a title; one that ends in a dash goes on with whose it is. */
function firstLine(text: string): string {
  const [first = '', second = ''] = text.split('\n', 2)
  return /\s[-–—]$/.test(first) ? `${first} ${second}` : first
}
