// A passage as it is quoted: without the marks that lead to notes, and with the TeX of its formulas, whose letters alone say another
// thing ("ab" for a fraction). What is stored of a highlight stays the exact text (shared/highlight.ts).
import type { Quote } from '../../shared/highlight-quote.ts'
import { normalise } from '../../shared/text/normalise.ts'
import { walkText } from '../../shared/text/walk-text.ts'

/** A mark that leads to a note is no longer than this; longer ones are words. */
const markLetters = 6

/** Null when the exact text is the quote: nothing has to be left out or put in. */
export function quoteWords(range: Range): Quote | null {
  const inside = range.startContainer.ownerDocument
  if (inside === null) return null
  const holder = inside.createElement('div')
  // White space counts in code, and the clone does not know that it stood there.
  const code = elementOf(range.commonAncestorContainer)?.closest('pre') ? holder.appendChild(inside.createElement('pre')) : holder
  code.append(range.cloneContents())

  let changed = false
  for (const mark of holder.querySelectorAll('sup, [role="doc-noteref"]')) {
    const leads = mark.matches('[role="doc-noteref"]') || mark.querySelector('a[href^="#"]') !== null
    if (!leads || (mark.textContent ?? '').trim().length > markLetters) continue
    mark.remove()
    changed = true
  }
  const formulas: string[] = []
  for (const math of holder.querySelectorAll('math')) {
    const tex = math.getAttribute('alttext') ?? math.querySelector('annotation[encoding*="tex" i]')?.textContent ?? ''
    const source = tex.replace(/\s+/g, ' ').trim()
    if (source === '') continue
    const formula = math.getAttribute('display') === 'block' ? `$$${source}$$` : `$${source}$`
    formulas.push(formula)
    math.replaceWith(formula)
    changed = true
  }
  if (!changed) return null
  const words = normalise(walkText<Node>(holder)).text.trim()
  return words === '' ? null : { words, formulas }
}

function elementOf(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : node.parentElement
}
