// Makes a page's source safe to parse: bounded in size, without the bodies of scripts and styles. Works on text; absurd nesting is page-tree/flatten.ts's.
import { Failure } from '../../shared/failure.ts'

/** Longer sources are refused: jsdom needs some 60 bytes of memory for each of their characters. */
export const maxSourceLength = 25_000_000

export type GuardedSource = {
  readonly html: string
  /** The page loads a script that typesets formulas, so raw TeX in its text is meant as mathematics. */
  readonly typesetsMaths: boolean
  /** The page has scripts at all, and how many characters they were. */
  readonly scriptLength: number
}

const bodies = /<(script|style)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)(?:<\/\1\s*>|$)/gi
const keptScripts = /type\s*=\s*["']?\s*(?:application\/(?:[\w.+-]*\+)?ld\+json|math\/)/i
const typesetters = /MathJax|renderMathInElement|katex(?:\.min)?\.js|auto-render|mathjaxscript/i

/**
 * Blanks script and style bodies (JSON-LD and TeX scripts stay) and drops NUL characters.
 * Failure: page.too-large.
 */
export function guardSource(source: string): GuardedSource {
  if (source.length > maxSourceLength) throw new Failure('page.too-large', { maxBytes: maxSourceLength })
  let typesetsMaths = false
  let scriptLength = 0
  const html = source.replaceAll('\0', '').replace(bodies, (whole: string, name: string, attributes: string, body: string) => {
    if (name.toLowerCase() === 'style') return ''
    scriptLength += body.length + (/\bsrc\s*=/i.test(attributes) ? 1 : 0)
    if (!typesetsMaths && (typesetters.test(attributes) || typesetters.test(body))) typesetsMaths = true
    return keptScripts.test(attributes) ? whole : `<script${attributes}></script>`
  })
  return { html, typesetsMaths, scriptLength }
}
