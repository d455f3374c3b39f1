// Titles on lines of their own in the middle of sentences, as links come out of chats whose addresses are lost: `Ada Example's`, `Rope Made
// Easy`, `is a fun talk`.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { capitalShare, isTalk } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import type { Found, Taken } from './found-work.ts'

const owner = new RegExp(String.raw`(?:^|\s)(${nameSource})(?:'s|’s)(?:\s[^.!?]{0,60})?,?$`, 'u')

/** The works of such lines by their blocks: two at least, and with them every other line that could be a title. `kind`: what the text speaks of. */
export function setOffTitles(blocks: readonly Block[], taken: Taken, kind: ListKind | null): ReadonlyMap<number, Found> {
  const lines = blocks.flatMap((block, index) => (couldBe(block) && !taken.has(index) ? [index] : []))
  const sure = lines.filter((index) => isInSentence(blocks[index - 1], blocks[index + 1]))
  if (kind === null || sure.length < 2) return new Map()
  // The others stand between paragraphs without links, too, and are longer than a name.
  const likely = lines.filter((index) => (blocks[index]?.text.split(' ').length ?? 0) > 2 && isSaid(blocks[index - 1]))
  return new Map(
    [...new Set([...sure, ...likely])].map((index): [number, Found] => {
      const before = blocks[index - 1]?.text ?? ''
      return [
        index,
        {
          title: cleanTitle(blocks[index]?.text ?? ''),
          by: owner.exec(before.slice(-160))?.[1] ?? null,
          kind: kindOfNouns(before.slice(-60)) ?? kind,
          at: 0,
        },
      ]
    }),
  )
}

function couldBe({ role, text, links, quoted }: Block): boolean {
  if (role !== 'paragraph' || quoted || links.length > 0 || text.length > 100 || !/^\p{Lu}/u.test(text)) return false
  return /\s/.test(text) && !/[.:;,…]$|\n/.test(text) && (capitalShare(text) === 1 || (capitalShare(text) >= 0.75 && !isTalk(text)))
}

/** The sentence above goes on in the line, or the line goes on in the sentence below. */
function isInSentence(above: Block | undefined, below: Block | undefined): boolean {
  const leads =
    above?.role === 'paragraph' &&
    above.text.length > 8 &&
    /(?:->|→|:|,|['’]s|\b(?:by|called|titled|talk|paper|book|is|watch|read))$/.test(above.text)
  const follows =
    below?.role === 'paragraph' && /^(?:is|was|are|makes?|made|by|which|where|shows?|explains?|and|has|gives?|covers?)\s/.test(below.text)
  return leads || follows
}

function isSaid(block: Block | undefined): boolean {
  return block?.role === 'paragraph' && block.text.length > 40
}
