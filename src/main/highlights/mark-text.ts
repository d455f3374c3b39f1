// Marks passages in plain text: `==words==`, line by line, as Markdown programs write it.
import type { Passage } from './mark-html.ts'

/** The text with its passages between `==`; overlapping ones become one. A note is pointed to as `[1]` behind its passage. */
export function markText(text: string, passages: readonly Omit<Passage, 'colour'>[]): string {
  const edges: { readonly at: number; readonly words: string }[] = []
  for (const { from, to } of joined(passages, text.length)) {
    for (const line of linesOf(text, from, to)) edges.push({ at: line.from, words: '==' }, { at: line.to, words: '==' })
  }
  for (const { end, note } of passages) if (note !== null) edges.push({ at: Math.min(end, text.length), words: `[${note}]` })
  // Sorting is stable: of several at one place, marks come before the notes behind them.
  edges.sort((one, other) => one.at - other.at)
  let out = ''
  let at = 0
  for (const edge of edges) {
    out += text.slice(at, edge.at) + edge.words
    at = edge.at
  }
  return out + text.slice(at)
}

function joined(passages: readonly Pick<Passage, 'start' | 'end'>[], length: number): readonly { from: number; to: number }[] {
  const out: { from: number; to: number }[] = []
  for (const { start, end } of passages.toSorted((one, other) => one.start - other.start)) {
    const to = Math.min(end, length)
    const last = out.at(-1)
    if (last && start <= last.to) last.to = Math.max(last.to, to)
    else if (start < to) out.push({ from: start, to })
  }
  return out
}

/** The stretch line by line, without the white space at a line's edges. */
function* linesOf(text: string, from: number, to: number): Generator<{ readonly from: number; readonly to: number }> {
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    const begin = at + line.length - line.trimStart().length
    const end = at + line.trimEnd().length
    if (begin < end) yield { from: begin, to: end }
    at += line.length + 1
  }
}
