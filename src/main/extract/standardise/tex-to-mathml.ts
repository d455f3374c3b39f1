// TeX to MathML by temml. Nothing of the page runs: TeX is parsed with trust off, bounded in length and expansion.

import temml from 'temml'
import { escapeMarkup } from '../../../shared/text/escape-markup.ts'

const maxLength = 4_000

/** MathML of a formula as markup, its TeX kept as `alttext`; null when it cannot be typeset. */
export function texToMathml(tex: string, display: boolean): string | null {
  const source = tex
    .trim()
    .replace(/^\\displaystyle\b/, '')
    .trim()
  if (source === '' || source.length > maxLength) return null
  try {
    const markup = temml.renderToString(source, { displayMode: display, throwOnError: true, trust: false, maxExpand: 500 })
    return markup.replace(/^<math\b/, `<math alttext="${escapeMarkup(source)}"`)
  } catch {
    return null
  }
}
