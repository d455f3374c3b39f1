// The links of an index or tag page with their words, what its JSON-LD lists, the feeds it names, and the pages before and after it. From its
// markup alone: nothing is run, nothing is fetched.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { isDeep, withoutContainers } from '../formats/deep-html.ts'
import { jsonLdParts, type ListedLink } from './json-ld-parts.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

export type IndexPage = {
  /** What it calls itself: its title and its first heading. */
  readonly names: readonly string[]
  readonly links: readonly ListedLink[]
  readonly feeds: readonly string[]
  /** What it calls the next and the previous page, or part. */
  readonly near: readonly string[]
}

const feedTypes = /^application\/(?:atom\+xml|rss\+xml|feed\+json|json)$/i
/** A page that lists more is no list of articles. */
const mostLinks = 20_000
const longestJson = 500_000
/** What stands in one link is a title; what is larger is a page within a page. */
const mostNodesOfText = 1_000

/** `url`: where the page was found; its relative links are resolved against it, or against its own `<base>`. */
export function readIndexPage(html: string, url: string): IndexPage {
  const links: ListedLink[] = []
  const feeds: string[] = []
  const near: string[] = []
  let base = url
  const names = new Map<string, string>()
  for (const node of below(parse(isDeep(html) ? withoutContainers(html) : html))) {
    if (links.length >= mostLinks) break
    if (!defaultTreeAdapter.isElementNode(node)) continue
    if (node.tagName === 'script' && attribute(node, 'type')?.toLowerCase() === 'application/ld+json')
      links.push(...jsonLdParts(textOf(node, longestJson), base))
    if ((node.tagName === 'title' || node.tagName === 'h1') && !names.has(node.tagName)) names.set(node.tagName, textOf(node))
    const href = attribute(node, 'href')
    if (href === null) continue
    const address = resolved(href, base)
    if (node.tagName === 'base') base = address ?? base
    if (address === null) continue
    if (node.tagName === 'link' && /\balternate\b/i.test(attribute(node, 'rel') ?? '') && feedTypes.test(attribute(node, 'type') ?? ''))
      feeds.push(address)
    if (/^(?:a|link)$/.test(node.tagName) && /\b(?:next|prev|previous)\b/i.test(attribute(node, 'rel') ?? '')) near.push(address)
    if (node.tagName === 'a') links.push({ url: address, title: textOf(node), part: null })
  }
  return { names: [...names.values()], links, feeds, near }
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

function textOf(element: Element, longest = 1_000): string {
  let text = ''
  let seen = 0
  for (const node of below(element)) {
    if (text.length >= longest || ++seen > mostNodesOfText) break
    if (defaultTreeAdapter.isTextNode(node)) text += node.value
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** The node and all in it, in document order. */
function* below(root: Node): Generator<Node> {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) stack.push(child)
  }
}

function resolved(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
