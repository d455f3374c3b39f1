// How sentences name works without quotation marks, each way a pattern.
import { nameSource } from '../words/names-in-words.ts'

const word = String.raw`\p{Lu}[\p{L}\p{N}'’+#:-]*`
const small = '(?:of|the|for|and|in|a|an|to|on|with|from|is|as|at)'
/** Capitalised words, small ones and numbers between them: a title, when there are enough of them. */
export const run = (least: number): string =>
  `${word}(?:\\s+(?:${small}\\s+){0,2}(?:${number}\\s+)?${word}){${least - 1},12}(?:\\s+${number})?`
const number = String.raw`\d[\d.]{0,5}(?!\S)`
const noun = '(?:book|textbook|paper|talk|lecture|keynote|essay|article|thesis|dissertation|course|series)'

/** First and last name: one word alone behind "by" is often none. */
const wholeName = String.raw`(?:\p{Lu}[\p{L}.'’-]+\s+(?:and|&)\s+)?\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}\.?)?(?:\s+(?:de|van|von|der|den|la|le|di)\s+|\s+)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?`

export type Form = {
  readonly pattern: RegExp
  /** Words without which the pattern finds nothing: most paragraphs have none of them. */
  readonly needs: string
  readonly title: number
  readonly by: number | null
  readonly noun: number | null
}
export const forms: readonly Form[] = [
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
      String.raw`(?:\b(?:recommend|suggest|read|reading|watch|watched|finished|finishing|started|seconding|second|enjoyed|liked|loved|love|try|get|see|at|into|up|with|out|and|is|are|was|were|[Ss]econding)|[,:;])\s+(?:the\s+(?:\p{Ll}+\s+)?)?(${run(2)}),?\s+by\s+(${wholeName})`,
      'gu',
    ),
    needs: 'by',
    title: 1,
    by: 2,
    noun: null,
  },
  // "Ada Example wrote a book called Practical Knots."
  {
    pattern: new RegExp(String.raw`\b(${noun})\s+(?:called|named|titled|entitled)\s+(${run(2)})(?=\s*[.,;:!?(]|\s+\p{Ll}|$)`, 'gmu'),
    needs: 'ed',
    title: 2,
    by: null,
    noun: 1,
  },
  // "I learned most from Ada Example's book, Practical Knots."
  {
    pattern: new RegExp(String.raw`(${wholeName})(?:'s|’s)\s+(?:\p{Ll}+\s+)?(${noun}),\s+(${run(2)})(?=\s*[.,;!?])`, 'gu'),
    needs: ',',
    title: 3,
    by: 1,
    noun: 2,
  },
  // "Practical Knots, by Ada Example, is still the best book on this."
  {
    pattern: new RegExp(
      String.raw`(?:^|[.!?]\s+)(${run(2)}),?\s+by\s+(${wholeName}),?\s+(?:is|was|remains)\s+(?:\p{Ll}+\s+){0,3}(?:best|favou?rite|great|greatest|excellent|fantastic|wonderful|superb|brilliant|classic|must-read|good)\b`,
      'gmu',
    ),
    needs: 'by',
    title: 1,
    by: 2,
    noun: null,
  },
  // "I highly recommend reading Practical Knots and Bends."
  {
    pattern: new RegExp(
      String.raw`\b(?:[Rr]ecommend|[Ss]uggest)\s+(?:reading|watching)\s+(?:the\s+\p{Ll}+\s+)?(${run(3)})(?=\s*[.,;!?(]|$)`,
      'gmu',
    ),
    needs: 'ing',
    title: 1,
    by: null,
    noun: null,
  },
  // "Book: Practical Knots, Ada Example"
  {
    pattern: new RegExp(String.raw`^(Book|Talk|Paper|Essay|Lecture):\s+(${run(2)})(?:,|\s+by|\s+[-–—])\s+(${wholeName})\.?$`, 'gmu'),
    needs: ':',
    title: 2,
    by: 3,
    noun: 1,
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
      String.raw`(?:\b(?:[Ss]tart with|[Rr]ead|[Tt]ry|[Rr]ecommend|[Ss]uggest|[Cc]heck out|[Ll]ook (?:at|into)|[Pp]ick up|[Gg]et|then|and)|,)\s+(${run(2)})\s+\((${wholeName}|\p{Lu}\p{Ll}+\s+(?:&|and)\s+\p{Lu}\p{Ll}+)\)`,
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

/** For texts that speak of works. */
export const formsOfReaders: readonly Form[] = [begins, read]
