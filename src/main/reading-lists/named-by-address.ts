// A title that the address of a thing spells and the text says: `…/presentations/Plain-and-Small` below "Plain and Small changed how …".
import { cleanTitle } from './clean-title.ts'

const longest = 600

/** The words of `said` that a folder or the last part of an address spells, at least two of them, begun with a capital; null when it spells none. */
export function namedByAddress(href: string, said: string): string | null {
  const text = said.slice(-longest)
  const slugs = href
    .replace(/^https?:\/\/[^/]*/i, '')
    .split(/[/?#]/)
    .map((part) =>
      part
        .replace(/\.\w{2,5}$/, '')
        .split(/[-_+]|%20/)
        .filter((word) => /^[\p{L}\p{N}]+$/u.test(word)),
    )
    .filter((words) => words.length >= 2 && words.length <= 12 && words.join('').length >= 8)
    .toSorted((a, b) => b.length - a.length)
  for (const words of slugs) {
    const spelt = new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`['’]?[^\p{L}\p{N}\n]{1,3}`)}(?![\p{L}\p{N}])`, 'iu').exec(
      text,
    )?.[0]
    if (spelt !== undefined && /^\p{Lu}/u.test(spelt)) return cleanTitle(spelt)
  }
  return null
}
