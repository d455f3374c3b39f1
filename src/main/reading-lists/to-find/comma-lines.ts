// Paragraphs of a line each that name whose work they name in front of a comma: `Ada Example, A title of some words`, again and again.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { authoredLine } from '../words/authored-line.ts'
import { cleanTitle } from '../words/clean-title.ts'
import type { Found, Taken } from './found-work.ts'

const whole = String.raw`(?:\p{Lu}[\p{L}.'’-]+|(?:\p{Lu}\.\s?){1,3})(?:\s+\p{Lu}\.)?\s*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?`
const named = new RegExp(String.raw`^(${whole}(?:(?:,\s+${whole})*,?\s+(?:and|&)\s+${whole})?),\s+(\p{Lu}\S*(?:\s+\S+){1,15})$`, 'u')
/** Somebody known by one word only, as sites of handles have them; among others it is a name, too. */
const handled = /^([\p{L}\d_-]{2,20}),\s+(\p{Lu}\S*(?:\s+[^\s…]+){3,15})(?:\s+…\s.*)?$/u

/** So many make a list of it. */
const least = 4

/** The works by their blocks; none where fewer than four paragraphs, or less than half of those of one line, are written so. */
export function commaLines(blocks: readonly Block[], taken: Taken): ReadonlyMap<number, Found> {
  const lines = [...blocks.entries()].filter(
    ([index, { role, quoted, links, text }]) =>
      role === 'paragraph' && !quoted && links.length === 0 && !taken.has(index) && text.length <= 200 && !/\n|[.!?:]$/.test(text),
  )
  const sure = lines.filter(([, { text }]) => named.test(text))
  if (sure.length < least || sure.length * 2 < lines.length) return new Map()
  const kind: ListKind = kindOfText(blocks) ?? 'book'
  return new Map(
    lines.flatMap(([index, { text }]): readonly (readonly [number, Found])[] => {
      const [, by, title] = named.exec(text) ?? handled.exec(text) ?? []
      const [, ownTitle, maker] = authoredLine.exec(text) ?? []
      const work = title !== undefined ? { title, by } : ownTitle !== undefined ? { title: ownTitle, by: maker } : null
      return work === null ? [] : [[index, { title: cleanTitle(work.title), by: work.by ?? null, kind, at: 0 }]]
    }),
  )
}
