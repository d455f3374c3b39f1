// Headings that say whose work they name, behind a dash, one as the other: `## A Title — Ada Example & Bo Second`.
import type { Block } from '../blocks/block.ts'
import { kindOfHeading } from '../words/kind-words.ts'

const surnames = String.raw`(?:\p{Lu}\.?\s?){0,3}\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:de|van|von|der|den|la|le)\s+)?\p{Lu}[\p{L}.'’-]*){0,3}`
const divided = new RegExp(
  String.raw`^(.{4,140}?)\s+[–—-]\s+(${surnames}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${surnames})*)(?:\s+et al\.?)?(?:\s*\([^()]{1,60}\))?$`,
  'u',
)

export type Authored = { readonly title: string; readonly by: string }

const known = new WeakMap<readonly Block[], ReadonlyMap<number, Authored>>()

/** Title and maker by the block of the heading: of a level on which at least three, and half of all, are written so. */
export function authoredHeadings(blocks: readonly Block[]): ReadonlyMap<number, Authored> {
  const before = known.get(blocks)
  if (before !== undefined) return before
  const found = new Map<number, Authored>()
  const heads = blocks.flatMap((block, index) => (block.role === 'heading' ? [{ ...block, index }] : []))
  for (const ones of Map.groupBy(heads, ({ level }) => level).values()) {
    const works = ones.flatMap(({ text, index }) => {
      const [, title, by] = divided.exec(text) ?? []
      return title === undefined || by === undefined || kindOfHeading(by) !== null ? [] : [{ title, by, index }]
    })
    // One capitalised word behind a dash may be anything: most must be more than a surname.
    const people = works.filter(({ by }) => /\s/.test(by)).length
    if (works.length < 3 || works.length * 2 < ones.length || people * 2 < works.length) continue
    for (const { title, by, index } of works) found.set(index, { title, by })
  }
  known.set(blocks, found)
  return found
}
