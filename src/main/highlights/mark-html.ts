// Puts `<mark>` around passages of a stored article, for what leaves the library: exported HTML, and Markdown made from it.
import { defaultTreeAdapter as build, html as names, serialize } from 'parse5'
import type { HighlightColour } from '../../shared/highlight.ts'
import {
  isElement,
  isText,
  readStoredPage,
  type StoredElement,
  type StoredNode,
  type StoredParent,
  type StoredText,
} from './stored-page.ts'

export type Passage = {
  /** Offsets in the copy's normalised text. */
  readonly start: number
  readonly end: number
  readonly colour: HighlightColour
  /** Where its note is found; null without one. */
  readonly note: number | null
}

/** Elements inside a line: one that is marked whole is marked from outside. Everything else is a block and is never inside a mark. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd q rb rp rt ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

/** What stands between block edges, and the numbers of the passages that hold all of it. */
type Unit = { readonly nodes: readonly StoredNode[]; readonly held: readonly number[] }

/**
 * The article with its passages marked: `<mark class="yellow">`, of the newest one's colour where several lie over each other (later in
 * the list is newer). A formula is marked whole. Behind a passage with a note stands `<sup class="note-ref">`, which changes the text;
 * nothing else does. A passage outside the text marks nothing.
 */
export function markHtml(html: string, passages: readonly Passage[]): string {
  if (passages.length === 0) return html
  const page = readStoredPage(html)
  const held = new Map<StoredText, { from: number; to: number; passage: number }[]>()
  const endsIn = new Map<StoredText, number[]>()
  for (const [passage, { start, end, note }] of passages.entries()) {
    const stretches = page.stretchesOf(start, end)
    for (const { node, from, to } of stretches) held.set(node, [...(held.get(node) ?? []), { from, to, passage }])
    const last = stretches.at(-1)?.node
    if (last !== undefined && note !== null) endsIn.set(last, [...(endsIn.get(last) ?? []), passage])
  }
  const lastUnits = new Map<number, StoredNode>()

  function unitsOf(parent: StoredParent): Unit[] {
    return parent.childNodes.flatMap((node): Unit[] => {
      if (isText(node)) return cut(node)
      if (!isElement(node)) return [{ nodes: [node], held: [] }]
      if (node.namespaceURI !== names.NS.HTML) return [whole(node)]
      const inside = unitsOf(node)
      const [first] = inside
      if (first && first.held.length > 0 && inline.has(node.tagName) && inside.every((unit) => same(unit.held, first.held))) {
        adopt(
          node,
          inside.flatMap((unit) => unit.nodes),
        )
        return [{ nodes: [node], held: first.held }]
      }
      adopt(node, marked(inside))
      return [{ nodes: [node], held: [] }]
    })
  }

  /** A text node in pieces, cut wherever a passage begins or ends. */
  function cut(node: StoredText): Unit[] {
    const over = held.get(node)
    if (over === undefined) return [{ nodes: [node], held: [] }]
    const edges = [...new Set([0, node.value.length, ...over.flatMap(({ from, to }) => [from, to])])].sort((one, other) => one - other)
    return edges.slice(0, -1).map((from, index) => {
      const to = edges[index + 1] ?? node.value.length
      const piece = textNode(node.value.slice(from, to))
      const holding = over.filter((stretch) => stretch.from <= from && to <= stretch.to).map(({ passage }) => passage)
      for (const passage of endsIn.get(node) ?? []) if (holding.includes(passage)) lastUnits.set(passage, piece)
      return { nodes: [piece], held: holding }
    })
  }

  function whole(math: StoredElement): Unit {
    const over = new Set<number>()
    for (const node of textsOf(math)) {
      for (const { passage } of held.get(node) ?? []) over.add(passage)
      for (const passage of endsIn.get(node) ?? []) lastUnits.set(passage, math)
    }
    return { nodes: [math], held: [...over].sort((one, other) => one - other) }
  }

  /** Neighbours held by the same passages share one mark; note references follow where their passages end. */
  function marked(units: readonly Unit[]): StoredNode[] {
    const out: StoredNode[] = []
    for (let index = 0; index < units.length; ) {
      const unit = units[index]
      if (unit === undefined) break
      const run = [unit]
      if (unit.held.length > 0) while (same(units[index + run.length]?.held ?? [], unit.held)) run.push(units[index + run.length] as Unit)
      const nodes = run.flatMap((one) => one.nodes)
      const top = passages[unit.held.at(-1) ?? -1]
      if (top === undefined) out.push(...nodes)
      else out.push(wrapped(nodes, top.colour), ...unit.held.flatMap((passage) => noteRef(passage, nodes)))
      index += run.length
    }
    return out
  }

  function noteRef(passage: number, nodes: readonly StoredNode[]): StoredNode[] {
    const last = lastUnits.get(passage)
    const note = passages[passage]?.note ?? null
    if (last === undefined || note === null || !nodes.some((node) => node === last || contains(node, last))) return []
    const reference = element('sup', [
      { name: 'class', value: 'note-ref' },
      { name: 'id', value: `note-ref-${note}` },
    ])
    const link = element('a', [{ name: 'href', value: `#note-${note}` }])
    adopt(link, [textNode(String(note))])
    adopt(reference, [link])
    return [reference]
  }

  adopt(page.root, marked(unitsOf(page.root)))
  keepFirstLines(page.root)
  return serialize(page.root)
}

function wrapped(nodes: readonly StoredNode[], colour: HighlightColour): StoredElement {
  const mark = element('mark', [{ name: 'class', value: colour }])
  adopt(mark, nodes)
  return mark
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((passage, index) => passage === other[index])
}

function adopt(parent: StoredParent, children: readonly StoredNode[]): void {
  parent.childNodes = [...children]
  for (const child of children) child.parentNode = parent
}

function element(name: string, attributes: { name: string; value: string }[]): StoredElement {
  return build.createElement(name, names.NS.HTML, attributes)
}

function textNode(value: string): StoredText {
  return build.createTextNode(value)
}

function* textsOf(root: StoredParent): Generator<StoredText> {
  for (const node of root.childNodes) {
    if (isText(node)) yield node
    else if (isElement(node)) yield* textsOf(node)
  }
}

function contains(node: StoredNode, wanted: StoredNode): boolean {
  for (
    let above: StoredNode | StoredParent | null = wanted;
    above !== null;
    above = 'parentNode' in above ? (above.parentNode as StoredParent | null) : null
  )
    if (above === node) return true
  return false
}

/** The parser drops a line break right behind `<pre>`, and the serialiser does not write it again. */
function keepFirstLines(root: StoredParent): void {
  for (const node of root.childNodes) {
    if (!isElement(node)) continue
    const [first] = node.childNodes
    if (node.tagName === 'pre' && first && isText(first) && first.value.startsWith('\n')) first.value = `\n${first.value}`
    keepFirstLines(node)
  }
}
