// Lines that begin with the same sign, `💠 …`, `➤ …`, `✅ …`: a list, drawn with another mark than formats know.
import type { Block } from '../blocks/block.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'
import { kindOfTag } from '../words/kind-words.ts'

const sign = /^((?:\p{Extended_Pictographic}|[✓✔➤▶►★☆✦◆◇■□●○»•‣◦▪])\ufe0f?)\s+(?=\S)/u

/** Every paragraph's lines of one sign, at least two of the text, become entries; any other block stays as it is. */
export function splitSignedLines(blocks: readonly Block[]): readonly Block[] {
  const counts = new Map<string, number>()
  for (const block of blocks) for (const { mark } of linesOf(block)) if (mark !== null) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const isEntry = (mark: string | null): mark is string => mark !== null && (counts.get(mark) ?? 0) >= 2
  return blocks.flatMap((block) => {
    const lines = linesOf(block)
    if (!lines.some(({ mark }) => isEntry(mark))) return [block]
    const pieces: { from: number; to: number; mark: string | null }[] = []
    for (const { from, to, mark } of lines) {
      const last = pieces.at(-1)
      // What follows an entry without a sign of its own goes on with it.
      if (isEntry(mark) || last === undefined) pieces.push({ from, to, mark: isEntry(mark) ? mark : null })
      else last.to = to
    }
    return pieces.map(({ from, to, mark }): Block => {
      if (mark === null) return pieceOf(block, from, to)
      // A sign that says what kind of thing it is stays to be read.
      const words = kindOfTag(mark) === null ? from + (sign.exec(block.text.slice(from, to))?.[0].length ?? 0) : from
      return { ...pieceOf(block, words, to), role: 'item', level: 1 }
    })
  })
}

function linesOf({ role, text, given }: Block): readonly { readonly from: number; readonly to: number; readonly mark: string | null }[] {
  if (role !== 'paragraph' || given !== null) return []
  let from = 0
  return text.split('\n').map((line) => {
    const start = from
    from += line.length + 1
    return { from: start, to: start + line.length, mark: sign.exec(line)?.[1] ?? null }
  })
}
