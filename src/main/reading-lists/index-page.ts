// The links of an index or tag page with their words, and the feeds it names. From its markup alone: nothing is run, nothing is fetched.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import type { LinkCandidate } from '../../shared/calls/look-up-calls.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

export type IndexPage = { readonly links: readonly LinkCandidate[]; readonly feeds: readonly string[] }

const feedTypes = /^application\/(?:atom\+xml|rss\+xml|feed\+json|json)$/i
/** A page that lists more is no list of articles. */
const mostLinks = 20_000

/** `url`: where the page was found; its relative links are resolved against it, or against its own `<base>`. */
export function readIndexPage(html: string, url: string): IndexPage {
  const links: LinkCandidate[] = []
  const feeds: string[] = []
  let base = url
  const stack: Node[] = [parse(html)]
  for (let node = stack.pop(); node !== undefined && links.length < mostLinks; node = stack.pop()) {
    if ('childNodes' in node) stack.push(...node.childNodes.toReversed())
    if (!defaultTreeAdapter.isElementNode(node)) continue
    const href = attribute(node, 'href')
    if (href === null) continue
    const address = resolved(href, base)
    if (node.tagName === 'base') base = address ?? base
    if (address === null) continue
    if (node.tagName === 'link' && /\balternate\b/i.test(attribute(node, 'rel') ?? '') && feedTypes.test(attribute(node, 'type') ?? ''))
      feeds.push(address)
    if (node.tagName === 'a') links.push({ url: address, title: textOf(node), part: null })
  }
  return { links, feeds }
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

function textOf(element: Element): string {
  let text = ''
  const stack: Node[] = [element]
  for (let node = stack.pop(); node !== undefined && text.length < 1_000; node = stack.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) text += node.value
    else if ('childNodes' in node) stack.push(...node.childNodes.toReversed())
  }
  return text.replace(/\s+/g, ' ').trim()
}

function resolved(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
