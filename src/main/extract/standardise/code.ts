// Turns every code block, whatever highlighter or plugin made it, into `<pre><code class="language-x">` with its exact text, and frees it from
// wrappers that Readability would throw away together with it. How text and language are read: code-text.ts, code-language.ts.
import { allElements, classOf, elementsOf, hasClass, isInside, nearest, plainWords, rename, textLength, unwrap } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { blocksIn } from './blocks-in.ts'
import { codeLanguage, languageName } from './code-language.ts'
import { codeText, isCodeFurniture } from './code-text.ts'

const numberedTables =
  /(?:^|\s)(?:highlighttable|codehilitetable|rouge-table|lntable|hljs-ln|code-table|js-file-line-container|crayon-table|highlight|syntaxhighlighter|blob-wrapper|diff-table)(?:\s|$)/i
const editors = /(?:^|\s)(?:cm-content|CodeMirror-code|view-lines|syntaxhighlighter)(?:\s|$)/
const highlighted = /highlight|hljs|prism|shiki|token|language-|lang-|brush|prettyprint|sourceCode|codehilite|chroma/i
const proseTags = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'figure', 'blockquote']

/** Standardises all code of the document in place. */
export function standardiseCode(document: Document): void {
  for (const table of elementsOf(document, 'table')) flattenNumberedTable(table)
  for (const element of allElements(document))
    if (hasClass(element, editors) && element.getElementsByTagName('pre').length === 0) rename(element, 'pre')
  for (const code of elementsOf(document, 'code')) blockifyCode(code)
  for (const pre of elementsOf(document, 'pre')) {
    if (!pre.isConnected || isInside(pre, 'pre')) continue
    standardisePre(pre)
  }
}

/** A table that only sets line numbers beside code becomes one pre. */
function flattenNumberedTable(table: Element): void {
  if (!table.isConnected || isInside(table, 'pre')) return
  const rows = elementsOf(table, 'tr')
  const first = rows[0]
  if (first === undefined) return
  const cells = Array.from(first.children)
  const numbered = cells.length === 2 && cells[0] !== undefined && isNumberCell(cells[0])
  const codeCells = rows.map((row) => row.lastElementChild).filter((cell) => cell !== null)
  const hasCode =
    table.getElementsByTagName('pre').length > 0 || table.getElementsByTagName('code').length > 0 || hasClass(table, numberedTables)
  const insideCode = isInside(table, 'code') || isInside(table, 'figure') || hasClass(table, numberedTables)
  if (
    !numbered ||
    !hasCode ||
    !rows.every((row) => row.children.length <= 2 && (row.children.length < 2 || isNumberCell(row.firstElementChild)))
  )
    return
  if (!insideCode && rows.length > 1 && table.getElementsByTagName('pre').length === 0 && !hasClass(table, numberedTables)) return
  const language = codeLanguage(codeCells[0]?.getElementsByTagName('pre')[0] ?? codeCells[0] ?? table) ?? codeLanguage(table)
  const text = codeCells.map((cell) => codeText(cell)).join('\n')
  table.replaceWith(newPre(table.ownerDocument, text, language))
}

function isNumberCell(cell: Element | null): boolean {
  if (cell === null) return false
  const text = cell.textContent ?? ''
  if (/^[\d\s.|:]*$/.test(text) && (/\d/.test(text) || cell.hasAttribute('data-line-number'))) return true
  return text.trim() === '' && (cell.hasAttribute('data-line-number') || hasClass(cell, /num|gutter|lineno/i))
}

/** Lines of code in a lone `<code>` with breaks: a block without its pre. */
function blockifyCode(code: Element): void {
  if (isInside(code, 'pre') || code.getElementsByTagName('pre').length > 0) return
  const breaks = code.getElementsByTagName('br').length
  const alone = code.parentElement !== null && textLength(code.parentElement) === textLength(code)
  const blockLines = Array.from(code.children).filter((child) => child.localName === 'div' || child.hasAttribute('data-line')).length
  if (breaks === 0 && blockLines < 2 && !(alone && (code.textContent ?? '').trim().includes('\n') && highlighted.test(classOf(code))))
    return
  const pre = newPre(code.ownerDocument, codeText(code), codeLanguage(code))
  const parent = code.parentElement
  if (alone && parent !== null && parent.localName === 'p') parent.replaceWith(pre)
  else code.replaceWith(pre)
}

function standardisePre(pre: Element): void {
  if (proseTags.some((name) => pre.getElementsByTagName(name).length > 0 && !highlighted.test(classOf(pre)))) {
    // A pre misused for layout: what is in it is worth more than its line breaks.
    if (pre.getElementsByTagName('code').length === 0) rename(pre, 'div')
    return
  }
  const language = codeLanguage(pre)
  const isProse =
    pre.getElementsByTagName('code').length === 0 &&
    language === null &&
    !highlighted.test(classOf(pre)) &&
    elementsOf(pre, 'span').every((span) => classOf(span) === '')
  if (isProse && pre.getElementsByTagName('a').length > 0) {
    for (const element of allElements(pre)) if (isCodeFurniture(element)) element.remove()
    for (const element of allElements(pre))
      if (!['a', 'b', 'i', 'em', 'strong', 'u', 'br', 'sup', 'sub', 'img'].includes(element.localName)) unwrap(element)
    pre.removeAttribute('class')
    leaveWrappers(pre, null)
    return
  }
  const codes = elementsOf(pre, 'code')
  const only = codes.length === 1 ? codes[0] : undefined
  // Beside the one <code> stand a language label, a "Try" link and the like.
  const text = codeText(only !== undefined && textLength(pre) - textLength(only) < 40 ? only : pre)
  if (text.trim() === '') {
    pre.remove()
    return
  }
  const clean = newPre(pre.ownerDocument, text, language)
  const id = pre.getAttribute('id')
  if (id) clean.setAttribute('id', id)
  pre.replaceWith(clean)
  leaveWrappers(clean, language)
}

function newPre(document: Document, text: string, language: string | null): Element {
  const pre = document.createElement('pre')
  const code = document.createElement('code')
  if (language !== null) code.setAttribute('class', `language-${language}`)
  // The parser drops a line break right after <pre>; the code element between keeps ours.
  code.textContent = text
  pre.append(code)
  return pre
}

/** Takes a block out of the boxes around it that hold nothing else but buttons and labels. */
function leaveWrappers(pre: Element, language: string | null): void {
  let box = pre
  for (let step = 0; step < 8; step += 1) {
    const parent = box.parentElement
    if (
      parent === null ||
      (!['div', 'span', 'section', 'figure', 'p', 'td', 'devsite-code', 'clipboard-copy', 'rh-code-block'].includes(parent.localName) &&
        !parent.localName.includes('-'))
    )
      break
    if (parent.localName === 'td' || blocksIn(parent, 1) !== 1) break
    if (elementsOf(parent, 'figcaption', 'img', 'table').length > 0) break
    const label = labelBeside(parent, pre, language)
    if (label === null) break
    if (label !== '') {
      const line = pre.ownerDocument.createElement('p')
      line.textContent = label
      parent.before(line)
      parent.replaceWith(box)
      break
    }
    box = parent
    if (box.parentElement === null) break
  }
  if (box !== pre && box.isConnected && box !== pre.parentElement?.ownerDocument.body) box.replaceWith(pre)
  const figure = nearest(pre.parentElement, (at) => at.localName === 'figure')
  figure?.removeAttribute('class')
}

/** The words beside a block in its box: '' when there are none worth keeping, null when they are prose. */
function labelBeside(parent: Element, pre: Element, language: string | null): string | null {
  const words: string[] = []
  for (const child of Array.from(parent.childNodes)) {
    if (child === pre || child.contains(pre)) continue
    const element = child.nodeType === 1 ? (child as Element) : null
    if (
      element !== null &&
      (isCodeFurniture(element) || (/copy|toolbar|clipboard|header__lang/i.test(classOf(element)) && textLength(element) < 60))
    )
      continue
    const buttons = element === null ? [] : elementsOf(element, 'button', 'svg', 'clipboard-copy')
    let text = plainWords(child)
    for (const button of buttons) text = text.replace(plainWords(button), '')
    if (text.trim() !== '') words.push(text.trim())
  }
  const rest = words.join(' ').trim()
  const name = languageName(rest)
  if (rest === '' || (name !== null && (name === language || (rest.length < 16 && !rest.includes('.'))))) return ''
  if (
    /^(?:copy(?: code| to clipboard)?|copied!?|edit|run|try it|open in \w+|\d+ ?lines?|code|example|output|shell|bash|terminal)$/i.test(
      rest,
    )
  )
    return ''
  return rest.length <= 60 && !/[.!?]$/.test(rest) ? rest : null
}
