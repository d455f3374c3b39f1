// Works that a sentence names without quotation marks: their noun stands beside them, or that they are worth reading.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { namesNoWork } from '../words/authored-line.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { endOfName, nameSource } from '../words/names-in-words.ts'
import type { Found } from './found-work.ts'
import { forms, formsOfReaders, run } from './prose-forms.ts'

/** "Great Talk by Somebody". */
const onlyNoun =
  /\b(?:books?|textbooks?|papers?|talks?|lectures?|keynotes?|essays?|articles?|videos?|presentations?|posts?|comments?|answers?|reviews?|recommendations?)$/i

const ownerFirst = /^(\p{Lu}[\p{L}.-]+(?:\s+\p{Lu}[\p{L}.-]*){1,2})['’]s\s+(\S+\s+\S.*)$/u

/** "Ada and Ben Example's Practical Knots is an odd book": whose it is, what it is called, and what is said of it. */
const owned = new RegExp(
  String.raw`^(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*)(?:'s|’s)\s+(${run(2)})\s+(?:is|was|are)\s+([^.!?]{8,300})`,
  'u',
)

/** The work an entry or a paragraph begins with; only where the sentence says that it is something to read or to watch. */
function ownedWork({ text }: Block): readonly Found[] {
  const [, by = null, title = '', rest = ''] = owned.exec(text) ?? []
  const kind = kindOfNouns(rest) ?? kindOfNouns(rest.replace(/s\b/g, ''))
  return kind === null || title === '' ? [] : [{ title: cleanTitle(title), by, kind, at: 0, said: text.slice(0, 2_000) }]
}

/**
 * The works of a paragraph; `promised`: the kind where no noun tells it; `told`: what the text as a whole speaks of. None that a footnote links.
 */
export function proseWorks(block: Block, promised: () => ListKind | null, told: ListKind | null = null): readonly Found[] {
  const { role, text } = block
  const begun = ownedWork(block)
  if (begun.length > 0) return begun
  if (role !== 'paragraph' || text.length > 4_000) return []
  const able = (told === null ? forms : [...formsOfReaders, ...forms]).filter(({ needs }) => text.includes(needs))
  const found = able.flatMap(({ pattern, title, by, noun: at }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Found[] => {
      const words = match[title] ?? ''
      const isCited = /^[\s,.”"]*\[\^?\d{1,3}\]/.test(text.slice(match.index + match[0].length))
      // Whose it is, said with first and last name, makes two words enough.
      if (
        isCited ||
        (by !== null && at === null && (onlyNoun.test(words) || namesNoWork(words))) ||
        words.split(/\s+/).length < (by !== null && at === null ? 2 : 3)
      )
        return []
      // Whose it is makes it one of those the text speaks of.
      const noun =
        at === null ? (by === null ? null : told) : (kindOfNouns(match[at] ?? '') ?? kindOfNouns((match[at] ?? '').replace(/s$/, '')))
      // What is named with whose it is, and nothing besides, is most often a book.
      const kind = noun ?? promised() ?? (by === null ? 'article' : 'book')
      // "… from Harbour Press": who published it.
      const bare = words.replace(
        /\s+from\s+(?:O['’]Reilly|Manning|Packt|Apress|Springer|Wiley|No Starch|Pearson|\p{Lu}\p{L}+ (?:Press|Media))$/u,
        '',
      )
      const name = by === null ? null : endOfName(match[by] ?? '')
      // "My favourite is Ada Example's Practical Knots."
      const [, owner, own] = name === null ? (ownerFirst.exec(bare) ?? []) : []
      return [{ title: cleanTitle(own ?? bare), by: owner ?? name, kind, at: text.indexOf(words, match.index), said: text.slice(0, 2_000) }]
    }),
  )
  // "Knots: The Whole Book by Somebody" is found from its beginning and from behind its colon.
  return found.filter(
    ({ title: one }, at) =>
      !found.some(({ title: other }, index) => (index < at && other === one) || (other !== one && other?.endsWith(`: ${one}`))),
  )
}
