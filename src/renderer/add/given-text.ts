// The text in Add, and which of it the reader typed. What was pasted, dropped or handed over is a stranger's word: an address inside
// the private network that stands in it is not ticked by itself. Pure.

type Span = { readonly from: number; readonly to: number }
/** `strange`: in order, apart from each other; in UTF-16 units of the text. */
export type GivenText = { readonly text: string; readonly strange: readonly Span[] }

export const noText: GivenText = { text: '', strange: [] }

/** A whole text from elsewhere, or one that the reader typed in another field. */
export function givenText(text: string, byHand: boolean): GivenText {
  return { text, strange: byHand || text === '' ? [] : [{ from: 0, to: text.length }] }
}

/** A further text below the one that is there. */
export function joinText(before: GivenText, text: string, byHand: boolean): GivenText {
  if (before.text.trim() === '') return givenText(text, byHand)
  const kept = before.text.trimEnd()
  const from = kept.length + 1
  return {
    text: `${kept}\n${text}`,
    strange: [...before.strange.flatMap((span) => within(span, 0, kept.length)), ...(byHand ? [] : [{ from, to: from + text.length }])],
  }
}

/** The text after an edit in the field. Where the edit happened is found by what stayed the same before and behind it. */
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
  return { text, strange: [...before.strange.flatMap((span) => within(span, 0, head)), ...inserted, ...behind] }
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

/** True for what one does with the keys of a keyboard; pasting, dropping, and bringing either back with undo are not. */
export function isByHand(event: Event): boolean {
  const type = event instanceof InputEvent ? event.inputType : ''
  return /^(insertText|insertLineBreak|insertParagraph|insertCompositionText|delete)/.test(type)
}

function within(span: Span, from: number, to: number): readonly Span[] {
  const cut = { from: Math.max(span.from, from), to: Math.min(span.to, to) }
  return cut.from < cut.to ? [cut] : []
}
