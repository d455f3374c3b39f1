// Finds the note a reference leads to, and what of it is shown by the reference.

/** The note behind a reference, or null when the link is no reference to a note but leads to another place of the text. */
export function noteOf(link: Element, target: Element): Element | null {
  if (link.getAttribute('role') === 'doc-backlink') return null
  const words = (link.textContent ?? '').trim()
  const raised = link.closest('sup') !== null || link.querySelector('sup') !== null
  const isReference = link.getAttribute('role') === 'doc-noteref' || (raised && words !== '' && words.length <= 6)
  // A note stands behind its reference and does not hold it.
  if (!isReference || target.contains(link) || (link.compareDocumentPosition(target) & 4) === 0) return null
  const note = target.closest('li, aside, dd, tr, p, div') ?? target
  // The mark of a note alone: its words stand around it.
  return /^h[1-6]$/i.test(note.nodeName) || note.nodeName === 'ARTICLE' ? null : note
}

/** The note's content for the popover: copies of its nodes without ways back and without ids, which the article keeps for itself. */
export function contentOf(note: Element): DocumentFragment {
  const content = note.ownerDocument.createDocumentFragment()
  for (const child of note.childNodes) content.append(child.cloneNode(true))
  for (const back of content.querySelectorAll('[role="doc-backlink"]')) back.remove()
  for (const named of content.querySelectorAll('[id]')) named.removeAttribute('id')
  return content
}

/** What the popover is called: "Footnote 2", from the reference's own words. */
export function noteName(link: Element): string {
  const mark = (link.textContent ?? '').replace(/[[\](){}.\s]/g, '')
  return mark === '' ? 'Footnote' : `Footnote ${mark}`
}
