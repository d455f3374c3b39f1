// Makes a page's source safe to parse: bounded in size and depth, without the bodies of scripts and styles. Works on text, before any DOM.
import { Failure } from '../../shared/failure.ts'

/** Longer sources are refused: jsdom needs some 60 bytes of memory for each of their characters. */
export const maxSourceLength = 25_000_000
/** Browsers stop nesting at 512; Readability's time grows with the square of the depth, and no sane page comes near this. */
const maxDepth = 120
const maxTags = 400_000

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
 * Blanks script and style bodies (JSON-LD and TeX scripts stay), drops NUL characters, and flattens absurd nesting.
 * Failures: page.too-large, page.unreadable (limit: nodes).
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
  return { html: flattenDepth(html), typesetsMaths, scriptLength }
}

const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Closed by the parser itself when a sibling opens, so an unclosed one adds no depth. */
const selfClosing = new Set('p li dt dd tr td th option optgroup thead tbody tfoot colgroup rt rp'.split(' '))

/** Leaves out the tags (never the text) of elements nested deeper than a browser would nest them. */
function flattenDepth(html: string): string {
  const open: { readonly name: string; readonly left: boolean }[] = []
  const pieces: string[] = []
  let from = 0
  let count = 0
  for (const match of html.matchAll(tags)) {
    const name = match[2]?.toLowerCase()
    if (name === undefined) continue
    count += 1
    if (count > maxTags) throw new Failure('page.unreadable', { limit: 'nodes' })
    if (voids.has(name) || selfClosing.has(name) || match[3]?.endsWith('/')) continue
    let left = false
    if (match[1] === '') {
      left = open.length >= maxDepth
      open.push({ name, left })
    } else {
      const at = lastIndex(open, name)
      if (at === -1) continue
      left = open[at]?.left ?? false
      open.length = at
    }
    if (!left) continue
    pieces.push(html.slice(from, match.index))
    from = match.index + match[0].length
  }
  if (from === 0) return html
  pieces.push(html.slice(from))
  return pieces.join('')
}

/** Where the nearest open element of this name stands, looking back only so far: stray end tags must not cost quadratic time. */
function lastIndex(open: readonly { readonly name: string }[], name: string): number {
  const floor = Math.max(0, open.length - 400)
  for (let at = open.length - 1; at >= floor; at -= 1) if (open[at]?.name === name) return at
  return -1
}
