// A search snippet as plain pieces: U+0002 and U+0003 stand around matches. Never HTML. Pure.

export type Piece = { readonly text: string; readonly marked: boolean }

/** Unbalanced signs mark nothing and are never shown. */
export function markedText(snippet: string): readonly Piece[] {
  const pieces: Piece[] = []
  const push = (text: string, marked: boolean) => {
    const clean = text.replace(/[\u0002\u0003]/g, '')
    if (clean !== '') pieces.push({ text: clean, marked })
  }
  let from = 0
  for (const match of snippet.matchAll(/\u0002([^\u0002\u0003]*)\u0003/g)) {
    push(snippet.slice(from, match.index), false)
    push(match[1] ?? '', true)
    from = match.index + match[0].length
  }
  push(snippet.slice(from), false)
  return pieces
}
