// Works named line by line, with nothing to mark the lines as a list: `Title by Somebody`, `Somebody - Title (Where, 2014)`, again and again,
// as the lines of one paragraph or as paragraphs of their own.
import type { ListKind } from '../../shared/reading-list.ts'
import type { Block } from './block.ts'
import { cleanTitle } from './clean-title.ts'
import type { Found, Taken } from './found-work.ts'
import { kindOfNouns } from './kind-words.ts'
import { looksLikeName } from './link-words.ts'
import { nameSource } from './names-in-words.ts'
import { capitalShare } from './title-near.ts'

const divided = /^["“*]?(\p{Lu}.{2,120}?)["”*]?(?:,?\s+(by|[-–—])|(:))\s+(\S.{1,150})$/u
const startsWithName = new RegExp(`^${nameSource}`, 'u')
/** Where and when, behind a title: `(Strange Loop, 2011)`. */
const place = /\s+\(([^()]{3,80})\)$/

type Divided = { readonly first: string; readonly second: string; readonly by: boolean }

function divide(line: string): Divided | null {
  const [, first = '', sign, colon, second = ''] = divided.exec(line) ?? []
  if (first === '' || (colon !== undefined && !looksLikeName(first))) return null
  return looksLikeName(first) || startsWithName.test(second) ? { first, second, by: sign === 'by' } : null
}

/** The works of at least three lines, most of which say whose work they name; nothing when any of them is a sentence. */
function worksOf(lines: readonly string[], kind: ListKind): readonly Found[] {
  const parts = lines.map(divide)
  const named = parts.filter((one) => one !== null)
  if (lines.length < 3 || named.length < 2 || named.length * 2 < lines.length) return []
  const looksLikeWork = (line: string): boolean => line.length < 160 && !/[.!?:,]$/.test(line) && capitalShare(line) >= 0.6
  if (!lines.every((line, index) => parts[index] || looksLikeWork(line))) return []
  // All of them are written in one order: the side that more often looks like somebody's name is the name.
  const names = (side: 'first' | 'second'): number => named.filter((one) => !one.by && looksLikeName(one[side].replace(place, ''))).length
  const nameFirst = names('first') > names('second')
  let at = 0
  return lines.map((line, index) => {
    const part = parts[index]
    const [title, by] = !part ? [line, null] : nameFirst && !part.by ? [part.second, part.first] : [part.first, part.second]
    const where = nameFirst ? place.exec(title)?.[1] : undefined
    const work: Found = {
      title: cleanTitle(title.replace(nameFirst ? place : /$^/, '')),
      by: by?.trim() ?? null,
      kind,
      at,
      ...(where === undefined ? {} : { said: where }),
    }
    at += line.length + 1
    return work
  })
}

const oneLine = new RegExp(
  String.raw`^["“*]?(\p{Lu}.{2,120}?)["”*]?,?\s+by\s+(${nameSource}(?:(?:,\s*|\s+and\s+|\s*&\s*)${nameSource})*)\.?$`,
  'u',
)

/** A paragraph that is nothing but `Title by Somebody`, where a heading or the line above promises works. */
export function lineOfWork({ text, links, role, quoted }: Block, kind: ListKind | null): readonly Found[] {
  const [, title, by] = role === 'paragraph' && !quoted && links.length === 0 && kind !== null ? (oneLine.exec(text) ?? []) : []
  return title === undefined || kind === null || capitalShare(title) < 0.6
    ? []
    : [{ title: cleanTitle(title), by: by ?? null, kind, at: 0 }]
}

/** The lines of a paragraph without links. */
export function linesOfWorks({ text, links, role, quoted }: Block, kind: ListKind | null): readonly Found[] {
  return role !== 'paragraph' || quoted || links.length > 0 ? [] : worksOf(text.split('\n'), kind ?? 'book')
}

/** The works that paragraphs of a line each name, by their blocks: where the paragraph above, or the heading, says that works follow. */
export function paragraphsOfWorks(
  blocks: readonly Block[],
  taken: Taken,
  promised: (index: number) => ListKind | null,
): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>()
  let run: number[] = []
  const close = (): void => {
    const [first = 0] = run
    const above = blocks[first - 1]
    const lead = above?.role === 'paragraph' ? kindOfNouns(above.text.replace(/s\b/g, '')) : null
    const kind = run.length < 3 ? null : (lead ?? promised(first))
    const works =
      kind === null
        ? []
        : worksOf(
            run.map((index) => blocks[index]?.text ?? ''),
            kind,
          )
    for (const [at, work] of works.entries()) found.set(run[at] ?? 0, { ...work, at: 0 })
    run = []
  }
  for (const [index, { role, quoted, links, text }] of blocks.entries()) {
    const isLine = role === 'paragraph' && !quoted && links.length === 0 && !taken.has(index) && text.length <= 160 && divide(text) !== null
    if (isLine && !/[.!?:]$|\n/.test(text)) run.push(index)
    else close()
  }
  close()
  return found
}
