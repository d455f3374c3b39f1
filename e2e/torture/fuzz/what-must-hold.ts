// What must hold of every copy, whatever the page was: only harmless markup, stable when it is cleaned again, counted right, and nothing in it
// that the page does not say.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { parsePage } from '../../../src/main/extract/parse-page.ts'
import { plainText } from '../../../src/main/extract/plain-text.ts'
import { purify } from '../../../src/main/extract/sanitise.ts'
import type { Draft } from '../../../src/shared/journey.ts'
import { strangersIn, wrongInAddress, wrongInLine } from '../hostile-pages/what-an-article-may-hold.ts'

type Node = DefaultTreeAdapterTypes.Node

/** One line for each thing that does not hold; none when all does. */
export function wrongWith(page: string, draft: Draft): readonly string[] {
  return [
    ...strangersIn(draft.html),
    ...(purify(draft.html).innerHTML === draft.html ? [] : ['cleaning it again changes it']),
    ...(plainText(parsePage(`<body>${draft.html}`).body as never) === draft.text ? [] : ['its text is not that of its markup']),
    ...wrongCounts(draft),
    ...wrongAssets(draft),
    ...invented(page, draft),
    ...wrongInLine('its title', draft.title),
    ...wrongInLine('its byline', draft.byline),
    ...wrongInLine('its site', draft.siteName),
    ...wrongInAddress('its canonical address', draft.canonicalUrl),
    ...draft.embeds.flatMap(({ url }) => wrongInAddress('an embed', url)),
  ]
}

function wrongCounts({ html, counts, words, codeLines, minutes, remarks }: Draft): readonly string[] {
  const found = { codeBlocks: 0, tables: 0, headings: 0, formulas: 0 }
  const pictures = new Set<string>()
  for (const node of below(parse(html))) {
    if (!('tagName' in node)) continue
    if (node.tagName === 'pre') found.codeBlocks += 1
    if (node.tagName === 'table') found.tables += 1
    if (/^h[2-6]$/.test(node.tagName)) found.headings += 1
    if (node.tagName === 'math') found.formulas += 1
    if (node.tagName === 'img') pictures.add(node.attrs.find(({ name }) => name === 'src')?.value ?? '')
  }
  const wrong = Object.entries({ ...found, images: pictures.size })
    .filter(([kind, number]) => counts[kind as keyof typeof counts].copy !== number)
    .map(([kind, number]) => `it counts ${counts[kind as keyof typeof counts].copy} ${kind} and has ${number}`)
  for (const [kind, { source, copy }] of Object.entries(counts)) if (copy > source) wrong.push(`more ${kind} than there were`)
  for (const number of [words, codeLines, minutes])
    if (!Number.isSafeInteger(number) || number < 0) wrong.push(`${number} words or minutes`)
  const short = Object.values(counts).filter(({ source, copy }) => copy < source).length
  const said = remarks.filter(({ count }) => count !== undefined && count > 0).length
  if (short !== said) wrong.push(`${short} kinds of things are missing and ${said} are said`)
  return wrong
}

function wrongAssets({ html, assets, assetNonce }: Draft): readonly string[] {
  const wrong = assets.flatMap(({ urls }) => urls.flatMap((url) => wrongInAddress('an asset', url, true)))
  for (const node of below(parse(html))) {
    if (!('tagName' in node) || node.tagName !== 'img') continue
    const src = node.attrs.find(({ name }) => name === 'src')?.value ?? ''
    const number = src.startsWith(`carrel-asset:${assetNonce}-`) ? Number(src.split('-').at(-1)) : Number.NaN
    if (assets[number]?.role !== 'image') wrong.push(`picture ${src.slice(0, 80)} is no asset`)
  }
  return wrong
}

/** What our own lines may say: those for embedded things (with the page's own host), and the one for a formula that says nothing. */
const ourWords = /video|recording|slides|chart|document|youtube|vimeo|formula|kettle|example/

/** Words of the copy that stand nowhere in the page; taking parts out may join two of them. Short ones say nothing. */
function invented(page: string, { text, title }: Draft): readonly string[] {
  const said = letters(saidBy(page))
  const known = (word: string): boolean => said.includes(word)
  const isJoined = (word: string): boolean =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => at + 1).some((at) => known(word.slice(0, at)) && known(word.slice(at)))
  const words = new Set(
    `${title} ${text}`
      .toLowerCase()
      .split(/[^a-z]+/)
      .flatMap((word) => (known(word) ? [] : word.split(ourWords))),
  )
  const strange = [...words].filter((word) => word.length > 4 && !known(word) && !isJoined(word))
  return strange.length === 0 ? [] : [`words the page does not say: ${strange.slice(0, 5).join(', ')}`]
}

/**
 * All texts, all attributes, and the source itself. MathJax 2 keeps MathML as the text of a script: there the text is markup, whose own texts
 * are what is shown between those around it.
 */
function saidBy(page: string): string {
  const texts: string[] = []
  const rest: string[] = []
  const read = (root: Node): void => {
    for (const node of below(root, keepsMarkup)) {
      if ('value' in node) texts.push(node.value)
      else if ('attrs' in node) for (const { value } of node.attrs) rest.push(value)
      if (keepsMarkup(node))
        read(parse(`<body>${[...below(node)].map((kept) => ('value' in kept ? kept.value : '')).join('')}`, unscripted))
    }
  }
  read(parse(page, unscripted))
  return `${texts.join('')} ${rest.join(' ')} ${page}`
}

const unscripted = { scriptingEnabled: false } as const

const keepsMarkup = (node: Node): boolean =>
  'tagName' in node && node.tagName === 'script' && node.attrs.some(({ name, value }) => name === 'type' && /^math\/mml/i.test(value))

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '')

function* below(root: Node, isClosed: (node: Node) => boolean = () => false): Generator<Node> {
  const open: Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node
    if (isClosed(node)) continue
    if ('content' in node) open.push(node.content)
    if ('childNodes' in node) open.push(...node.childNodes.toReversed())
  }
}
