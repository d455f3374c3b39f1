// A title that the address of a thing spells and the text says: `…/presentations/Plain-and-Small` below "Plain and Small changed how …".
import { cleanTitle } from './clean-title.ts'

const longest = 600
const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

/** The words of `said` that a folder or the last part of an address spells, at least two of them, begun with a capital; null when it spells none. */
export function namedByAddress(href: string, said: string): string | null {
  const text = said.slice(-longest)
  const low = text.toLowerCase()
  const slugs = href
    .replace(/^https?:\/\/[^/]*/i, '')
    .toLowerCase()
    .split(/[/?#]/)
    .map((part) =>
      part
        .replace(/\.\w{2,5}$/, '')
        .split(/[-_+]|%20/)
        .filter((one) => /^[\p{L}\p{N}]+$/u.test(one)),
    )
    // Whether the text has the words at all is seen at once.
    .filter(
      (words) =>
        words.length >= 2 && words.length <= 12 && words.join('').length >= 8 && words.every((one) => low.includes(one.slice(0, 3))),
    )
    .toSorted((a, b) => b.length - a.length)
  if (slugs.length === 0) return null
  const spoken = [...text.matchAll(word)].map((match) => ({
    plain: match[0].toLowerCase().replace(/['’]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (const words of slugs) {
    const at = spoken.findIndex((_, from) => words.every((one, step) => one === spoken[from + step]?.plain))
    const [first, last] = [spoken[at], spoken[at + words.length - 1]]
    const spelt = first && last ? text.slice(first.start, last.end) : ''
    if (/^\p{Lu}/u.test(spelt) && !/\n|[^\p{L}\p{N}]{4}/u.test(spelt)) return cleanTitle(spelt)
  }
  return null
}
