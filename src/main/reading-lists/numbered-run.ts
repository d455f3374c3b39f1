// Parts of a series named one after the other in running text, their links lost: `Series #1: first #2: second #3: third`.
import type { Block } from './block.ts'
import { cleanTitle } from './clean-title.ts'

const marks = /(?:^|(?<=\s))(?:#|(?:part|pt\.?|episode|ep\.?|chapter|lesson)\s+)(\d{1,3})\s*[:.)–—-]\s+/gi

type Part = {
  readonly title: string | null
  readonly by: null
  readonly kind: 'article'
  readonly at: number
  readonly partOf: string | null
  readonly partNumber: number
}

/** The parts of a block without links, when at least three numbers follow each other. */
export function numberedRun({ text, links }: Block): readonly Part[] {
  if (links.length > 0) return []
  const found = [...text.matchAll(marks)].map((match) => ({
    number: Number(match[1]),
    at: match.index,
    from: match.index + match[0].length,
  }))
  const rising = found.filter(({ number }, index) => index === 0 || number === (found[index - 1]?.number ?? 0) + 1)
  if (rising.length < 3 || rising.length !== found.length) return []
  const partOf = cleanTitle(
    text
      .slice(0, found[0]?.at ?? 0)
      .split('\n')
      .at(-1) ?? '',
  )
  return found.map(({ number, at, from }, index) => {
    const words = text.slice(from, found[index + 1]?.at ?? text.length).replace(/\s+@[\w-]+\s*$/, '')
    return { title: cleanTitle(words.slice(0, 300)), by: null, kind: 'article', at, partOf, partNumber: number }
  })
}
