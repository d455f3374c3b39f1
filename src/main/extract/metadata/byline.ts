// Who wrote it: names only, without "By", dates, roles and addresses.
import { allElements, classOf, elementsOf, isInside, plainWords } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { isType, type LinkedData, namesOf } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'

const articles = /Article|BlogPosting|Posting|Report|WebPage|Recipe|TechArticle|Review|Course|Video|HowTo|Book|LearningResource/i
const bylineNames =
  /(?:^|[\s_-])(?:byline|author|p-author|writtenby|dateline|author-?name|post-?author|entry-?author|article-?author|contributor)(?:[\s_-]?(?:name|link))?(?:$|[\s_-])/i
const notByline = /bio|avatar|image|photo|about|box|card|social|follow|desc|thumb|info-text|comment|related|share|list/i
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|april|mai|juni|juli|august|oktober|dezember'
const fromDate = new RegExp(
  `\\s*[,|·•–—-]?\\s*(?:(?:published|posted|updated|last updated|on|am|vom|den|le|el)\\b[:\\s]*)*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?(?:(?:${months})\\w*\\.?\\s+\\d{1,2}|\\d{1,2}\\.?\\s+(?:${months})|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}:\\d{2}|\\d+ (?:min|hours?|days?|weeks?|months?|years?)\\b).*$`,
  'iu',
)

export function readByline(document: Document, things: readonly LinkedData[], meta: MetaTags, siteName: string | null): string | null {
  const linked = things.filter((thing) => isType(thing, articles)).flatMap((thing) => namesOf(thing.author))
  const fromLinked = join(
    linked.length > 0 ? linked : things.filter((thing) => isType(thing, articles)).flatMap((thing) => namesOf(thing.creator)),
    siteName,
  )
  if (fromLinked !== null) return fromLinked
  const cited = meta.all('citation_author')
  if (cited.length > 0) return join(cited.map(turned), siteName)
  for (const name of [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'byline',
    'article:author_name',
    'twitter:data1',
  ]) {
    if (name === 'twitter:data1' && !/written by/i.test(meta.first('twitter:label1') ?? '')) continue
    const found = join(meta.all(name), siteName)
    if (found !== null) return found
  }
  return readVisible(document, siteName)
}

function readVisible(document: Document, siteName: string | null): string | null {
  const marked: string[] = []
  for (const element of allElements(document.body ?? document)) {
    const isMarked = element.getAttribute('rel') === 'author' || /(?:^|\s)author(?:\s|$)/.test(element.getAttribute('itemprop') ?? '')
    const names = `${classOf(element)} ${element.id}`
    if (!isMarked && (!bylineNames.test(names) || notByline.test(names))) continue
    if (isInside(element, 'aside', 'nav') || (isInside(element, 'footer') && !isInside(element, 'article')) || insideComments(element))
      continue
    const name = elementsOf(element, 'a', 'span', 'meta').find(
      (part) => /(?:^|\s)name(?:\s|$)/.test(part.getAttribute('itemprop') ?? '') || part.getAttribute('rel') === 'author',
    )
    const links = elementsOf(element, 'a').filter((link) =>
      /author|\/by\/|people|profile|staff|user|contributor/i.test(link.getAttribute('href') ?? ''),
    )
    const words = name
      ? name.getAttribute('content') || plainWords(name)
      : links.length > 0
        ? links.map(plainWords).join(', ')
        : plainWords(element)
    const found = words.length < 150 ? cleanByline(words, siteName) : null
    if (found !== null) marked.push(found)
    if (marked.length > 0) break
  }
  return marked[0] ?? readUnmarked(document, siteName)
}

/** A line of its own right behind the headline: "By Theo Marsh | 3 June". */
function readUnmarked(document: Document, siteName: string | null): string | null {
  const heading = elementsOf(document, 'h1').at(-1)
  let next = heading?.nextElementSibling ?? heading?.parentElement?.nextElementSibling ?? null
  for (let step = 0; step < 3 && next !== null; step += 1) {
    const words = plainWords(next)
    if (words.length < 120 && /^(?:by|von|par|por|di)\s+\p{Lu}/iu.test(words)) return cleanByline(words, siteName)
    next = next.nextElementSibling
  }
  return null
}

function insideComments(element: Element): boolean {
  for (let at: Element | null = element.parentElement; at !== null; at = at.parentElement)
    if (/comment|related|sidebar|recommend|disqus/i.test(`${classOf(at)} ${at.id}`)) return true
  return false
}

function join(names: readonly string[], siteName: string | null): string | null {
  const cleaned = names.map((name) => cleanByline(name, siteName)).filter((name) => name !== null)
  return [...new Set(cleaned)].slice(0, 12).join(', ') || null
}

/** A line's names alone, or null when nothing of it is a name. */
export function cleanByline(line: string, siteName: string | null): string | null {
  let words = line.replace(/\s+/g, ' ').trim()
  if (/^https?:|^www\.|^@|^\d+$|@\w+\.\w+$/.test(words)) return null
  const by = /(?:^|\s)(?:written\s+by|posted\s+by|by|von|par|por|di|autor(?:in)?|author|words|text)\s*:?\s+(?=\S)/iu.exec(words)
  if (by !== null && by.index < 40 && by.index + by[0].length < words.length) words = words.slice(by.index + by[0].length)
  words = words
    .replace(fromDate, '')
    .replace(/\s*(?:\||·|•|\/\/|, (?:staff|senior|editor|contributor|correspondent|reporter|writer|published|updated)\b).*$/i, '')
  words = words
    .replace(/(?<=[a-z])(?:Published|Updated|Posted|Last Updated).*$/, '')
    .replace(/\s+(?:published|updated|posted|follow|read bio)\b.*$/i, '')
  words = words.replace(/^[\s,;:|·•–—-]+|[\s,;:|·•–—-]+$/g, '')
  if (words.length < 2 || words.length > 120 || !/\p{L}/u.test(words)) return null
  if (
    /^(?:admin|administrator|editor|staff|author|autor|unknown|anonymous|guest|user|webmaster|redaktion|share|comments?|true|false|null|undefined)$/i.test(
      words,
    )
  )
    return null
  return siteName !== null && words.toLowerCase() === siteName.toLowerCase() && line.split(' ').length > 6 ? null : words
}

/** Citation tags may say "Family, Given". */
function turned(name: string): string {
  const [family, given, more] = name.split(',').map((part) => part.trim())
  return family && given && more === undefined ? `${given} ${family}` : name
}
