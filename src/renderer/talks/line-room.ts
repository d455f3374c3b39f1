// Makes room over lines of a transcript, and lays the line one begins at on its own ground: by a style sheet of ours beside the copy's
// markup, which stays as it is.

export type LineRoom = {
  /** The id of the line one begins at. */
  readonly start: string | null
  /** How much stands over a line, by its id; CSS pixels. */
  readonly over: ReadonlyMap<string, number>
}

/** Takes the place of what was laid before in this frame. Answers how to take it away. */
export function layLineRoom(frame: Document, { start, over }: LineRoom): () => void {
  const Sheet = frame.defaultView?.CSSStyleSheet
  if (Sheet === undefined) return () => undefined
  const sheet = new Sheet()
  const ground =
    'background: var(--accent-soft); border-radius: var(--r-3); margin-inline: -1rem; padding: calc(0.5rem + var(--time-room, 0rem)) 1rem 0.5rem;'
  const rules = [
    // What is said now, without a change of places.
    'p[aria-current] { background: var(--accent-soft); box-shadow: 0 0 0 0.5rem var(--accent-soft); border-radius: var(--r-2) }',
    '@media print { p[aria-current] { background: none; box-shadow: none } }',
    ...(start === null ? [] : [`#${CSS.escape(start)} { ${ground} }`]),
    ...[...over].map(([id, px]) => `#${CSS.escape(id)} { margin-top: calc(1.1em + ${Math.ceil(px)}px) }`),
    // What is over a line is the window's and not on paper.
    ...[...over].map(([id]) => `@media print { #${CSS.escape(id)} { margin-top: 1.1em } }`),
  ]
  sheet.replaceSync(rules.join('\n'))
  frame.adoptedStyleSheets = [...frame.adoptedStyleSheets, sheet]
  return () => {
    frame.adoptedStyleSheets = frame.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}
