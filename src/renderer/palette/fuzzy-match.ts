// How well some typed letters fit a title or a command, and which letters of it they are. Pure; accents and case do not count.

export type Range = readonly [from: number, to: number]
export type Fit = { readonly score: number; readonly ranges: readonly Range[] }

/**
 * Every word of `typed` must be in `text`: best at the beginning of a word, then inside one, then as the initials of several ("kfl" for
 * "Keep for later"), last with letters left out ("dctionary"). Null when one of them is not. Offsets are UTF-16 units of `text`.
 */
export function fuzzyMatch(typed: string, text: string): Fit | null {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const inside = folded(text)
  const ranges: Range[] = []
  let score = 0
  for (const word of words) {
    const fit = fitOf(word, inside)
    if (fit === null) return null
    score += fit.score
    ranges.push(...fit.ranges)
  }
  // Of two that fit alike the shorter one says less that was not asked for.
  return { score: score / words.length - Math.min(inside.length, 200) / 100, ranges: merged(ranges) }
}

/** Where any of the typed words stand in `text` as they are written, first to last: how highlights are found. */
export function wholeWords(typed: string, text: string): readonly Range[] {
  const inside = folded(text)
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return merged(
    words.flatMap((word) => {
      const at = inside.indexOf(word)
      return at < 0 ? [] : [[at, at + word.length] as const]
    }),
  )
}

function fitOf(word: string, text: string): Fit | null {
  const whole = (at: number, score: number): Fit => ({ score, ranges: [[at, at + word.length]] })
  if (text.startsWith(word)) return whole(0, endsWord(text, word.length) ? 120 : 110)
  let inside = -1
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (beginsWord(text, at)) return whole(at, endsWord(text, at + word.length) ? 100 : 95)
    if (inside < 0) inside = at
  }
  if (inside >= 0 && word.length > 1) return whole(inside, 60)
  return word.length < 2 ? null : (initials(word, text) ?? scattered(word, text))
}

function initials(word: string, text: string): Fit | null {
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index)
  for (let first = 0; first + word.length <= starts.length; first++) {
    const run = starts.slice(first, first + word.length)
    if (run.every((at, index) => text[at] === word[index])) return { score: 50 - first, ranges: run.map((at) => [at, at + 1]) }
  }
  return null
}

/** The letters in their order, beginning where a word does and within one word and a little: what is scattered further means nothing. */
function scattered(word: string, text: string): Fit | null {
  if (word.length < 3) return null
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    if (!beginsWord(text, start)) continue
    const ranges: Range[] = [[start, start + 1]]
    let at = start
    for (const letter of word.slice(1)) {
      at = text.indexOf(letter, at + 1)
      if (at < 0 || at - start > word.length + 3) break
      ranges.push([at, at + 1])
    }
    if (ranges.length === word.length) return { score: 30 - (at - start - word.length), ranges }
  }
  return null
}

const beginsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
const endsWord = (text: string, at: number) => at >= text.length || !/[\p{L}\p{N}]/u.test(text.charAt(at))

/** Lower case without accents, letter for letter, so that offsets stay true; what has no single plain letter stays as it is. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const plain = text.charAt(at).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === 1 ? plain : text.charAt(at)
  }).join('')
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const out: Range[] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1)
    if (last !== undefined && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)]
    else out.push([from, to])
  }
  return out
}
