// Works that headings name one by one, without a link: `*** A Title (1936)`, `### A Title` over `Author: Somebody`.
import type { ListKind } from '../../shared/reading-list.ts'
import type { Block } from './block.ts'
import { cleanTitle } from './clean-title.ts'
import type { Found, Taken } from './found-work.ts'
import { nameSource } from './names-in-words.ts'

const dated = /^(\S.{3,160}?)\s*[([](?:1[5-9]|20)\d{2}[)\]]$/
const authorLine = new RegExp(String.raw`^\W*(?:Authors?|By|Written by|Speakers?)(?:\s*:\s*|\s+)(${nameSource}.{0,120}?)\W*(?:\n|$)`, 'u')

/** The works by the blocks of their headings: at least two of one level that have a year or an author, and nothing linked below them. */
export function headedWorks(
  blocks: readonly Block[],
  taken: Taken,
  promised: (index: number) => ListKind | null,
): ReadonlyMap<number, Found> {
  const heads = blocks.flatMap(({ role }, index) => (role === 'heading' ? [index] : []))
  const named = heads.flatMap((index, at) => {
    const { text = '', level = 0 } = blocks[index] ?? {}
    const end = heads[at + 1] ?? blocks.length
    const body = blocks.slice(index, end)
    if (body.some(({ links }, below) => links.length > 0 || taken.has(index + below))) return []
    const author = authorLine.exec(body[1]?.text ?? '')
    const title = dated.exec(text)?.[1] ?? (author ? text : null)
    if (title === null) return []
    const said = body
      .slice(author ? 2 : 1)
      .map((one) => one.text)
      .join('\n')
    return [{ index, level, title, by: author?.[1] ?? null, said }]
  })
  const ofLevel = Map.groupBy(named, ({ level }) => level)
  const found = new Map<number, Found>()
  for (const { index, level, title, by, said } of named) {
    if ((ofLevel.get(level)?.length ?? 0) < 2) continue
    found.set(index, {
      title: cleanTitle(title),
      by,
      kind: promised(index) ?? 'book',
      at: 0,
      ...(said === '' ? {} : { said: said.slice(0, 2_000) }),
    })
  }
  return found
}
