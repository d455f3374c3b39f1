// How the links of a block stand in it: as an entry, as lines of addresses, or in a paragraph that is hardly more than they are.
import type { Block } from '../blocks/block.ts'
import { capitalShare } from '../words/capital-share.ts'
import type { Usable } from './usable-links.ts'

/** An item of a list, a row, a heading, or a paragraph that begins with its link. */
export function isEntry(block: Block, usable: readonly Usable[]): boolean {
  if (block.role === 'item' || block.role === 'row' || block.role === 'heading') return true
  const first = usable[0]
  if (!first) return false
  const lead = block.text.slice(0, first.link.start)
  return (
    /^[^\p{L}]{0,8}(?:\[[^\]]{1,12}\]\s*)?$/u.test(lead) && !/^\s+(?:is|was|are|and|has|by)\b/.test(first.after) && first.words === 'title'
  )
}

/** Lines that each begin with their address: `https://… | Title`. */
export function isLinesOfAddresses({ role, text }: Block, usable: readonly Usable[]): boolean {
  const opens = usable.filter(({ link }) => link.bare && (link.start === 0 || text[link.start - 1] === '\n'))
  return role === 'paragraph' && opens.length > 0 && opens.length * 2 > usable.length
}

/** Nothing but links with little between them. */
export function isSparse(block: Block, usable: readonly Usable[]): boolean {
  const linked = usable.reduce((sum, { link }) => sum + link.end - link.start, 0)
  const lead = block.text.slice(0, usable[0]?.link.start ?? 0)
  const [only] = usable
  // `Somebody - A Title of Words https://…`: a line that is a name and an address.
  if (usable.length === 1 && only?.link.bare && !/\p{L}/u.test(only.after) && lead.length < 120 && !/[.!?]\s/.test(lead))
    if (/\p{L}+\s+\p{L}+/u.test(lead) && capitalShare(lead) >= 0.75) return true
  return usable.length > 0 && block.text.length - linked < 40 && (usable.length > 1 || !/\p{L}+\s+\p{L}+/u.test(lead) || /:\s*$/.test(lead))
}
