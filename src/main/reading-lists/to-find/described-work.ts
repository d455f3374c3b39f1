// A talk, a book or a paper that a text only describes, in a quotation, and links nowhere.
import type { Block } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { nameSource, speakerIn } from '../words/names-in-words.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'
import type { Found, Taken } from './found-work.ts'

const descriptive = /\b(?:description|abstract|blurb|synopsis|summary)\b/i
const thing = /\b(?:this|the|that)\s+(?:\w+\s+){0,2}(talk|lecture|keynote|presentation|video|paper|book|article|podcast|episode)\b/i

/** A quotation that describes a talk (a book, a paper) nobody linked: "The official description of this talk is below". */
export function describedWork(blocks: readonly Block[], index: number, taken: Taken): readonly Found[] {
  const block = blocks[index]
  const above = blocks[index - 1]
  if (!block || block.links.length > 0 || block.text.length < 80 || !block.quoted) return []
  const leads = above && !above.quoted && !taken.has(index - 1) ? above.text : ''
  const named = thing.exec(leads)?.[1] ?? thing.exec(block.text)?.[1]
  const introduced = descriptive.test(leads) && thing.test(leads)
  const tells =
    new RegExp(String.raw`\b(?:given|presented|delivered|written)\s+by\s+${nameSource}`, 'u').test(block.text) && thing.test(block.text)
  if (!named || !(introduced || tells) || (above !== undefined && taken.has(index - 1))) return []
  const title = quotedSpans(above && leads !== '' ? above : block).find(
    ({ words }) => couldBeTitle(words) && words.split(/\s+/).length >= 3,
  )
  return [
    {
      title: title ? cleanTitle(title.words) : null,
      by: speakerIn(block.text) ?? speakerIn(leads),
      kind: kindOfNouns(named) ?? 'talk',
      at: 0,
      said: block.text.slice(0, 2_000),
    },
  ]
}
