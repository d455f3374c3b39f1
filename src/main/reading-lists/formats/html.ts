// Reads HTML into blocks: pasted rich text, forum comments, pages. Markdown comes this way too, once it has been made HTML.
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { type BlockStart, type BlockWriter, openBlocks, type ReadText } from '../blocks/block.ts'
import { isDeep, withoutContainers } from './deep-html.ts'
import { playerIn } from './embedded-players.ts'
import {
  attribute,
  blockOfLink,
  type HtmlElement,
  holdsList,
  isElement,
  isOnlyPicture,
  isText,
  mainOf,
  pageFacts,
  pictureWords,
  wordsOf,
} from './html-tree.ts'
import { isLeftOut } from './left-out.ts'

type Node = DefaultTreeAdapterMap['childNode']

const browsersOwn = /^(?:place|javascript|about(?!:reader\?)|chrome|edge|brave|vivaldi|opera|(?:moz|chrome)-extension):/i

const blocks = new Set(
  'p div section article main header footer aside nav blockquote pre ul ol li dl dt dd table thead tbody tfoot tr td th caption figure figcaption details summary hr center address fieldset h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
/** Title, address and blocks of an HTML text. A whole page is read without its menus; a fragment is read whole. */
export function readHtml(html: string): ReadText {
  const document = parse(isDeep(html) ? withoutContainers(html) : html)
  const wholePage = /<(?:body|html)[\s>]/i.test(html.slice(0, 200_000))
  const facts = pageFacts(document)
  const root = wholePage ? (mainOf(document) ?? document) : document
  return { ...facts, blocks: walk(root, wholePage) }
}

/** Where the walk is: what a block that begins here would be. */
type Place = { readonly start: BlockStart; readonly listDepth: number; readonly ordered: boolean }
/** What an element's children stand in, and what is done behind them; nothing for an element that is read whole. */
type Entered = { readonly inside: Place | null; readonly leave: (() => void) | null }
const nothing: Entered = { inside: null, leave: null }
type Step = { readonly node: Node; readonly place: Place } | { readonly leave: () => void }

function walk(root: DefaultTreeAdapterMap['parentNode'], wholePage: boolean): ReturnType<BlockWriter['finish']> {
  const out = openBlocks()
  const outside: Place = { start: { role: 'paragraph' }, listDepth: 0, ordered: false }
  const steps: Step[] = children(root, outside)
  let pre = 0
  let heads: string[] = []
  let row: { cells: number; heads: string[]; data: boolean } = { cells: 0, heads: [], data: false }
  let inItem = false
  let behindBreak = false
  /** The item at hand has no list of its own in it. */
  let isPlainItem = false
  /** Blocks that a link stands around: it is theirs alone. */
  const linkOf = new Map<HtmlElement, string>()
  /** The number the next item of each open list would have. */
  const counts: number[] = []

  const begin = (place: Place): void => {
    out.begin(place.start)
    inItem = false
  }
  const enter = (element: HtmlElement, place: Place): Entered => {
    const name = element.tagName
    const go = (inside: Place, leave: (() => void) | null = null): Entered => ({ inside, leave })
    if (name === 'br') {
      // Two of them are how mails and comments begin a paragraph.
      if (behindBreak && place.start.role === 'paragraph' && !inItem) begin(place)
      else out.lineBreak()
      behindBreak = true
      return nothing
    }
    behindBreak = false
    if (name === 'img') {
      out.text(attribute(element, 'alt') ?? '')
      return nothing
    }
    if (name === 'iframe') {
      const player = playerIn(element)
      if (player) {
        out.openLink(player.address)
        out.text(player.words)
        out.closeLink(true)
      }
      return nothing
    }
    if (name === 'a') {
      const href = attribute(element, 'href')?.trim()
      if (!href) return go(place)
      // A browser's own folders and scripts among bookmarks: their names name nothing to read.
      if (inItem && browsersOwn.test(href)) return nothing
      const block = blockOfLink(element, blocks)
      if (block) {
        linkOf.set(block, href)
        return go(place)
      }
      out.openLink(href)
      const image = isOnlyPicture(element)
      // A picture without words still has an address: a badge, or the still of a recording.
      if (image && !/\S/.test(pictureWords(element))) out.text('🖼')
      return go(place, () => out.closeLink(image))
    }
    const mark = /^(?:strong|b)$/.test(name)
      ? 'strong'
      : /^(?:em|i|cite)$/.test(name)
        ? 'em'
        : /^(?:code|kbd|tt|samp)$/.test(name)
          ? 'code'
          : null
    if (mark) {
      out.openMark(mark)
      return go(place, () => out.closeMark())
    }
    if (!blocks.has(name)) return go(place)
    // `- ### A Title`, with nothing but words below: what the entry is called.
    if (/^h[1-6]$/.test(name) && inItem && isPlainItem && place.start.role === 'item') {
      out.lineBreak()
      out.openMark('strong')
      return go(place, () => {
        out.closeMark()
        out.lineBreak()
      })
    }
    if (/^h[1-6]$/.test(name)) {
      // In a file of bookmarks every folder's name is an H3; its depth is that of the list it opens.
      const level = place.start.role === 'item' ? Math.min(6, place.listDepth + 1) : Number(name[1])
      begin({ ...place, start: { role: 'heading', level } })
      return go(place, () => begin(place))
    }
    if (name === 'ul' || name === 'ol' || name === 'dl') {
      counts.push(Number(attribute(element, 'start') ?? 1) || 1)
      const inside = { ...place, listDepth: place.listDepth + 1, ordered: name === 'ol' }
      begin(place)
      return go(inside, () => {
        counts.pop()
        // A folder of bookmarks is over when its list is.
        if (name === 'dl') begin({ ...place, start: { role: 'heading', level: Math.min(6, place.listDepth + 1), closes: true } })
        begin({ ...place, start: { ...place.start, role: 'paragraph', level: 0, ordinal: null } })
      })
    }
    if (name === 'li' || name === 'dt') {
      const number = counts.at(-1) ?? 1
      if (counts.length > 0) counts[counts.length - 1] = number + 1
      const start: BlockStart = {
        ...place.start,
        role: 'item',
        level: Math.max(1, place.listDepth),
        ordinal: place.ordered ? number : null,
      }
      begin({ ...place, start })
      inItem = true
      isPlainItem = name === 'li' && !holdsList(element)
      return go({ ...place, start }, () => {
        inItem = false
      })
    }
    if (name === 'dd') {
      inItem = true
      out.lineBreak()
      return go(place)
    }
    if (name === 'blockquote') {
      const inside = { ...place, start: { ...place.start, role: 'paragraph' as const, quoted: true } }
      begin(inside)
      return go(inside, () => begin(place))
    }
    if (name === 'pre') {
      begin({ ...place, start: { role: 'code', level: 0 } })
      pre += 1
      return go(place, () => {
        pre -= 1
        begin(place)
      })
    }
    if (name === 'tr') {
      row = { cells: 0, heads: [], data: false }
      const own = row
      begin({ ...place, start: { role: 'row' } })
      return go({ ...place, start: { role: 'row' } }, () => {
        // A row that only has heads says what stands below it.
        if (!own.data && own.heads.length > 0) heads = own.heads
        begin(place)
      })
    }
    if (name === 'td' || name === 'th') {
      const head = heads[row.cells] ?? ''
      row.cells += 1
      if (name === 'th') row.heads.push(wordsOf(element))
      else row.data = true
      out.beginCell(head)
      return go(place)
    }
    if (name === 'table') {
      heads = []
      return go(place, () => begin(place))
    }
    if (place.start.role === 'row') {
      out.lineBreak()
      return go(place)
    }
    // Paragraphs in an item are lines of it until a list or a quotation inside has ended.
    if (inItem) {
      out.lineBreak()
      return go(place, () => out.lineBreak())
    }
    begin(place)
    return go(place, () => {
      if (!inItem) begin(place)
    })
  }

  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) step.leave()
    else if (isText(step.node)) {
      behindBreak &&= !/\S/.test(step.node.value)
      writeText(out, step.node.value, pre > 0)
    } else if (isElement(step.node) && !isLeftOut(step.node, wholePage)) {
      const { inside, leave } = enter(step.node, step.place)
      if (leave) steps.push({ leave })
      const href = linkOf.get(step.node)
      if (href !== undefined) {
        out.openLink(href)
        steps.push({ leave: () => out.closeLink() })
      }
      if (inside) for (const child of children(step.node, inside)) steps.push(child)
    }
  }
  return out.finish()
}

function writeText(out: BlockWriter, text: string, lines: boolean): void {
  if (!lines) {
    out.text(text)
    return
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) out.lineBreak()
    out.text(line)
  }
}

/** In reverse, for a stack. */
function children(parent: DefaultTreeAdapterMap['parentNode'], place: Place): Step[] {
  return parent.childNodes.toReversed().map((node) => ({ node, place }))
}
