// Works named line by line, with nothing to mark the lines as a list: `Title by Somebody`, again and again.
import type { ListKind } from '../../shared/reading-list.ts'
import type { Block } from './block.ts'
import { cleanTitle } from './clean-title.ts'
import { nameSource } from './names-in-words.ts'
import { capitalShare } from './title-near.ts'

type Work = { readonly title: string | null; readonly by: string | null; readonly kind: ListKind; readonly at: number }

const authored = new RegExp(String.raw`^["“*]?(\p{Lu}.{2,120}?)["”*]?,?\s+(?:by|[-–—])\s+(${nameSource}.{0,80})$`, 'u')

/** The lines of a paragraph without links, when at least three follow each other and most say whose work they name. */
export function linesOfWorks({ text, links, role, quoted }: Block, kind: ListKind | null): readonly Work[] {
  const lines = text.split('\n')
  if (role !== 'paragraph' || quoted || links.length > 0 || lines.length < 3) return []
  const named = lines.filter((line) => authored.test(line)).length
  const looksLikeWork = (line: string): boolean => line.length < 160 && !/[.!?:,]$/.test(line) && capitalShare(line) >= 0.6
  if (named < 2 || named * 2 < lines.length || !lines.every((line) => authored.test(line) || looksLikeWork(line))) return []
  let at = 0
  return lines.map((line) => {
    const [, title, by] = authored.exec(line) ?? []
    const work: Work = { title: cleanTitle(title ?? line), by: by?.trim() ?? null, kind: kind ?? 'book', at }
    at += line.length + 1
    return work
  })
}
