// Highlights as the command line shows them: under their item, each with its place, its words and its note.
import { showSeconds } from '../../shared/address/start-time.ts'
import type { OutputOf } from '../../shared/contract.ts'

export type Entries = OutputOf<'highlight.list'>['entries']

/** A terminal shows this much of a passage; `--json` has all of it. */
const shownLetters = 1_200

/** Lines for a terminal. Entries of one item stand together, as `highlight.list` answers them. */
export function highlightLines(entries: Entries): readonly string[] {
  return entries.flatMap(({ highlight, item }, index) => {
    const { anchor, seconds, colour, note, tags, id } = highlight
    const first = entries[index - 1]?.item.id !== item.id
    const about = [
      id.slice(0, 8),
      colour,
      ...(seconds === null ? [] : [`at ${showSeconds(seconds)}`]),
      ...(anchor.heading ? [`under “${anchor.heading}”`] : []),
      ...(highlight.copyId === item.shownCopy ? [] : ['in an earlier copy']),
      ...tags.map((tag) => `#${tag}`),
    ]
    return [
      ...(first ? [...(index === 0 ? [] : ['']), `${item.id.slice(0, 8)}  ${item.title}`, `  ${item.url}`] : []),
      '',
      `  ${about.join(' · ')}`,
      ...shortened(anchor.exact)
        .split('\n')
        .map((line) => `  │ ${line}`.trimEnd()),
      ...(note.trim() === ''
        ? []
        : note
            .trim()
            .split('\n')
            .map((line) => `  ${line}`.trimEnd())),
    ]
  })
}

function shortened(exact: string): string {
  if (exact.length <= shownLetters) return exact
  return `${exact.slice(0, shownLetters).replace(/[\ud800-\udbff]$/, '')}…\n(${exact.length.toLocaleString('en')} letters in all; --json shows them)`
}
