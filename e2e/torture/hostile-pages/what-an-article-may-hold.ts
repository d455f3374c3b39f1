// What the copy of an article may be made of, written for this attack and not taken from the sanitiser: every element and attribute by name,
// every address by its form. What is not listed here has got through.
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { forbiddenSigns } from './vectors/texts.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const html = 'http://www.w3.org/1999/xhtml'
const mathml = 'http://www.w3.org/1998/Math/MathML'
const list = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/))

const htmlNames = list(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins
  kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr`,
)
const mathNames = list(
  `math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup
  msup mtable mtd mtext mtr mlabeledtr munder munderover none`,
)
const any = /^/
/** Attributes that hold words, numbers or a fixed word: nothing in them can act, whatever they say. */
const plain = list(
  `alt abbr cite colspan datetime dir height lang open reversed rowspan scope start title type value width accent accentunder alttext columnalign
  columnlines columnspacing columnspan depth display displaystyle fence frame largeop linethickness lspace mathvariant maxsize minsize movablelimits
  notation rowalign rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset`,
)
/** An id of a copy is told from every name our own screens, a form or the window could know. */
const ownId = /^(?:p-\S+|fn-\d+|fnref-\d+(?:-\d+)?)$/

/**
 * Answers what is wrong with the markup of a copy, one line for each; none when there is nothing. `src` is the form a picture's address has
 * there. In a stored copy a picture that could not be had is a span of ours.
 */
export function strangersIn(markup: string, src: RegExp = /^carrel-asset:[0-9a-f]{16}-\d+$/): readonly string[] {
  const wrong: string[] = []
  const fragment = parseFragment(markup)
  for (const node of fragment.childNodes) look(node, src, wrong)
  if (serialize(fragment) !== markup) wrong.push('reads differently when it is written again')
  return wrong
}

function look(node: Node, src: RegExp, wrong: string[]): void {
  if (node.nodeName === '#text') return
  if (!('tagName' in node)) {
    wrong.push(`holds ${node.nodeName}`)
    return
  }
  const names = node.namespaceURI === html ? htmlNames : node.namespaceURI === mathml ? mathNames : null
  if (names === null || !names.has(node.tagName)) wrong.push(`holds <${node.tagName}> of ${node.namespaceURI}`)
  for (const { name, value, prefix } of node.attrs) {
    if (prefix !== undefined && prefix !== '') wrong.push(`<${node.tagName}> has ${prefix}:${name}`)
    else if (!mayStand(node, name, value, src)) wrong.push(`<${node.tagName}> has ${name}="${value.slice(0, 80)}"`)
  }
  for (const child of node.childNodes) look(child, src, wrong)
}

function mayStand(element: Element, name: string, value: string, src: RegExp): boolean {
  if (plain.has(name)) return any.test(value)
  if (name === 'id') return ownId.test(value)
  if (name === 'class' && !isMissingPicture(element)) return element.tagName === 'code' && /^language-[\w+#.-]+$/.test(value)
  if (isMissingPicture(element)) return name !== 'data-url' || /^(?:https?:\/\/|data:image\/)/i.test(value)
  if (name === 'role') return /^doc-(?:noteref|endnotes|backlink)$/.test(value)
  if (name === 'href') return element.tagName === 'a' && isLink(value)
  if (name === 'src') return element.tagName === 'img' && src.test(value)
  return false
}

function isMissingPicture({ tagName, attrs }: Element): boolean {
  const names = attrs.map(({ name }) => name).sort()
  return (
    tagName === 'span' &&
    names.every((name) => ['aria-label', 'class', 'data-url', 'role'].includes(name)) &&
    attrs.some(({ name, value }) => name === 'class' && value === 'missing-image')
  )
}

function isLink(value: string): boolean {
  if (/^#/.test(value)) return true
  if (!URL.canParse(value)) return false
  return ['http:', 'https:', 'mailto:'].includes(new URL(value).protocol) && /^(?:https?:\/\/|mailto:)/i.test(value)
}

/** What is wrong with a line a reader is shown (a title, a name): it would act on a terminal, or show as something else. */
export function wrongInLine(what: string, line: string | null | undefined): readonly string[] {
  if (line === null || line === undefined) return []
  const found = forbiddenSigns.exec(line)?.[0] ?? (/[\n\r\u2028\u2029]/.test(line) ? 'a line break' : null)
  return found === null ? [] : [`${what} holds ${JSON.stringify(found)}`]
}

/** What is wrong with an address that something will be asked at. */
export function wrongInAddress(what: string, address: string | null | undefined, data = false): readonly string[] {
  if (address === null || address === undefined) return []
  if (data && /^data:image\//i.test(address)) return []
  const fine = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
  return fine ? [] : [`${what} is ${address.slice(0, 80)}`]
}
