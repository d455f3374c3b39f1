// What the palette shows for what is typed: the library first, its text second, commands last. Pure; asking and doing are its neighbours'.
import type { LucideIcon } from 'lucide-react'
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { markedText } from '../client/marked-text.ts'
import { titleInSeries } from '../client/title-in-series.ts'
import type { Command, Place } from './commands.ts'
import { type Fit, fuzzyMatch, type Range, wholeWords } from './fuzzy-match.ts'

export type PaletteLine = {
  /** Names the line while others come and go around it. */
  readonly key: string
  readonly text: string
  readonly ranges: readonly Range[]
  /** What stands quietly behind it: the series, the item, what a command acts on. */
  readonly small: string
} & (
  | { readonly is: 'item'; readonly item: ItemSummary }
  | { readonly is: 'passage'; readonly item: ItemSummary }
  | { readonly is: 'highlight'; readonly highlight: OutputOf<'highlight.list'>['entries'][number]['highlight'] }
  | { readonly is: 'tag'; readonly tag: string; readonly items: number }
  | { readonly is: 'series'; readonly seriesKey: string; readonly parts: number }
  | { readonly is: 'place'; readonly place: Place }
  | { readonly is: 'command'; readonly command: Command }
  | { readonly is: 'search'; readonly icon: LucideIcon; readonly words: string }
)
export type PaletteGroup = { readonly name: string; readonly lines: readonly PaletteLine[] }

/** Everything there is to choose from; found things only as far as they were asked for. */
export type Choices = {
  readonly recent: readonly ItemSummary[]
  readonly titled: readonly ItemSummary[]
  readonly hits: OutputOf<'search.find'>['hits']
  readonly passages: OutputOf<'highlight.list'>['entries']
  readonly tags: OutputOf<'tag.list'>['tags']
  readonly series: OutputOf<'series.list'>['series']
  readonly places: readonly Place[]
  readonly commands: readonly Command[]
  readonly searchIcon: LucideIcon
  /** The answers are to what was typed before: what they say of it is kept only where it still fits. */
  readonly late: boolean
}

export type Asked = { readonly about: 'all' | 'commands' | 'tags'; readonly words: string }

const most = { recent: 6, library: 6, text: 4, passages: 2, commands: 8, tags: 50, letters: 200, before: 60 }
/** The score of letters that begin a word (fuzzy-match.ts): less is no plain wish. */
const wordBegins = 90

/** `>` asks for commands only, `#` for tags only. */
export function readAsked(typed: string): Asked {
  const text = typed.trimStart()
  if (text.startsWith('>')) return { about: 'commands', words: text.slice(1).trim() }
  if (text.startsWith('#')) return { about: 'tags', words: text.slice(1).trim() }
  return { about: 'all', words: text.trim() }
}

export function paletteGroups({ about, words }: Asked, choices: Choices): readonly PaletteGroup[] {
  const plain = choices.commands.filter(({ leads }) => leads !== true)
  const groups =
    about === 'tags'
      ? [{ name: 'Tags', lines: tagLines(words, choices).slice(0, most.tags) }]
      : about === 'commands'
        ? [{ name: 'Commands', lines: commandLines(words, choices.commands) }]
        : words === ''
          ? [
              { name: 'Recent', lines: choices.recent.slice(0, most.recent).map((item) => itemLine(item, [])) },
              { name: 'Commands', lines: commandLines('', choices.commands) },
            ]
          : wordGroups(words, plain, choices)
  return groups.filter(({ lines }) => lines.length > 0)
}

/** What the open item can be told to do goes before the library where it fits as well as anything in it: "archive" archives what is read. */
function wordGroups(words: string, plain: readonly Command[], choices: Choices): readonly PaletteGroup[] {
  const library = libraryLines(words, choices)
  const best = library[0] === undefined ? 0 : (fuzzyMatch(words, library[0].text)?.score ?? 0)
  const first = plain.filter(
    ({ onOpenItem, says }) => onOpenItem === true && (fuzzyMatch(words, says)?.score ?? 0) >= Math.max(best, wordBegins),
  )
  const others = plain.filter((command) => !first.includes(command))
  return [
    { name: 'This item', lines: commandLines(words, first) },
    { name: 'In your library', lines: library },
    { name: 'In the text', lines: textLines(words, choices) },
    { name: 'Commands', lines: [...commandLines(words, others).slice(0, most.commands), searchLine(words, choices)] },
  ]
}

type Scored = { readonly line: PaletteLine; readonly score: number }

function libraryLines(words: string, choices: Choices): readonly PaletteLine[] {
  const scored: Scored[] = []
  const push = (fit: Fit | null, line: (ranges: readonly Range[]) => PaletteLine, more = 0) => {
    if (fit !== null) scored.push({ line: line(fit.ranges), score: fit.score + more })
  }
  const items = new Map([...choices.recent, ...choices.titled].map((item) => [item.id, item]))
  const asAnswered = new Set(choices.late ? [] : choices.titled.map(({ id }) => id))
  for (const item of items.values()) {
    // The index knows endings that letters do not ("ran" for "run"): its answers stand even where no letters can be shown.
    const fit = fuzzyMatch(words, item.title) ?? (asAnswered.has(item.id) ? { score: 40, ranges: [] } : null)
    push(fit, (ranges) => itemLine(item, ranges))
  }
  for (const { key, title, parts } of choices.series) {
    const line = { key: `series ${key}`, text: title, small: 'Series', is: 'series', seriesKey: key, parts: parts.length } as const
    push(fuzzyMatch(words, title), (ranges) => ({ ...line, ranges }), 2)
  }
  for (const place of choices.places) {
    const line = { key: `place ${place.href}`, text: place.title, small: '', is: 'place', place } as const
    push(fuzzyMatch(words, place.title), (ranges) => ({ ...line, ranges }), 4)
  }
  const tags = tagLines(words, choices).slice(0, 3)
  for (const line of tags) push(fuzzyMatch(words, line.text), () => line)
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most.library)
    .map(({ line }) => line)
}

function tagLines(words: string, { tags }: Choices): readonly PaletteLine[] {
  return ranked(
    words,
    tags.toSorted((a, b) => b.items - a.items),
    ({ tag }) => `#${tag}`,
  ).map(({ one: { tag, items }, ranges }) => ({
    ...{ key: `tag ${tag}`, text: `#${tag}`, ranges, small: '', is: 'tag', tag, items },
  }))
}

function commandLines(words: string, commands: readonly Command[]): readonly PaletteLine[] {
  return ranked(words, commands, ({ says }) => says).map(({ one: command, ranges }) => ({
    ...{ key: `command ${command.key}`, text: command.says, ranges, small: command.about ?? '', is: 'command', command },
  }))
}

/** Those that fit, the best first; all of them in their own order when nothing is typed. */
function ranked<T>(words: string, all: readonly T[], text: (one: T) => string) {
  if (words === '') return all.map((one) => ({ one, ranges: [] as readonly Range[] }))
  return all
    .flatMap((one) => {
      const fit = fuzzyMatch(words, text(one))
      return fit === null ? [] : [{ one, ...fit }]
    })
    .toSorted((a, b) => b.score - a.score)
}

/** A hit without marks was found by its title alone, which stands above already. */
function textLines(words: string, { hits, passages }: Choices): readonly PaletteLine[] {
  const found = hits.flatMap(({ item, snippet }): PaletteLine[] => {
    const { text, ranges } = piecesOf(snippet)
    return ranges.length === 0 ? [] : [{ key: `text ${item.id}`, text, ranges, small: item.title, is: 'passage', item }]
  })
  const marked = passages.map(({ highlight, item }): PaletteLine => {
    const { text, ranges } = aroundWords(words, highlight.anchor.exact.replace(/\s+/g, ' '))
    const small = `Your highlight, ${highlight.colour}, in ${item.title}`
    return { key: `highlight ${highlight.id}`, text, ranges, small, is: 'highlight', highlight }
  })
  return [...found.slice(0, most.text), ...marked.slice(0, most.passages)]
}

/** The part of a passage where the first of the words stands, with all of them marked. Words that stand in its note alone mark nothing. */
function aroundWords(words: string, passage: string): { readonly text: string; readonly ranges: readonly Range[] } {
  const found = wholeWords(words, passage)
  const from = found[0] === undefined || found[0][1] < most.letters ? 0 : passage.lastIndexOf(' ', found[0][0] - most.before) + 1
  const text = `${from > 0 ? '…' : ''}${passage.slice(from, from + most.letters)}`
  return { text, ranges: wholeWords(words, text) }
}

function piecesOf(snippet: string): { readonly text: string; readonly ranges: readonly Range[] } {
  const ranges: Range[] = []
  let text = ''
  for (const piece of markedText(snippet)) {
    if (piece.marked) ranges.push([text.length, text.length + piece.text.length])
    text += piece.text
  }
  return { text, ranges }
}

function itemLine(item: ItemSummary, ranges: readonly Range[]): PaletteLine {
  const part = item.series?.part == null ? '' : `, part ${item.series.part}`
  // A title that names its series says it once; then the site stands behind it.
  const named = item.series === null || titleInSeries(item.title, item.series.title) !== item.title
  const small = item.state === 'to-find' ? 'To find' : named ? (item.siteName ?? item.host) : `${item.series?.title}${part}`
  return { key: `item ${item.id}`, text: item.title, ranges, small, is: 'item', item }
}

function searchLine(words: string, { searchIcon }: Choices): PaletteLine {
  const text = `Show every item that says “${words}”`
  return {
    key: 'search',
    text,
    ranges: [[text.length - 1 - words.length, text.length - 1]],
    small: '',
    is: 'search',
    icon: searchIcon,
    words,
  }
}
