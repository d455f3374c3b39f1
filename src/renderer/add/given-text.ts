// The text in Add, and which of it the reader typed. What was pasted, dropped or handed over is a stranger's word: an address inside
// the private network that stands in it is not ticked by itself. Pure.

type Span = { readonly from: number; readonly to: number }
/** What came with a text: the same as rich text, which keeps whole links, and the name of its file, which tells how to read it. */
export type CameWith = { readonly html?: string; readonly name?: string }
/** `strange`: in order, apart from each other; in UTF-16 units of the text. */
export type GivenText = CameWith & { readonly text: string; readonly strange: readonly Span[] }

export const noText: GivenText = { text: '', strange: [] }

/**
 * The text that is looked at: as it last came to rest, so that not every letter asks. An emptied field is empty at once: what was understood of
 * the old text would stand for a moment above a file, and its going would take that file's buttons from under the pointer.
 */
export function lookedAt(given: GivenText, rested: GivenText): GivenText {
  return given.text.trim() === '' ? given : rested
}

/** A whole text from elsewhere, or one that the reader typed in another field. */
export function givenText(given: string, byHand: boolean, { html, name }: CameWith = {}): GivenText {
  // As every reader of texts has it, so that places in the text mean the same on both sides.
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  return {
    text,
    strange: byHand || text === '' ? [] : [{ from: 0, to: text.length }],
    ...(html === undefined || html === '' ? {} : { html }),
    ...(name === undefined ? {} : { name }),
  }
}

/** A further text below the one that is there. */
export function joinText(before: GivenText, given: string, byHand: boolean, cameWith: CameWith = {}): GivenText {
  if (before.text.trim() === '') return givenText(given, byHand, cameWith)
  const { text } = givenText(given, byHand)
  const kept = before.text.trimEnd()
  const from = kept.length + 1
  return {
    text: `${kept}\n${text}`,
    strange: [...before.strange.flatMap((span) => within(span, 0, kept.length)), ...(byHand ? [] : [{ from, to: from + text.length }])],
  }
}

/** The text after an edit in the field; the rich text is another one from now on and goes. Where the edit happened is found by what stayed the same before and behind it. */
export function editText(before: GivenText, text: string, byHand: boolean): GivenText {
  const old = before.text
  const shorter = Math.min(old.length, text.length)
  let head = 0
  while (head < shorter && old[head] === text[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  const put = { from: head, to: text.length - tail }
  const moved = text.length - old.length
  const behind = before.strange
    .flatMap((span) => within(span, old.length - tail, old.length))
    .map(({ from, to }) => ({ from: from + moved, to: to + moved }))
  const inserted = byHand || put.from === put.to ? [] : [put]
  return {
    text,
    strange: [...before.strange.flatMap((span) => within(span, 0, head)), ...inserted, ...behind],
    ...(before.name === undefined ? {} : { name: before.name }),
  }
}

/** What stands behind the first `length` signs, without the space before it. */
export function withoutStart({ text, strange }: GivenText, length: number): GivenText {
  const rest = text.slice(length).trimStart()
  const gone = text.length - rest.length
  const spans = strange.flatMap((span) => within(span, gone, text.length))
  return { text: rest, strange: spans.map(({ from, to }) => ({ from: from - gone, to: to - gone })) }
}

/** True when any sign of this part of the text came from elsewhere. */
export function isStrange({ strange }: GivenText, at: number, length: number): boolean {
  return strange.some((span) => span.from < at + length && at < span.to)
}

/**
 * True for links and nothing else: each is saved as it stands. Whatever has words, or a link that is cut off, is read as a text.
 */
export function isOnlyLinks({ text }: Pick<GivenText, 'text'>): boolean {
  const words = text.trim().split(/\s+/)
  if (words.some((word) => /(…|\.\.\.)$/.test(word))) return false
  return words.length === 1 ? !/^[<[]/.test(words[0] ?? '') : words.every((word) => /^(https?:)?\/\/[^\s<>()[\]"]+$/i.test(word))
}

/** True for what one does with the keys of a keyboard; pasting, dropping, and bringing either back with undo are not. */
export function isByHand(event: Event): boolean {
  const type = event instanceof InputEvent ? event.inputType : ''
  return /^(insertText|insertLineBreak|insertParagraph|insertCompositionText|delete)/.test(type)
}

function within(span: Span, from: number, to: number): readonly Span[] {
  const cut = { from: Math.max(span.from, from), to: Math.min(span.to, to) }
  return cut.from < cut.to ? [cut] : []
}
