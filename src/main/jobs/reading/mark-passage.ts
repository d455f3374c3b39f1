// A new highlight, held against the very text it is said to stand in: nothing a window tells is believed that the copy can tell itself.
import type { CheckedInputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { Highlight, PassageAnchor } from '../../../shared/highlight.ts'
import { anchorOf, splitsLetter } from '../../../shared/quote/describe-passage.ts'
import { normaliserVersion, normaliseText } from '../../../shared/text/normalise.ts'
import { secondsAt } from '../../../shared/transcript.ts'
import type { Cache } from '../../cache/cache.ts'

/**
 * Stores a highlight. Throws copy.unknown, cache.missing-blob; highlight.misplaced with a `reason` when the passage does not stand
 * in the copy where it is said to: other words, offsets of another normaliser, nothing but white space, half a letter.
 */
export async function markPassage(input: CheckedInputOf<'highlight.add'>, cache: Cache): Promise<Highlight> {
  const { copyId, anchor, colour, note, tags } = input
  const copy = cache.copies.get(copyId)
  const text = await cache.copies.readText(copyId)
  const wrong = reasonAgainst(anchor, text, copy.normaliserVersion)
  if (copy.form !== 'article') throw new Failure('highlight.misplaced', { reason: 'document' })
  if (wrong !== null) throw new Failure('highlight.misplaced', { reason: wrong })
  const described = anchorOf(text, anchor.start, anchor.end, headingAbove(anchor.heading, text, anchor.end))
  const times = copy.transcript?.timed
    ? cache.copies.transcripts(copy.itemId).find((one) => one.copy.id === copyId)?.facts.times
    : undefined
  return cache.highlights.add({ copyId, anchor: described, seconds: secondsAt(times ?? [], anchor.start), colour, note, tags })
}

function reasonAgainst({ exact, start, end, normaliserVersion: told }: PassageAnchor, text: string, stored: number): string | null {
  if (told !== stored || told !== normaliserVersion) return 'version'
  if (exact !== text.slice(start, end)) return 'other-words'
  if (exact.trim() === '') return 'empty'
  return splitsLetter(text, start) || splitsLetter(text, end) ? 'half-letter' : null
}

/** The heading as the text has it, when a line above the passage's end begins with it; it is a hint for eyes and worth no second parse. */
function headingAbove(heading: string | null, text: string, end: number): string | null {
  const line = normaliseText(heading ?? '')
  if (line === '') return null
  return text.startsWith(line) || text.slice(0, end).includes(`\n${line}`) ? line : null
}
