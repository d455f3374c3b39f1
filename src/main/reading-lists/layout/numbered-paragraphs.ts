// Paragraphs that count up from one, `1. …`, `2. …`, `3. …`, as comments on the web have their lists: entries of one.
import type { Block } from '../blocks/block.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'

const numbered = /^\(?(\d{1,2})[.)]\s+(?=\S)/
/** So many paragraphs, at most, say something of an entry before the next one. */
const between = 2

/** The blocks with such paragraphs, at least three of them, made entries; any other block stays as it is. */
export function itemsOfNumbers(blocks: readonly Block[]): readonly Block[] {
  const entries = new Map<number, number>()
  let run: number[] = []
  const close = (): void => {
    if (run.length >= 3) for (const [at, index] of run.entries()) entries.set(index, at + 1)
    run = []
  }
  for (const [index, { role, text, given }] of blocks.entries()) {
    const number = role === 'paragraph' && given === null ? Number(numbered.exec(text)?.[1] ?? 0) : 0
    if (role !== 'paragraph' || index - (run.at(-1) ?? index) > between + 1) close()
    if (number === 0) continue
    if (number !== run.length + 1) close()
    if (number === run.length + 1) run.push(index)
  }
  close()
  return blocks.map((block, index) => {
    const ordinal = entries.get(index)
    if (ordinal === undefined) return block
    const words = numbered.exec(block.text)?.[0].length ?? 0
    return { ...pieceOf(block, words, block.text.length), role: 'item', level: 1, ordinal }
  })
}
