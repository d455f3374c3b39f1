// A title that the address of a thing spells and the text says: `…/presentations/Plain-and-Small` below "Plain and Small changed how …",
// `ropelibrary.com` behind "The Rope Library", `…/awesome-knots` behind "awesome-knots has many".
import { cleanTitle } from '../words/clean-title.ts'

const longest = 600
const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

/** The words of `said` that a folder or the last part of an address spells, at least two of them, begun with a capital; null when it spells none. */
export function namedByAddress(href: string, said: string): string | null {
  // Another address spells its own things.
  const text = said.replace(/https?:\/\/\S+/gi, ' ').slice(-longest)
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
  const host = hostWords(href)
  if (slugs.length === 0 && host === null) return null
  const spoken = [...text.matchAll(word)].map((match) => ({
    plain: match[0].toLowerCase().replace(/['’]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (const words of slugs) {
    const at = spoken.findIndex((_, from) => words.every((one, step) => one === spoken[from + step]?.plain))
    const [first, last] = [spoken[at], spoken[at + words.length - 1]]
    const spelt = first && last ? text.slice(first.start, last.end) : ''
    const isSame = spelt !== '' && href.toLowerCase().includes(`/${spelt}`)
    if ((/^\p{Lu}/u.test(spelt) || isSame) && !/\n|[^\p{L}\p{N}]{4}/u.test(spelt)) return cleanTitle(spelt)
  }
  for (const [from, { start }] of host === null ? [] : spoken.entries()) {
    for (let to = from + 1; to < Math.min(from + 4, spoken.length); to += 1) {
      const spelt = text.slice(start, spoken[to]?.end)
      const joined = spoken.slice(from, to + 1).map(({ plain }) => plain)
      if (joined.join('') === host && /^\p{Lu}/u.test(spelt) && !spelt.includes('\n')) return cleanTitle(spelt)
    }
  }
  return null
}

/** The name of a site, when it is long enough to be sure that words spell it and not only resemble it. */
function hostWords(href: string): string | null {
  const name = /^https?:\/\/(?:[^/]*\.)?([\p{L}\p{N}-]+)\.[a-z]{2,}(?:[/?#]|$)/iu.exec(href)?.[1]?.toLowerCase().replaceAll('-', '') ?? ''
  return name.length >= 8 ? name : null
}
