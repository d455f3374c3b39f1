// Link words that lead to one address here and to another there, each time behind what it is of: where the thing is kept, and not what it is called.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import type { Block } from '../blocks/block.ts'

/** `A Title [Harbour Library](…)`, `Another Title [Harbour Library](…)`: the words of such links, in small letters. */
export function repeatedWords(blocks: readonly Block[], addresses: readonly (readonly (ParsedLink | null)[])[]): ReadonlySet<string> {
  const leadsTo = new Map<string, Set<string>>()
  const titles = new Set<string>()
  for (const [index, { text, links, role }] of blocks.entries()) {
    for (const [at, { start, end, bare, image }] of links.entries()) {
      const url = addresses[index]?.[at]?.url
      const words = text.slice(start, end).trim().toLowerCase()
      if (url === undefined || bare || image || words === '' || words.split(/\s+/).length > 4) continue
      // In a sentence the same words may be said of many things.
      const lead = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, links[at - 1]?.end ?? 0), start)
      if (role === 'paragraph' || !/\p{L}{2}\P{L}+\p{L}{2}/u.test(lead)) titles.add(words)
      else leadsTo.set(words, (leadsTo.get(words) ?? new Set()).add(url))
    }
  }
  return new Set([...leadsTo].flatMap(([words, urls]) => (urls.size >= 2 && !titles.has(words) ? [words] : [])))
}
