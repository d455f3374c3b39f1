// Works told field by field, as forms and templates have it: `Title: …`, `Author: …`, `Link: https://…`, in entries or lines one below the other.
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { cleanTitle } from '../words/clean-title.ts'

const field = /^[\s*_#|-]*(\p{L}[\p{L} /()-]{1,24}?)[\s*_]*[:：=][\s*_]*(\S.*)?$/u
const titleKey = /^(?:(?:\p{L}+ )?title|name|título|titel|titre|标题|標題)$/iu
const makerKey = /^(?:authors?|by|writers?|speakers?|presenters?|author\(s\)|speaker\(s\)|autor(?:en)?|auteurs?|作者)$/iu
/** So many fields, at most, stand between the title and its address. */
const farthest = 8

type Fields = { readonly title: string; readonly by: string | null }

/** Names what is linked in a field by the title field above it; changes the drafts it is given. */
export function nameByFields(items: readonly DraftItem[], { blocks }: Reading): void {
  for (const item of items) {
    const own = blocks[item.block]
    if (!own || item.link === null || !isField(own.text.slice(own.text.lastIndexOf('\n', item.link.start) + 1))) continue
    const fields = fieldsOver(blocks, item.block, own.text.slice(0, item.link.start)) ?? fieldsBelow(own.text.slice(item.link.end))
    if (fields === null) continue
    item.title = cleanTitle(bare(fields.title))
    item.by = fields.by ?? item.by
  }
}

/** True for the title field of something that a field below it links. */
export function isTitleOfLink(blocks: readonly Block[], index: number, isTaken: (index: number) => boolean): boolean {
  const own = blocks[index]
  if (!own || !titleKey.test(field.exec(own.text)?.[1] ?? '')) return false
  for (let at = index + 1; at <= index + farthest; at++) {
    const below = blocks[at]
    if (!below || below.role !== own.role || below.level !== own.level || !isField(below.text)) return false
    if (isTaken(at)) return true
  }
  return false
}

function isField(line: string): boolean {
  return field.test(line.split('\n', 1)[0] ?? '')
}

/** The lines of the block above the link, then the blocks above it, for as long as each is a field. */
function fieldsOver(blocks: readonly Block[], index: number, lead: string): Fields | null {
  const own = blocks[index]
  if (!own) return null
  let by: string | null = null
  let block = index
  let lines = lead.split('\n').slice(0, -1)
  for (let seen = 0; seen < farthest; seen++) {
    const line = lines.pop()
    if (line === undefined) {
      block -= 1
      const above = blocks[block]
      if (!above || above.role !== own.role || above.level !== own.level || above.links.length > 0) return null
      lines = above.text.split('\n')
      continue
    }
    const [, key, value = ''] = field.exec(line) ?? []
    if (key === undefined) return null
    if (titleKey.test(key)) return value === '' ? null : { title: value, by }
    if (makerKey.test(key)) by = bare(value)
  }
  return null
}

/** The lines of the same block below the link. */
function fieldsBelow(trail: string): Fields | null {
  const pairs = trail
    .split('\n')
    .slice(1, farthest)
    .map((line) => field.exec(line))
  const title = pairs.find((pair) => titleKey.test(pair?.[1] ?? ''))?.[2]
  const by = pairs.find((pair) => makerKey.test(pair?.[1] ?? ''))?.[2]
  return title === undefined ? null : { title, by: by === undefined ? null : bare(by) }
}

/** Without the signs that BibTeX and YAML set around a value. */
function bare(value: string): string {
  return value
    .trim()
    .replace(/^[{"']+|[}"'],?$|,$/g, '')
    .replace(/[{}]/g, '')
}
