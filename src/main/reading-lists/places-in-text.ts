// Where the items of a list stand in the text it was read from. Formats change the text on its way, so each is looked for again, near the one before.
import type { DraftItem } from './blocks/draft-item.ts'

/** How far a place may lie behind the one before; what lies further has been rewritten, and its place is not known. */
const reach = 20_000

/** Offsets in UTF-16 units, in the order of the items; where an item cannot be found, the place of the one before it. */
export function placesInText(text: string, drafts: readonly DraftItem[]): readonly number[] {
  let from = 0
  return drafts.map(({ link, title }) => {
    const wanted = [link?.href.split(/&|%/, 1)[0], title].filter((one) => one !== undefined && one !== null && one.length > 3)
    for (const words of wanted) {
      const at = indexWithin(text, (words ?? '').slice(0, 60), from, from + reach)
      if (at < 0) continue
      from = at
      break
    }
    return from
  })
}

function indexWithin(text: string, words: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf(words)
  return at < 0 ? -1 : from + at
}
