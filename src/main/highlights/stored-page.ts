// A stored article as a tree that can be changed, with the way from the offsets of its text to its text nodes. Nothing is shown here:
// the window paints without touching the page (renderer/highlights).
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { normalise, type OffsetMap } from '../../shared/text/normalise.ts'
import { type TreeNode, type Walked, walkText } from '../../shared/text/walk-text.ts'

export type StoredNode = DefaultTreeAdapterMap['childNode']
export type StoredElement = DefaultTreeAdapterMap['element']
export type StoredText = DefaultTreeAdapterMap['textNode']
export type StoredParent = DefaultTreeAdapterMap['documentFragment'] | StoredElement

/** A stretch of one text node's own characters. */
export type Stretch = { readonly node: StoredText; readonly from: number; readonly to: number }

export type StoredPage = {
  readonly root: DefaultTreeAdapterMap['documentFragment']
  readonly text: string
  /** Where `text.slice(start, end)` stands, one stretch a text node; white space that folds away goes with the letters around it. */
  stretchesOf(start: number, end: number): readonly Stretch[]
}

/** Parses the stored HTML of an article. */
export function readStoredPage(html: string): StoredPage {
  const root = parseFragment(html)
  const pieces = [...walkText<WalkNode>(walkable(root))]
  const { text, map } = normalise(pieces)
  return { root, text, stretchesOf: (start, end) => stretches(pieces, map, start, end) }
}

function stretches(pieces: readonly Walked<WalkNode>[], map: OffsetMap, start: number, end: number): readonly Stretch[] {
  const found = new Map<StoredText, { from: number; to: number }>()
  for (let index = firstRunAt(map, start); index < map.length; index += 1) {
    const run = map[index]
    if (run === undefined || run.at >= end) break
    const source = pieces[run.piece]?.node?.source
    if (source === undefined || !isText(source)) continue
    const from = run.offset + Math.max(0, start - run.at)
    const to = run.offset + Math.min(run.length, end - run.at)
    const known = found.get(source)
    if (known === undefined) found.set(source, { from, to })
    else known.to = to
  }
  return [...found].map(([node, { from, to }]) => ({ node, from, to }))
}

/** Index of the run that holds the offset, or of the first one behind it. */
function firstRunAt(map: OffsetMap, offset: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = map[middle]
    if (run !== undefined && run.at + run.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}

export function isText(node: StoredNode | StoredParent): node is StoredText {
  return node.nodeName === '#text'
}

export function isElement(node: StoredNode | StoredParent): node is StoredElement {
  return 'tagName' in node
}

type WalkNode = TreeNode & { readonly source: StoredNode | StoredParent }

/** The parser's tree in the shape the shared walker knows; made from the top, a level at a time, so that depth costs no stack. */
function walkable(root: StoredParent): WalkNode {
  type Building = { -readonly [K in keyof WalkNode]: WalkNode[K] }
  const made = (source: StoredNode | StoredParent, parentNode: WalkNode | null): Building => ({
    nodeType: isText(source) ? 3 : isElement(source) ? 1 : 8,
    nodeValue: isText(source) ? source.value : null,
    ...(isElement(source) ? { localName: source.tagName } : {}),
    firstChild: null,
    nextSibling: null,
    parentNode,
    source,
  })
  const top = made(root, null)
  top.nodeType = 11
  const waiting: Building[] = [top]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    if (!('childNodes' in parent.source)) continue
    let before: Building | null = null
    for (const child of parent.source.childNodes) {
      const node = made(child, parent)
      if (before === null) parent.firstChild = node
      else before.nextSibling = node
      before = node
      waiting.push(node)
    }
  }
  return top
}
