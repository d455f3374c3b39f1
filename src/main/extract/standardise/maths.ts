// Every formula becomes MathML with its TeX beside it, whatever typeset it: KaTeX, MathJax 2 to 4, MediaWiki, pandoc, raw TeX in the text.
// Readability drops <math>, so each is held back as a mark in the text until its work is done (putBackMaths).
import { allElements, classOf, elementsOf, hasClass, isInside, plainWords, unwrap } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { findRawTex } from './raw-tex.ts'
import { texToMathml } from './tex-to-mathml.ts'

export const formulaMark = 'data-carrel-formula'
/** MathML markup by the number in the mark. */
export type HeldFormulas = string[]

const rendered =
  /^(?:MathJax|MathJax_Display|MathJax_Preview|MathJax_SVG|MathJax_SVG_Display|MathJax_CHTML|MJXc-display|MathJax_MathML|MathJax_Error)$/
const texAttributes = ['data-latex', 'data-tex', 'data-math', 'data-formula', 'data-expr', 'data-katex', 'data-equation']

/** Replaces all formulas of the document by marks. `typesetsMaths`: the page loads a script that would typeset raw TeX. */
export function holdMaths(document: Document, typesetsMaths: boolean): HeldFormulas {
  const held: HeldFormulas = []
  const hold = (place: Element, markup: string | null, display: boolean, words: string): void => {
    const mark = document.createElement('span')
    mark.setAttribute(formulaMark, markup === null ? 'lost' : String(held.length))
    if (markup !== null) held.push(markup)
    mark.textContent = words.slice(0, 200) || 'formula'
    if (display) mark.setAttribute('data-carrel-display', '')
    place.replaceWith(mark)
  }
  const holdTex = (place: Element, tex: string, display: boolean): void => hold(place, texToMathml(tex, display), display, tex)

  for (const script of elementsOf(document, 'script')) {
    const type = script.getAttribute('type') ?? ''
    if (/^math\/tex/i.test(type)) {
      dropRendered(script)
      holdTex(script, script.textContent ?? '', /mode\s*=\s*display/i.test(type))
    } else if (/^math\/mml/i.test(type)) {
      dropRendered(script)
      const box = document.createElement('span')
      box.innerHTML = script.textContent ?? ''
      const math = box.getElementsByTagName('math')[0]
      if (math) hold(script, mathmlOf(math, null), math.getAttribute('display') === 'block', plainWords(math))
    }
  }
  for (const element of allElements(document)) {
    if (!element.isConnected) continue
    const classes = classOf(element)
    const name = element.localName
    if (
      name === 'mjx-container' ||
      name === 'math-renderer' ||
      name === 'tex-math' ||
      /(?:^|\s)(?:katex|katex-display|MathJax|MathJax_Display|mwe-math-element|ltx_Math|math|tex|latex)(?:\s|$)/.test(classes) ||
      texAttributes.some((attribute) => element.hasAttribute(attribute))
    ) {
      standardiseTypeset(element, hold, holdTex)
    }
  }
  for (const math of elementsOf(document, 'math')) {
    if (math.isConnected && !isInside(math, 'math'))
      hold(math, mathmlOf(math, null), math.getAttribute('display') === 'block', texOf(math) ?? plainWords(math))
  }
  for (const found of findRawTex(document, typesetsMaths)) {
    if (texToMathml(found.tex, found.display) !== null) holdTex(found.place(), found.tex, found.display)
  }
  return held
}

type Hold = (place: Element, markup: string | null, display: boolean, words: string) => void

function standardiseTypeset(element: Element, hold: Hold, holdTex: (place: Element, tex: string, display: boolean) => void): void {
  if (isInside(element, 'pre', 'code', 'math') || elementsOf(element, 'p', 'pre', 'h2', 'li').length > 0) return
  const classes = classOf(element)
  const display =
    /display|block|equation/i.test(classes) ||
    element.getAttribute('display') === 'true' ||
    element.localName === 'div' ||
    element.getAttribute('mode') === 'display'
  const maths = elementsOf(element, 'math')
  const math = maths[0]
  if (math !== undefined && maths.length === 1) {
    const tex = texOf(math) ?? attributeTex(element)
    hold(element, mathmlOf(math, tex), display || math.getAttribute('display') === 'block', tex ?? plainWords(math))
    return
  }
  if (maths.length > 1) return
  const tex = attributeTex(element) ?? delimited(plainWords(element))
  if (tex !== null) holdTex(element, tex, display || /^(?:\\\[|\$\$|\\begin)/.test(plainWords(element)))
  else if (hasClass(element, /(?:^|\s)katex(?:\s|$)/)) {
    // KaTeX set to `output: html` leaves no source behind: its glyphs are all there is.
    const words = plainWords(element)
    if (words !== '') hold(element, null, false, words)
  }
}

function attributeTex(element: Element): string | null {
  for (const name of texAttributes) {
    const value = element.getAttribute(name)
    if (value && !/^(?:true|false|\{|\[)/.test(value)) return delimited(value) ?? value
  }
  return null
}

/** What stands between TeX delimiters when the whole text is one formula. */
function delimited(text: string): string | null {
  const match = /^\s*(?:\\\(([\s\S]+)\\\)|\\\[([\s\S]+)\\\]|\$\$([\s\S]+)\$\$|\$([^$]+)\$)\s*$/.exec(text)
  const inner = match?.slice(1).find((part) => part !== undefined)
  if (inner !== undefined) return inner
  return /^\s*\\begin\{[a-z*]+\}[\s\S]+\\end\{[a-z*]+\}\s*$/.test(text) ? text : null
}

function texOf(math: Element): string | null {
  for (const annotation of elementsOf(math, 'annotation')) {
    if (/tex/i.test(annotation.getAttribute('encoding') ?? '')) return (annotation.textContent ?? '').trim() || null
  }
  return math.getAttribute('alttext')
}

/** MathML without its annotations, the TeX as `alttext`. A formula that is only an annotation is typeset anew. */
function mathmlOf(math: Element, tex: string | null): string | null {
  const source = tex ?? texOf(math)
  const copy = math.cloneNode(true) as Element
  for (const annotation of elementsOf(copy, 'annotation', 'annotation-xml')) annotation.remove()
  for (const semantics of elementsOf(copy, 'semantics')) unwrap(semantics)
  if (plainWords(copy) === '') return source === null ? null : texToMathml(source, math.getAttribute('display') === 'block')
  if (source !== null) copy.setAttribute('alttext', source.replace(/^\{\\displaystyle ([\s\S]*)\}$/, '$1').trim())
  return copy.outerHTML
}

/** MathJax 2 leaves what it drew just before the script it was drawn from. */
function dropRendered(script: Element): void {
  for (let before = script.previousElementSibling; before !== null; before = script.previousElementSibling) {
    if (
      !classOf(before)
        .split(/\s+/)
        .some((word) => rendered.test(word))
    )
      return
    before.remove()
  }
}

/** Puts the held formulas where their marks stand. Those that could not be typeset keep their words. */
export function putBackMaths(root: Element, held: HeldFormulas): void {
  const document = root.ownerDocument
  for (const mark of elementsOf(root, 'span')) {
    const number = mark.getAttribute(formulaMark)
    if (number === null) continue
    const markup = held[Number(number)]
    if (markup === undefined) {
      const code = document.createElement('code')
      code.textContent = mark.textContent
      mark.replaceWith(code)
      continue
    }
    const box = document.createElement('span')
    box.innerHTML = markup
    const math = box.firstElementChild
    if (math === null) continue
    if (mark.hasAttribute('data-carrel-display')) math.setAttribute('display', 'block')
    mark.replaceWith(math)
  }
}
