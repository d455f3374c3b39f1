// Finds words in a text as people mean them: whatever their case and accents. Pure; offsets count in the text as it was given.

export type FoldedText = {
  readonly text: string
  /** For every letter of `text` the offset it comes from, and one more for the end; null when they are the same. */
  readonly from: Uint32Array | null
}

// Accents and points that are written over letters. Vowel signs of Indian scripts and the marks of kana are letters of their own.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g

/** Folds once what will be searched many times. */
export function foldText(text: string): FoldedText {
  if (/^[\x00-\x7f]*$/.test(text)) return { text: text.toLowerCase().replace(/\s/g, ' '), from: null }
  const parts: string[] = []
  const from: number[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const char = String.fromCodePoint(code)
    const folded = code < 128 ? fold(char) : plain(fold(plain(char)))
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit += 1) from.push(at)
    at += char.length
  }
  from.push(text.length)
  return { text: parts.join(''), from: Uint32Array.from(from) }
}

/** Without accents and ligatures, and joined again where the marks are letters of their own. */
function plain(char: string): string {
  return char.normalize('NFKD').replace(marks, '').normalize('NFC')
}

function fold(char: string): string {
  return /\s/.test(char) ? ' ' : char.toLowerCase()
}

/** Every place of `words`, one behind the other, at most `most`. */
export function findMatches(folded: FoldedText, words: string, most: number): readonly { readonly start: number; readonly end: number }[] {
  const wanted = foldText(words).text
  if (wanted.trim() === '') return []
  const found: { start: number; end: number }[] = []
  for (let at = folded.text.indexOf(wanted); at >= 0 && found.length < most; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const behind = at + wanted.length
    if (folded.from === null) found.push({ start: at, end: behind })
    else {
      const last = folded.from[behind - 1] ?? 0
      // Accents behind the last letter belong to it; of a letter that folds to two, one is enough.
      found.push({ start: folded.from[at] ?? 0, end: Math.max(last + 1, folded.from[behind] ?? last + 1) })
    }
  }
  return found
}
