// Lines that cite a work without its year: names with their initials, and the title in quotation marks. `Kahn, R. and Cerf, V. "A Title."`
import type { Block } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfHeading } from '../words/kind-words.ts'
import type { Found } from './found-work.ts'

const initials = String.raw`(?:\p{Lu}\.[\s-]?){1,3}`
const surname = String.raw`(?:(?:de|van|von|der|den|la|le)\s+){0,2}\p{Lu}[\p{L}'’-]+`
const person = String.raw`(?:${surname},\s+(?:\p{Lu}\p{Ll}+(?:\s+${initials})?|${initials})|${initials}\s*${surname})`
const line = new RegExp(
  String.raw`^(?:\[\w{1,8}\]\s*)?(${person}(?:(?:,\s*(?:and\s+|&\s*)?|\s*&\s*|\s*and\s+)${person}){0,9}(?:,?\s+et al)?)[\s.,:]+["“]([^"“”\n]{6,200})["”]`,
  'u',
)

/** `T. Example, and B. Second, A Title of Words, First Workshop on Ropes, 2004.`: initials first, and commas between. */
const unquoted = new RegExp(
  String.raw`^(?:\[\w{1,8}\]\s*)?(${initials}\s*${surname}(?:,?\s+(?:and\s+|&\s*)?${initials}\s*${surname}){0,9}),\s+(\p{Lu}[^,"“\n]{8,200}),\s.*\b(?:1[89]|20)\d{2}\b`,
  'u',
)

/** The works of a block without links whose lines, all of them, cite one; the heading says whether they are books. */
export function citedLines({ text, links, role }: Block, headings: readonly string[]): readonly Found[] {
  if (links.length > 0 || role === 'heading' || role === 'row' || text.length > 4_000) return []
  const kind = headings.map(kindOfHeading).findLast((one) => one !== null) === 'book' ? 'book' : 'paper'
  let at = 0
  const found: Found[] = []
  for (const words of text.split('\n')) {
    const [, by = '', title] = line.exec(words) ?? unquoted.exec(words) ?? []
    if (title === undefined) return []
    found.push({ title: cleanTitle(title.replace(/[.,;]$/, '')), by: by.trim(), kind, at })
    at += words.length + 1
  }
  return found
}
