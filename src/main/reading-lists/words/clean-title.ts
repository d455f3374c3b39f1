// A title without what stands around it: list numbers, kind marks, emoji, quotation marks, last punctuation.

const pictograph = /^(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[★☆]|:[a-z_]{3,30}:)\s*)+/u
const kindTag =
  /^(?:\[(?:video|audio|pdf|series|podcast|slides?|book|paper|article|talk|blog|post|blog post|website|course|free|en|de|fr|zh|ru|ja|es|\d{1,3}:\d{2}(?::\d{2})?)\]|\((?:video|audio|pdf|podcast|slides?|book|paper|article|talk|free|\d{4})\))\s*[:–—-]?\s*/i
/** `00:14:05 - A Title`, from the notes of a recording. */
const clock = /^[[(]?(?:\d{1,2}:\d{2}:\d{2}[\])]?(?:\s*[-–—|:])?|\d{1,2}:\d{2}[\])]?\s*[-–—|])\s+(?=\S)/
const endTag =
  /\s*(?:\(\d+ points?(?: by \S+)?\)|\[(?:video|audio|pdf|podcast|slides?|free|\d{4})\]|\((?:video|audio|pdf|podcast|slides?|free)\))$/i
/** When it was read: `Apr: A Title`, `March 2024: A Title`. */
const month = /^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\p{Ll}{2,6})?(?:\s+\d{1,2})?(?:,?\s+\d{4})?|wip):\s+(?=\S)/iu
/** How long it is, behind a dash: `A Title - 19 chapters`. */
const size = /\s+[-–—]\s+(?:about\s+|~\s*)?\d{1,4}\s+(?:\p{Ll}+\s+)?(?:chapters|pages|lectures|videos|episodes|parts|hours)$/u
const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['[[', ']]'],
  ['[', ']'],
  ['**', '**'],
  ['*', '*'],
  ['_', '_'],
]

/** The words of a heading without the number it has among its like: `3. A Title`. Years, and episodes counted by hundreds, are the title's own. */
export function unnumbered(heading: string): string {
  return heading.replace(/^#?\d{1,2}[.)]\s+(?=\S)/, '')
}

/** The words as a title, or null when nothing is left of them. */
export function cleanTitle(words: string): string | null {
  let title = words.replace(/\s+/g, ' ').trim()
  for (let pass = 0; pass < 4; pass += 1) {
    const before = title
    title = title
      .replace(/^\[[ xX]?\]\s*(?:[-–—:]\s*)?(?=\S)/, '')
      .replace(pictograph, '')
      .replace(kindTag, '')
      .replace(month, '')
      // How urgent it is.
      .replace(/^\(?!{1,5}\)?\s+(?=\S)/, '')
      .replace(clock, '')
      .replace(endTag, '')
      .replace(size, '')
      .replace(/\s+(?:[⭐🌟★☆✓✔✅🔥💯❤💖👍👌🎥📹📺🎬🎧🎙📖📚📄📝🔗🆕🔒💰]\ufe0f?\s*)+$/u, '')
      .replace(/^["“](?=[^"“”]*$)/, '')
      .replace(/(?<=^[^"“”]*)["”]$/, '')
      .replace(/^`(?=[^`]*$)|(?<=^[^`]*)`$/g, '')
      .replace(/^[\s:;,.|–—>•*→：，、）-]+(?=\S)/u, (start) => (/^\.\w/.test(title) ? start : ''))
      .replace(/[\s,;:|–—→=，；：、（-]+$|\s+(?:&+|by)$/u, '')
      .trim()
    for (const [open, close] of pairs) {
      const inner = title.slice(open.length, -close.length)
      if (
        title.length > open.length + close.length &&
        title.startsWith(open) &&
        title.endsWith(close) &&
        !inner.includes(open) &&
        !inner.includes(close)
      )
        title = inner.trim()
    }
    if (title === before) break
  }
  title = title
    .replace(/([,;:])(?=["”»]$)/, '')
    // A full stop that ends it, and no abbreviation: `A Title of Words.`
    .replace(/^([^.]*\s[^.]*\p{L}{4})\.$/u, '$1')
    .trim()
  return /[\p{L}\p{N}]/u.test(title) ? title.slice(0, 500) : null
}
