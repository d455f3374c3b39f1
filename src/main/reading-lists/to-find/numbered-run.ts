// Parts of a series named one after the other in running text, their links lost: `Series #1: first #2: second #3: third`.
import type { Block } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'

const marks =
  /(?:^|(?<=\s))(?:#|(?:part|pt\.?|lecture|talk|session|video|episode|ep\.?|chapter|lesson|часть|глава|выпуск|урок|teil|folge|kapitel|partie|épisode|chapitre|parte|capítulo|episodio)\s+)(\d{1,3})\s*[:.)–—-]\s+/giu

type Part = {
  readonly title: string | null
  readonly by: null
  readonly kind: 'article' | 'talk'
  readonly at: number
  readonly partOf: string | null
  readonly partNumber: number
}

/** The parts of a block without links, when at least three numbers follow each other. */
export function numberedRun({ text, links }: Block): readonly Part[] {
  if (links.length > 0 || !/\d/.test(text)) return []
  const marked = [...text.matchAll(marks)]
  // `Series: #1 how it begins #2 how it goes on`: without a sign behind the number it takes four of them, from the first on.
  const bare = marked.length > 0 ? [] : [...text.matchAll(/(?:^|(?<=\s))#(\d{1,3})\s+(?=\p{L})/gu)]
  if (bare.length > 0 && (bare.length < 4 || bare[0]?.[1] !== '1')) return []
  const found = [...marked, ...bare].map((match) => ({
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
    return { title: cleanTitle(words.slice(0, 300)), by: null, kind: kindOfMark(text.slice(at, from)), at, partOf, partNumber: number }
  })
}

const opens =
  /^\s*(#|(?:part|pt\.?|lecture|talk|session|video|episode|chapter|lesson|часть|глава|выпуск|урок|teil|folge|kapitel|partie|épisode|chapitre|parte|capítulo|episodio)\s*)(\d{1,3})\s*[:.)–—-]\s+(\S.{1,200})$/i

/** The part a block of its own names, when the blocks beside it go on counting: at least three of them, none linked. */
export function numberedLine(blocks: readonly Block[], index: number): readonly Part[] {
  const number = numberOf(blocks[index])
  if (number === null) return []
  let first = index
  while (numberOf(blocks[first - 1]) === number - (index - first) - 1 && index - first < 200) first -= 1
  let last = index
  while (numberOf(blocks[last + 1]) === number + (last - index) + 1 && last - index < 200) last += 1
  if (last - first < 2) return []
  const [, mark = '', , words = ''] = opens.exec(blocks[index]?.text ?? '') ?? []
  const above = blocks[first - 1]?.text ?? ''
  const headed = /^\W*series\s*:\s+(\S.{2,100})$/iu.exec(above)?.[1]
  const name =
    headed !== undefined
      ? cleanTitle(headed)
      : above.length < 100 && (/[:：]\s*$/.test(above) || blocks[first - 1]?.role === 'heading')
        ? cleanTitle(above.replace(/\s*\bseries\s*:?\s*$/i, ''))
        : null
  // A number alone is only a number; a part is called so.
  const title = cleanTitle(mark === '#' ? words : (blocks[index]?.text ?? ''))
  return [{ title, by: null, kind: kindOfMark(mark), at: 0, partOf: name, partNumber: number }]
}

function kindOfMark(mark: string): 'article' | 'talk' {
  return /^\W*(?:lecture|talk|session|video|episode|ep\b)/i.test(mark) ? 'talk' : 'article'
}

function numberOf(block: Block | undefined): number | null {
  if (!block || block.links.length > 0 || (block.role !== 'paragraph' && block.role !== 'item')) return null
  const number = opens.exec(block.text)?.[2]
  return number === undefined ? null : Number(number)
}
