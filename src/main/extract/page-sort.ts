// What sort of page it is when it is no plain article: an index of other pages, a paper, a book, a repository.
import type { ItemKind } from '../../shared/item.ts'
import { elementsOf, linkDensity, plainWords, textLength } from './dom-walk.ts'
import { isType, type LinkedData } from './metadata/json-ld.ts'
import type { MetaTags } from './metadata/meta-tags.ts'
import type { Element } from './page-tree/page-tree.ts'

export type SortFacts = { readonly url: string; readonly things: readonly LinkedData[]; readonly meta: MetaTags }
const indexPaths =
  /^\/(?:index\.\w+|home\/?)?$|\/(?:tags?|category|categories|topics?|authors?|schlagwort|kategorie)(?:\/[^/]+)?\/?$|\/(?:archives?|blog|posts|articles|news)(?:\/(?:19|20)\d{2}(?:\/\d{2})?)?\/?$|\/page\/\d+\/?$/i
const indexTypes = /^(?:CollectionPage|SearchResultsPage|ItemList|ProfilePage|Blog|ImageGallery)$/
const articleTypes = /Article|BlogPosting|Posting|Report|Recipe|HowTo|TechArticle|Review/i

/** The kind, from the page's own words first; `article` when nothing says otherwise. The article is the cleaned one. */
export function sortPage(article: Element, body: Element | null, { url, things, meta }: SortFacts): ItemKind {
  const address = new URL(url)
  const host = address.hostname.replace(/^www\./, '')
  if (
    /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|sr\.ht|git\.sr\.ht)$/.test(host) &&
    /^\/[^/]+\/[^/]+\/?$/.test(address.pathname)
  )
    return 'repo'
  if (meta.first('citation_pdf_url', 'citation_doi', 'citation_arxiv_id') !== null && meta.first('citation_title') !== null) return 'paper'
  if (
    /^book$|^books\.book$/i.test(meta.first('og:type') ?? '') ||
    (things.some((thing) => isType(thing, /^Book$/)) && !things.some((thing) => isType(thing, articleTypes)))
  )
    return 'book'
  return isIndex(article, body, { url, things, meta }) ? 'index' : 'article'
}

/** What address, type and metadata say, before anything is known of the text. */
export function saysIndex({ url, things, meta }: SortFacts): boolean {
  if (meta.first('og:type') === 'article' || things.some((thing) => isType(thing, articleTypes))) return false
  return things.some((thing) => isType(thing, indexTypes)) || indexPaths.test(new URL(url).pathname)
}

/** Several signs together: many links of title length, few running words beside them, an address or type that says so. */
function isIndex(article: Element, body: Element | null, { url, things, meta }: SortFacts): boolean {
  const says = saysIndex({ url, things, meta })
  const saysArticle = meta.first('og:type') === 'article' || things.some((thing) => isType(thing, articleTypes))
  const density = linkDensity(article)
  const titles = titleLinks(article)
  if (saysArticle && !(says && density > 0.6)) return false
  const prose = elementsOf(article, 'p').filter((paragraph) => textLength(paragraph) > 240 && linkDensity(paragraph) < 0.3).length
  if (titles >= 8 && density > 0.55 && prose < 3) return true
  if (!says) return false
  const teasers = body === null ? 0 : elementsOf(body, 'article').length
  return (titles >= 5 && density > 0.3 && prose < titles) || (teasers >= 4 && prose < teasers * 2) || headingLinks(article) >= 4
}

/** Links below `article` that are as long as a title, each address once. */
export function titleLinks(article: Element): number {
  const seen = new Set<string>()
  for (const link of elementsOf(article, 'a')) {
    const words = plainWords(link)
    if (words.length >= 15 && words.length < 200) seen.add(link.getAttribute('href') ?? words)
  }
  return seen.size
}

function headingLinks(article: Element): number {
  return elementsOf(article, 'h1', 'h2', 'h3', 'h4').filter((heading) => linkDensity(heading) > 0.8).length
}
