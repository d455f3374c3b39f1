// The text of a code block exactly as its author wrote it, out of whatever a highlighter made of it.
import { classOf, elementNode, hasClass, textNode } from '../dom-walk.ts'
import type { Element } from '../page-tree/page-tree.ts'

const numbers =
  /(?:^|\s)(?:lineno|linenos|linenodiv|line-?numbers?|line-?nums?|line-numbers-rows|ln|lnt|lnum|gutter|rouge-gutter|hljs-ln-(?:numbers|n)|blob-num|code-line-number|crayon-nums?|token-line-number|react-syntax-highlighter-line-number|gl|CodeMirror-linenumber|CodeMirror-gutter-wrapper|cm-gutters)(?:\s|$)/i
const furniture =
  /copy|clipboard|(?:^|[\s_-])toolbar|tooltip|sr-only|visually-?hidden|screen-reader|code-?lang(?:uage)?-?label|crayon-toolbar/i
const lines =
  /(?:^|\s)(?:line|code-line|token-line|view-line|cm-line|cl|hljs-ln-line|react-code-line|ec-line|CodeMirror-line|highlight-line|crayon-line|blob-code|js-file-line)(?:\s|$)/
const blocks = new Set('div p li tr ol ul table tbody section pre'.split(' '))

/** Line numbers, copy buttons, labels: beside the code, not in it. */
export function isCodeFurniture(element: Element): boolean {
  const name = element.localName
  if (name === 'button' || name === 'svg' || name === 'style' || name === 'script' || name === 'template' || name === 'select') return true
  if (element.hasAttribute('data-carrel-unselectable') || element.getAttribute('role') === 'button') return true
  const classes = classOf(element)
  if (classes === '') return false
  if (numbers.test(classes)) return /^[\d\s.:|]*$/.test(element.textContent ?? '')
  return furniture.test(classes) && (element.textContent ?? '').length < 60
}

/** The lines of `root`, indentation kept, without a last line break. */
export function codeText(root: Element): string {
  const out = new Lines()
  collect(root, out)
  return out.text()
}

function collect(node: Element, out: Lines): void {
  const breaksLines = linesLackBreaks(node)
  const numbers = sequentialNumbers(node)
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === textNode) {
      // Between block lines (or table rows) the source's own line breaks are layout.
      if (breaksLines && (child.nodeValue ?? '').trim() === '') continue
      out.add(child.nodeValue ?? '')
      continue
    }
    if (child.nodeType !== elementNode) continue
    const element = child as Element
    if (isCodeFurniture(element) || numbers.has(element)) continue
    if (element.localName === 'br') {
      out.newLine()
      continue
    }
    if (element.localName === 'img') out.add(element.getAttribute('alt') ?? '')
    const isLine = blocks.has(element.localName) || (breaksLines && isLineElement(element))
    const from = isLine ? out.startLine() : 0
    for (const number of Array.from(element.children)) if (numbers.has(number)) number.remove()
    collect(element, out)
    if (isLine) out.endLine(from)
  }
}

function isLineElement(element: Element): boolean {
  return (
    hasClass(element, lines) ||
    element.hasAttribute('data-line') ||
    element.hasAttribute('data-line-number') ||
    blocks.has(element.localName)
  )
}

/** Children that are lines but have no line break between or inside them (styled as blocks by a sheet). */
function linesLackBreaks(node: Element): boolean {
  let count = 0
  for (let child = node.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (isCodeFurniture(child)) continue
    if (!isLineElement(child)) {
      if (child.localName !== 'br') return false
      continue
    }
    count += 1
    if (blocks.has(child.localName)) continue
    if ((child.textContent ?? '').endsWith('\n')) return false
    const next = child.nextSibling
    if (next?.nodeType === textNode && (next.nodeValue ?? '').includes('\n')) return false
    if (next?.nodeType === elementNode && (next as Element).localName === 'br') return false
  }
  return count > 1 || (count === 1 && blocks.has(node.firstElementChild?.localName ?? ''))
}

/** Line numbers without a telling class: every line begins with an element that holds just its number. */
function sequentialNumbers(node: Element): ReadonlySet<Element> {
  const found = new Set<Element>()
  for (let child = node.firstElementChild; child !== null; child = child.nextElementSibling) {
    const first = child.firstElementChild
    if (child.localName === 'style' || first === null) continue
    const number = first.localName === 'style' ? first.nextElementSibling : first
    if (number === null || (number.textContent ?? '').trim() !== String(found.size + 1) || number.nextElementSibling === null)
      return new Set()
    found.add(number)
  }
  return found.size > 1 || (found.size === 1 && node.childElementCount === 1) ? found : new Set()
}

class Lines {
  private out = ''
  /** The current line belongs to a block that has just ended: whatever comes next starts a new one. */
  private ended = false

  add(text: string): void {
    if (text === '') return
    if (this.ended) this.newLine()
    this.out += text
  }

  newLine(): void {
    this.out += '\n'
    this.ended = false
  }

  /** Where the line begins, for `endLine`. */
  startLine(): number {
    if (this.ended) this.newLine()
    else if (this.out !== '' && !this.out.endsWith('\n')) this.newLine()
    return this.out.length
  }

  endLine(from: number): void {
    // A line element may carry its own line break, as Pygments and Chroma write it.
    if (!this.ended && this.out.length > from && this.out.endsWith('\n')) this.out = this.out.slice(0, -1)
    this.ended = true
  }

  text(): string {
    return this.out
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n')
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u200b', '')
      .replace(/^\s*\n/, '')
      .trimEnd()
  }
}
