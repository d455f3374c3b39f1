// The title and the line of author and date stand above the article in every reader of ours; their doubles at its top go.
import { elementsOf, plainWords } from './dom-walk.ts'
import type { Element } from './page-tree/page-tree.ts'

/** Blocks that may hold such a line; anything else before it means that the text has begun. */
const blocks = ['h1', 'h2', 'p', 'div', 'pre', 'ul', 'table', 'figure', 'blockquote'] as const
const longestLine = 140
/** What stands around a name and a date and says nothing more. Months are left to the digits beside them. */
const smallWords =
  /\b(?:by|von|par|por|di|door|av|written|posted|published|updated|last|edited|modified|on|at|am|le|el|in|and|und|et|min(?:ute)?s?|read|reading|time|the|of|jan\w*|feb\w*|mar\w*|apr\w*|ma[iy]\w*|jun\w*|jul\w*|aug\w*|sep\w*|o[ck]t\w*|nov\w*|de[cz]\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|utc|gmt|pm|a\.m|p\.m)\b/gi

/** A date with its month, in digits or as a word: a year alone may be a heading. */
const aDate = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\p{L}{3,}\.?\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,}/iu

/** Takes the doubled title, and below it one line that is nothing but author and date, off the top of an article. */
export function dropHeadingLines(article: Element, title: string, byline: string | null): void {
  const first = elementsOf(article, ...blocks.filter((name) => name !== 'div'))[0]
  if (first !== undefined && /^h[12]$/.test(first.localName) && letters(first.textContent ?? '') === letters(title)) first.remove()
  const next = elementsOf(article, ...blocks).find((block) => elementsOf(block, ...blocks).length === 0 && plainWords(block) !== '')
  if (next !== undefined && /^(?:p|div)$/.test(next.localName) && isAuthorLine(plainWords(next), byline)) next.remove()
}

function isAuthorLine(line: string, byline: string | null): boolean {
  if (line.length > longestLine) return false
  const without = byline === null ? line : line.replaceAll(byline, ' ')
  const named = without !== line
  if (!named && !/\d{4}/.test(line)) return false
  // Punctuation at the end of a sentence speaks for text: "By 2019, all was well."
  return (
    letters(without.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1').replace(smallWords, ' ')).replace(/\d+/g, '').length <= 2 &&
    (named || aDate.test(line))
  )
}

/** Letters and digits of any script, in lower case: what is left when typography is taken away. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
