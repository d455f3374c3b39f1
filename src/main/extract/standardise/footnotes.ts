// Footnotes of any generator become `<sup><a href="#fn-1" role="doc-noteref">` and one list at the end of the article. The notes are
// taken out before Readability and put back after it, so they survive even when they stand outside the article's container.
import { decoded } from '../../../shared/address/decoded.ts'
import { absoluteUrl, classOf, elementsOf, isAfter, isInside, moveChildren, nearest, plainWords, textLength } from '../dom-walk.ts'
import type { Node, Text } from '../page-tree/page-node.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

export const noteMark = 'data-carrel-note'
/** The contents of each note, by the number in the mark of its references. */
export type HeldNotes = Element[]

const label = /^[[({]?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|[*†‡§¶#]{1,3}|(?:note|fn|nb|n)\.? ?\d{1,3})[\])}.]?$/i
const noteWords =
  /footnote|fnref|noteref|doc-noteref|(?:^|[#\s:_-])fn[\s:_.-]?\w{0,6}|cite_note|_?ftn|endnote|sdfootnote|(?:^|#)note[-_:]?\d|(?:^|\s)reference(?:\s|$)|easy-footnote|sidenote/i
const backWords = /backref|backlink|back-?link|reversefootnote|fnref|footnote-back|cite_ref|doc-backlink|_ftnref|footnote-anchor/i
const backSigns = /^(?:[\s↩↑^⏎⇑⤴←\]]|\ufe0e|\ufe0f|\u200d)*(?:jump up|back|return|back to (?:text|content))?(?:[\s↩↑^]|\ufe0e)*$/i
const holders = new Set(['li', 'p', 'dd', 'aside', 'tr', 'div', 'section'])

/** Takes every note that a reference in the text leads to out of the document and marks the references. */
export function holdFootnotes(document: Document, pageUrl: string): HeldNotes {
  const held: HeldNotes = []
  holdSidenotes(document, held)
  const targets = targetsById(document)
  const numbers = new Map<Element, number>()
  const references: { link: Element; number: number }[] = []
  const claimed = new Map<Element, Element>()
  for (const link of elementsOf(document, 'a')) {
    const fragment = fragmentOf(link, pageUrl)
    if (fragment === null || !isReference(link, fragment)) continue
    const target = targets.get(fragment)
    if (target === undefined || !isAfter(target, link) || target.contains(link)) continue
    const note = noteOf(target)
    if (note === null || note.contains(link) || isInside(link, 'pre')) continue
    const other = claimed.get(note)
    if (other !== undefined && other !== target) continue
    claimed.set(note, target)
    let number = numbers.get(note)
    if (number === undefined) {
      number = held.length
      numbers.set(note, number)
      held.push(document.createElement('li'))
    }
    references.push({ link, number })
  }
  for (const [note, number] of numbers) {
    const content = held[number]
    if (content !== undefined) takeOut(note, content, pageUrl)
  }
  for (const { link, number } of references) markReference(link, number)
  return held
}

function targetsById(document: Document): Map<string, Element> {
  const targets = new Map<string, Element>()
  for (const element of Array.from(document.getElementsByTagName('*'))) {
    for (const id of [element.getAttribute('id'), element.localName === 'a' ? element.getAttribute('name') : null]) {
      if (id && !targets.has(id)) targets.set(id, element)
    }
  }
  return targets
}

function fragmentOf(link: Element, pageUrl: string): string | null {
  const href = link.getAttribute('href') ?? ''
  let fragment: string | null = null
  if (href.startsWith('#')) fragment = href.slice(1)
  else if (href.includes('#')) {
    const url = absoluteUrl(href, pageUrl)
    if (url?.split('#')[0] === pageUrl.split('#')[0]) fragment = url?.slice(url.indexOf('#') + 1) ?? null
  }
  return fragment ? decoded(fragment) : null
}

function isReference(link: Element, fragment: string): boolean {
  const words = plainWords(link)
  if (words === '' || !label.test(words)) return false
  const sup = link.parentElement?.localName === 'sup' || link.getElementsByTagName('sup').length > 0
  const names = `${classOf(link)} ${link.id} ${link.getAttribute('role') ?? ''} ${link.getAttribute('rel') ?? ''} #${fragment} ${classOf(link.parentElement ?? link)}`
  return sup ? true : noteWords.test(names) || link.hasAttribute('data-footnote-ref')
}

/** The element that holds a note's words: the target itself or what is around it. */
function noteOf(target: Element): Element | null {
  let note = nearest(target, (at) => holders.has(at.localName) || at.localName === 'dt')
  if (note?.localName === 'dt') note = note.nextElementSibling?.localName === 'dd' ? note.nextElementSibling : null
  if (note === null || note.localName === 'body') return null
  if (note.localName === 'p' && note.parentElement?.localName === 'li' && note.parentElement.firstElementChild === note)
    note = note.parentElement
  const length = textLength(note)
  if (length < 2 || length > 6_000 || elementsOf(note, 'h1', 'h2', 'h3').length > 0) return null
  return note
}

function takeOut(note: Element, content: Element, pageUrl: string): void {
  const source = note.localName === 'tr' ? (note.lastElementChild ?? note) : note
  if (source !== note && source.localName === 'td' && note.children.length === 1) return
  moveChildren(source, content)
  for (const link of elementsOf(content, 'a')) {
    const words = plainWords(link)
    const isBack = backWords.test(
      `${classOf(link)} ${link.getAttribute('role') ?? ''} ${link.getAttribute('rev') ?? ''} ${link.getAttribute('href') ?? ''}`,
    )
    if ((isBack && (backSigns.test(words) || label.test(words))) || (backSigns.test(words) && fragmentOf(link, pageUrl) !== null))
      link.remove()
  }
  for (const element of elementsOf(content, 'span', 'sup', 'b', 'strong')) {
    if (/mw-cite-backlink|fn-label|footnote-number|(?:^|\s)label(?:\s|$)/i.test(classOf(element)) && textLength(element) < 12)
      element.remove()
    else if (textLength(element) === 0 && element.children.length === 0) element.remove()
  }
  for (const paragraph of elementsOf(content, 'p')) if (textLength(paragraph) === 0 && paragraph.children.length === 0) paragraph.remove()
  const first = firstText(content)
  if (first !== null) first.nodeValue = (first.nodeValue ?? '').replace(/^\s*(?:[[({]?\d{1,3}[\])}.:]|\[\s*\]|\^|[.:]\s)\s*/, '')
  leaveEmptied(note)
}

function firstText(element: Element): Text | null {
  for (let node: Node | null = element; node !== null; node = node.firstChild) if (node.nodeType === 3) return node as Text
  return null
}

/** Removes a note's place, and lists, boxes, rules and headings that held nothing but notes. */
function leaveEmptied(note: Element): void {
  let gone: Element = note
  if (note.localName === 'dd' && note.previousElementSibling?.localName === 'dt') note.previousElementSibling.remove()
  for (
    let parent = note.parentElement;
    parent !== null && !['body', 'article', 'main', 'td'].includes(parent.localName);
    parent = parent.parentElement
  ) {
    if (holdsMore(parent, gone)) break
    gone = parent
  }
  const before = gone.previousElementSibling
  gone.remove()
  if (before?.localName === 'hr' && before.nextElementSibling === null) before.remove()
}

/** True when there is more in a box than what goes, things without words, and a heading that says what went. Asked for every note: it stops at the next. */
function holdsMore(box: Element, gone: Element): boolean {
  for (let child = box.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (child === gone || (textLength(child) === 0 && elementsOf(child, 'img').length === 0)) continue
    if (!/^h[1-6]$/.test(child.localName) || !/notes?$|references|fußnoten|anmerkungen/i.test(plainWords(child))) return true
  }
  return false
}

function markReference(link: Element, number: number): void {
  const parent = link.parentElement
  const sup = link.ownerDocument.createElement('sup')
  sup.setAttribute(noteMark, String(number))
  sup.textContent = plainWords(link).replace(/[[\](){}.]/g, '') || '*'
  const place =
    parent !== null &&
    (parent.localName === 'sup' || parent.localName === 'span') &&
    textLength(parent) <= textLength(link) + 3 &&
    parent.getElementsByTagName('a').length === 1
      ? parent
      : link
  place.replaceWith(sup)
}

/** Tufte style: the note stands right behind its number, in the margin. */
function holdSidenotes(document: Document, held: HeldNotes): void {
  for (const note of elementsOf(document, 'span', 'small', 'aside')) {
    if (!/(?:^|\s)(?:sidenote|marginnote)(?:\s|$)/.test(classOf(note)) || !note.isConnected) continue
    const toggle = note.previousElementSibling?.localName === 'input' ? note.previousElementSibling : null
    const number = toggle === null ? note.previousElementSibling : toggle.previousElementSibling
    if (number === null || !/sidenote-number|margin-toggle|sidenote-toggle/.test(classOf(number))) continue
    const content = document.createElement('li')
    moveChildren(note, content)
    const sup = document.createElement('sup')
    sup.setAttribute(noteMark, String(held.length))
    sup.textContent = String(held.length + 1)
    held.push(content)
    note.remove()
    toggle?.remove()
    number.replaceWith(sup)
  }
}

/** Numbers the references left in the article anew and puts their notes behind it. */
export function putBackFootnotes(root: Element, held: HeldNotes): void {
  const document = root.ownerDocument
  const order = new Map<number, { readonly list: number; uses: number }>()
  const list = document.createElement('ol')
  const number = (mark: Element): void => {
    const content = held[Number(mark.getAttribute(noteMark))]
    mark.removeAttribute(noteMark)
    if (content === undefined) return
    const index = held.indexOf(content)
    let note = order.get(index)
    if (note === undefined) {
      note = { list: order.size + 1, uses: 0 }
      order.set(index, note)
      content.id = `fn-${note.list}`
      list.append(content)
    }
    note.uses += 1
    const link = document.createElement('a')
    link.setAttribute('href', `#fn-${note.list}`)
    link.setAttribute('id', note.uses === 1 ? `fnref-${note.list}` : `fnref-${note.list}-${note.uses}`)
    link.setAttribute('role', 'doc-noteref')
    link.textContent = String(note.list)
    mark.replaceChildren(link)
  }
  for (const mark of elementsOf(root, 'sup')) if (mark.hasAttribute(noteMark)) number(mark)
  // A note may refer to another one, which then follows it in the list.
  for (let at = 0; at < list.children.length; at += 1) {
    const item = list.children[at]
    if (item !== undefined) for (const mark of elementsOf(item, 'sup')) if (mark.hasAttribute(noteMark)) number(mark)
  }
  if (list.children.length === 0) return
  for (const item of Array.from(list.children)) addBackLink(item)
  const section = document.createElement('section')
  section.setAttribute('role', 'doc-endnotes')
  section.append(list)
  root.append(section)
}

function addBackLink(item: Element): void {
  const link = item.ownerDocument.createElement('a')
  link.setAttribute('href', `#fnref-${item.id.slice(3)}`)
  link.setAttribute('role', 'doc-backlink')
  link.textContent = '↩'
  let last = item.lastElementChild
  while (last !== null && ['div', 'section', 'blockquote'].includes(last.localName) && last.nextSibling === null)
    last = last.lastElementChild
  const place = last?.localName === 'p' ? last : item
  const end = place.lastChild
  if (end?.nodeType === 3) end.nodeValue = (end.nodeValue ?? '').replace(/[\s\u00a0]+$/, '')
  place.append(' ', link)
}
