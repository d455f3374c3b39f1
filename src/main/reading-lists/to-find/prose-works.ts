// Works that a sentence names without quotation marks: their noun stands beside them, or that they are worth reading.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { namesNoWork } from '../words/authored-line.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { endOfName, nameSource } from '../words/names-in-words.ts'
import type { Found } from './found-work.ts'

const word = String.raw`\p{Lu}[\p{L}\p{N}'’+#:-]*`
const small = '(?:of|the|for|and|in|a|an|to|on|with|from|is|as|at)'
/** Capitalised words, small ones and numbers between them: a title, when there are enough of them. */
const run = (least: number): string => `${word}(?:\\s+(?:${small}\\s+){0,2}(?:${number}\\s+)?${word}){${least - 1},12}(?:\\s+${number})?`
const number = String.raw`\d[\d.]{0,5}(?!\S)`
const noun = '(?:book|textbook|paper|talk|lecture|keynote|essay|article|thesis|dissertation|course|series)'

/** First and last name: one word alone behind "by" is often none. */
const wholeName = String.raw`(?:\p{Lu}[\p{L}.'’-]+\s+(?:and|&)\s+)?\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}\.?)?(?:\s+(?:de|van|von|der|den|la|le|di)\s+|\s+)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?`

type Form = {
  readonly pattern: RegExp
  /** Words without which the pattern finds nothing: most paragraphs have none of them. */
  readonly needs: string
  readonly title: number
  readonly by: number | null
  readonly noun: number | null
}
const forms: readonly Form[] = [
  // "the book (also called) A Title by Somebody"
  {
    pattern: new RegExp(String.raw`\b(${noun})\s+(?:\([^()]{1,30}\)\s+)?(${run(2)}),?\s+by\s+(?:\p{Ll}+\s+){0,3}(${nameSource})`, 'gu'),
    needs: 'by',
    title: 2,
    by: 3,
    noun: 1,
  },
  // "the Adventures in Knots book"
  { pattern: new RegExp(String.raw`\b[Tt]he\s+(${run(2)})\s+(${noun})\b(?!\s+\p{Lu})`, 'gu'), needs: 'he', title: 1, by: null, noun: 2 },
  // "The Early History of Ropes, highly recommended"
  {
    pattern: new RegExp(String.raw`\b((?:The|A|An)\s+${run(2)})(?:,|\s+(?:is|comes))\s+(?:highly|strongly)\s+recommended`, 'gu'),
    needs: 'ecommended',
    title: 1,
    by: null,
    noun: null,
  },
  // "his other talk, Hammocks of Rope, is great too"
  {
    pattern: new RegExp(
      String.raw`\b(?:his|her|their|my favou?rite|the|another|other|first|second)\s+(${noun}),\s+(${run(2)}),\s+(?:is|was|on|about|from|which|where)\b`,
      'gu',
    ),
    needs: ',',
    title: 2,
    by: null,
    noun: 1,
  },
  // "I'd recommend Types of Rope by Ada Example and Crafting Splices by Ben Example"
  {
    pattern: new RegExp(
      String.raw`(?:\b(?:recommend|suggest|read|reading|enjoyed|liked|loved|love|try|get|see|with|out|and|is|are|was|were)|[,:;])\s+(?:the\s+(?:\p{Ll}+\s+)?)?(${run(2)}),?\s+by\s+(${wholeName})`,
      'gu',
    ),
    needs: 'by',
    title: 1,
    by: 2,
    noun: null,
  },
  // "Programming Ropes from Harbour Press is one of the best books about …"
  {
    pattern: new RegExp(
      String.raw`(?:^|[.!?]\s+)(${run(2)})(?:\s+(?:from|by)\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})?\s+(?:is|was|remains)\s+(?:still\s+)?(?:one of (?:the|my)|an?|my|the)\s+(?:(?:all-time|most|very|really)\s+)?(?:best|favou?rite|great|greatest|excellent|fantastic|wonderful|superb|amazing|brilliant|classic|must-read|must-watch|\p{Ll}+able)\s+(?:\p{Ll}+\s+)?(${noun}s?)\b`,
      'gmu',
    ),
    needs: ' ',
    title: 1,
    by: null,
    noun: 2,
  },
  // "My number one recommendation is I Contain Ropes by …"
  {
    pattern: new RegExp(
      String.raw`\b(?:recommendation|favou?rite|pick|suggestion)(?:\s+(?:of mine|overall|so far))?\s+(?:is|was|would be|has to be)\s+(?:the\s+\p{Ll}+\s+)?(${run(3)})(?=\s+by\s|\s*[.,(])`,
      'gu',
    ),
    needs: ' ',
    title: 1,
    by: null,
    noun: null,
  },
  // "Favourite overall: Knots: A History (Example)."
  {
    pattern: /\b[Ff]avou?rite\b[^:.\n]{0,30}:\s+(\p{Lu}[^().!?\n]{4,100}?)\s+\((\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2})\)/gu,
    needs: 'avou',
    title: 1,
    by: 2,
    noun: null,
  },
  // "Start with Crafting Ropes (Ada Example), then Engineering a Knot (Cooper & Torczon)"
  {
    pattern: new RegExp(
      String.raw`(?:\b(?:[Ss]tart with|[Rr]ead|[Tt]ry|[Rr]ecommend|[Ss]uggest|then|and)|,)\s+(${run(2)})\s+\((${wholeName}|\p{Lu}\p{Ll}+\s+(?:&|and)\s+\p{Lu}\p{Ll}+)\)`,
      'gu',
    ),
    needs: '(',
    title: 1,
    by: 2,
    noun: null,
  },
  // "Also worth your time: Designing Ropes and Knots."
  {
    pattern: new RegExp(
      String.raw`\b(?:[Ww]orth (?:your time|(?:a )?(?:read|watch|look)(?:ing)?)|[Rr]ecommended|[Mm]ust[- ](?:read|watch))\s*:\s+(${run(3)})\s*\.?$`,
      'gmu',
    ),
    needs: ':',
    title: 1,
    by: null,
    noun: null,
  },
  // "Somebody's thesis …: Making Knots Hold in the Presence of Tides"
  {
    pattern: new RegExp(String.raw`(${nameSource})(?:'s|’s)\s+(${noun})\b[^:.\n]{0,40}:\s+(${run(4)})\s*\.?$`, 'gu'),
    needs: ':',
    title: 3,
    by: 1,
    noun: 2,
  },
]

/** "A Title: What It Is About by Ada Example was the one …", where a text speaks of works: named like any other at the head of a sentence. */
const begins: Form = {
  pattern: new RegExp(String.raw`(?:^|[.!?)]\s+|\band\s+)(${run(2)})\s+by\s+(${wholeName})`, 'gmu'),
  needs: 'by',
  title: 1,
  by: 2,
  noun: null,
}
/** "To learn of knots, first read Practical Knots, and …", where a text speaks of works. */
const read: Form = {
  pattern: new RegExp(String.raw`\b[Rr]ead\s+(?:the\s+(?:\p{Ll}+\s+)?)?(${run(3)})(?=\s*[.,]|\s+(?:and|or|first|next|then)\b)`, 'gu'),
  needs: 'ead',
  title: 1,
  by: null,
  noun: null,
}
/** "Great Talk by Somebody". */
const onlyNoun =
  /\b(?:books?|textbooks?|papers?|talks?|lectures?|keynotes?|essays?|articles?|videos?|presentations?|posts?|comments?|answers?|reviews?|recommendations?)$/i

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
  const able = (told === null ? forms : [begins, read, ...forms]).filter(({ needs }) => text.includes(needs))
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
      return [{ title: cleanTitle(bare), by: name, kind, at: text.indexOf(words, match.index), said: text.slice(0, 2_000) }]
    }),
  )
  // "Knots: The Whole Book by Somebody" is found from its beginning and from behind its colon.
  return found.filter(
    ({ title: one }, at) =>
      !found.some(({ title: other }, index) => (index < at && other === one) || (other !== one && other?.endsWith(`: ${one}`))),
  )
}
