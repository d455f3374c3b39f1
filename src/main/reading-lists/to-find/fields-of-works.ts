// Entries below entries that say something of each and name nothing: `Genre: …` under one work, `Genre: …` under another.
import type { Block } from '../blocks/block.ts'

type List = { readonly first: number; readonly items: number }

const key = /^(\p{Lu}[\p{L} ]{2,20}):\s+\S/u

/** `Genre: …` below one work and `Genre: …` below another: entries under entries that say the same of each. */
export function isField(blocks: readonly Block[], { text, level }: Block, list: List): boolean {
  const own = key.exec(text)?.[1]
  if (own === undefined || level <= (blocks[list.first]?.level ?? 1)) return false
  const like = blocks.slice(list.first, list.first + Math.min(list.items, 300)).filter((one) => key.exec(one.text)?.[1] === own)
  return like.length >= 2
}

/** `1. "A Title" - Somebody`, with nothing but remarks in the list below it. */
export function isOverRemarks(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (!block) return false
  const isQuoted = /^\W*["“]/.test(block.text)
  for (let at = index + 1; ; at += 1) {
    const below = blocks[at]
    if (below?.role !== 'item' || below.level <= block.level) return true
    if (below.links.length > 0 || (!isQuoted && !key.test(below.text))) return false
  }
}
