// Answers to what one should read of each field, in lines: `1. Calculus: A Title - Surname OR Another Title (2nd ed) - Surname, Surname`.
import type { Block } from '../blocks/block.ts'
import { capitalShare } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import type { Found } from './found-work.ts'

const surname = String.raw`\p{Lu}[\p{L}'’-]+`
const maker = String.raw`(?:\p{Lu}\.\s?){0,3}${surname}(?:\s${surname}){0,2}`
/** A title, a dash, whose it is, and what else is said of it. */
const work = new RegExp(
  String.raw`^(?:\([^()]{1,60}\)\s+)?(\p{Lu}.{3,140}?)(?:\s+\((?:\d+\p{L}{2}|first|second|third|new|latest)\s+ed(?:ition|\.)?\))?\s+[-–—]\s+(${maker}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${maker})*)\.?\s*(?:\([^()]{1,160}\)\.?)?\s*(?:[+,;]\s.*)?$`,
  'u',
)
const ordinal = /^\s*(?:\d{1,2}[a-z]?[.)]\s+)?/
const topic = /^[^:"“]{2,160}:\s+(?=\S)/

const known = new WeakMap<readonly Block[], boolean>()

/** The works of such a line: in a text that has at least three of them, and shows that what stands before the colons are fields. */
export function answeredTopics(blocks: readonly Block[], block: Block): readonly Found[] {
  const isSo = known.get(blocks) ?? areAnswers(blocks)
  known.set(blocks, isSo)
  return isSo ? worksOf(block) : []
}

/** A choice of works, or a book that is called as its field: then a colon divides no title. */
function areAnswers(blocks: readonly Block[]): boolean {
  const lines = blocks.filter((block) => worksOf(block).length > 0).map(({ text }) => text.replace(ordinal, ''))
  const behindTopics = lines.filter((line) => topic.test(line))
  const isField = (line: string): boolean => /\sOR\s/.test(line) || /^(\p{Lu}[^:(]{3,60}?)\s*(?:\([^()]*\))?:\s+\1/u.test(line)
  return lines.length >= 3 && behindTopics.length >= 2 && lines.some(isField)
}

function worksOf({ text, role, quoted }: Block): readonly Found[] {
  if ((role !== 'paragraph' && role !== 'item') || quoted || text.length > 600 || text.includes('\n')) return []
  const line = text.replace(ordinal, '')
  const found: Found[] = []
  for (const one of line.split(/\s+OR\s+/)) {
    const match = work.exec(withoutTopic(one))
    if (!match || capitalShare(match[1] ?? '') < 0.6) return []
    const title = match[1] ?? ''
    found.push({ title: cleanTitle(title), by: match[2] ?? null, kind: 'book', at: Math.max(0, text.indexOf(title)) })
  }
  return found
}

/** `Field: A Title - Surname`; of a field that is called as the book, and of a title with a colon of its own, the words behind the first colon. */
function withoutTopic(words: string): string {
  const rest = words.replace(topic, '')
  return rest !== words && work.test(rest) ? rest : words
}
