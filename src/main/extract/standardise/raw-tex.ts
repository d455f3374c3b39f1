// Finds raw TeX in running text: `\(…\)`, `\[…\]`, `$$…$$`, `$…$`, `\begin{equation}…`. Which formulas they become is maths.ts.
import { elementNode, textNode } from '../dom-walk.ts'
import type { Node, Text } from '../page-tree/page-node.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

export type RawTex = {
  readonly tex: string
  readonly display: boolean
  /** Cuts the formula out of its text and gives a fresh element standing in its place. */
  place(): Element
}

const skipped = new Set('script style template noscript pre code kbd samp textarea math svg button select option title'.split(' '))
/** Inside `$…$`: no space at the edges, no digit behind (pandoc's rule), no second dollar. */
const formulas =
  /\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]|\$\$([\s\S]+?)\$\$|(\\begin\{(equation|align|gather|multline|eqnarray|cases|matrix|pmatrix|bmatrix)\*?\}[\s\S]+?\\end\{\5\*?\})|(?<![\\$\w])\$(?![\s$])((?:\\.|[^$\\])*?(?:\\.|[^\s$\\]))\$(?![\d$])/g
/** Signs that dollars mean TeX where no script says so. */
const plainlyTex = /\\[a-zA-Z]{2,}|[_^]\{|\^\d|_[a-z0-9](?![a-z0-9])/

/** Last first, so that cutting one does not move those before it. */
export function findRawTex(document: Document, typesetsMaths: boolean): RawTex[] {
  if (document.body === null || !/[$\\]/.test(document.body.textContent ?? '')) return []
  // Where two formulas are plainly TeX, the dollars around the plain letters between them are too, script or no script.
  const isTexPage =
    typesetsMaths || [...(document.body.textContent ?? '').matchAll(formulas)].filter((match) => plainlyTex.test(match[6] ?? '')).length > 1
  const found: RawTex[] = []
  for (const text of textsOf(document.body)) {
    const words = text.nodeValue ?? ''
    if (!words.includes('$') && !words.includes('\\')) continue
    joinSplitLines(text)
    const inText: RawTex[] = []
    for (const match of (text.nodeValue ?? '').matchAll(formulas)) {
      const tex = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[6] ?? ''
      const single = match[6] !== undefined
      if (!isTexPage && (single ? !plainlyTex.test(tex) : !/[\\^_]/.test(tex))) continue
      if (single && (tex.length > 600 || !looksLikeMaths(tex))) continue
      const from = match.index
      const length = match[0].length
      inText.push({
        tex,
        display: match[2] !== undefined || match[3] !== undefined || match[4] !== undefined,
        place: () => cut(document, text, from, length),
      })
    }
    for (const formula of inText.reverse()) found.push(formula)
  }
  return found
}

/** Money and shell variables also stand between dollars. */
function looksLikeMaths(tex: string): boolean {
  if (/^[\d.,]+\s+[a-z]{2,}/i.test(tex) || /^[A-Z_]{2,}\b/.test(tex)) return false
  const words = tex.replace(/\\[a-zA-Z]+(?:\{[^}]*\})?/g, ' ').match(/[a-z]{3,}/gi) ?? []
  return words.length <= 3 || /\\/.test(tex)
}

function* textsOf(root: Element): Generator<Text> {
  const stack: Node[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined) return
    if (node.nodeType === textNode) yield node as Text
    else if (node.nodeType === elementNode && !skipped.has((node as Element).localName)) {
      for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child)
    }
  }
}

/** A display formula set over several lines with <br> between them is one text for TeX. */
function joinSplitLines(text: Text): void {
  const opens = /(?:\$\$|\\\[|\\begin\{)(?![\s\S]*(?:\$\$|\\\]|\\end\{))/.test(text.nodeValue ?? '')
  if (!opens) return
  for (let step = 0; step < 40; step += 1) {
    const next = text.nextSibling
    if (next === null) return
    if (next.nodeType === elementNode && (next as Element).localName !== 'br') return
    const words = next.nodeType === textNode ? (next.nodeValue ?? '') : ' '
    text.nodeValue = (text.nodeValue ?? '') + words
    next.remove()
    if (/\$\$|\\\]|\\end\{/.test(words)) return
  }
}

function cut(document: Document, text: Text, from: number, length: number): Element {
  const formula = text.splitText(from)
  formula.splitText(length)
  const place = document.createElement('span')
  formula.replaceWith(place)
  return place
}
