// The names of the colours and the few sentences that the article, its list and the screen of all highlights say.
import { showSeconds } from '../../shared/address/start-time.ts'
import type { Highlight, HighlightColour } from '../../shared/highlight.ts'

/** In the order of the popover, which is the order of the digits 1 to 8. */
export const colours: readonly { readonly colour: HighlightColour; readonly name: string; readonly line: string }[] = [
  { colour: 'yellow', name: 'Yellow', line: 'one plain line' },
  { colour: 'green', name: 'Green', line: 'two lines' },
  { colour: 'blue', name: 'Blue', line: 'dots' },
  { colour: 'purple', name: 'Purple', line: 'dashes' },
  { colour: 'pink', name: 'Pink', line: 'a wave' },
  { colour: 'orange', name: 'Orange', line: 'a thick line' },
  { colour: 'red', name: 'Red', line: 'above and below' },
  { colour: 'grey', name: 'Grey', line: 'above only' },
]

export function colourName(colour: HighlightColour): string {
  return colours.find((one) => one.colour === colour)?.name ?? colour
}

/** ms since 1970 as "22 Nov", with the year when it is not `now`'s. */
export function shortDay(at: number, now: number): string {
  const date = new Date(at)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** The beginning of some words, cut at a space: for names and announcements. */
export function beginning(text: string, letters = 80): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= letters) return flat
  const cut = flat.slice(0, letters)
  const space = cut.lastIndexOf(' ')
  return `${(space > letters / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The address of one highlight, for other programs: it opens Carrel at the passage. */
export function highlightLink({ itemId, id }: Pick<Highlight, 'itemId' | 'id'>): string {
  return `carrel://item/${itemId}?highlight=${id}`
}

/** What a screen reader is told when one goes to a highlight. */
export function spoken(highlight: Highlight, all: readonly Highlight[]): string {
  const { colour, anchor, seconds, note, tags } = highlight
  return [
    `Highlight ${all.indexOf(highlight) + 1} of ${all.length}, ${colourName(colour).toLowerCase()}: ${beginning(anchor.exact, 300)}`,
    ...(seconds === null ? [] : [`Said at ${showSeconds(seconds)}`]),
    ...(note === '' ? [] : [`Note: ${beginning(note, 300)}`]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}`]),
  ].join('. ')
}
