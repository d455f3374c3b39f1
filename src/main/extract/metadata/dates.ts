// When it was published and last changed: from JSON-LD, meta tags, <time>, microformats, words on the page, the address; in this order.
import { allElements, classOf, elementsOf, isInside, plainWords } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { plainText } from '../plain-text.ts'
import { isType, type LinkedData, textOf } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'

export type Dates = { readonly published: string | null; readonly modified: string | null }

const articles = /Article|BlogPosting|Posting|Report|TechArticle|Review|Recipe|Video|HowTo|Book|Event|Podcast|NewsArticle/i
const publishedTags = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'publish_date',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'originalpublicationdate',
  'date_published',
  'article_date_original',
  'published_at',
  'datecreated',
  'last-modified',
]
const modifiedTags = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'article:modified',
]
const dateBoxes =
  /(?:^|[\s_-])(?:date|published?|posted|pubdate|timestamp|time|dateline|entry-?date|post-?date|datum|created|publication)(?:$|[\s_-])/i
const metaBoxes = /meta|byline|info|header|dateline|author|submitted/i
const elsewhere = /comment|related|sidebar|recommend|footer|widget|teaser|more-|latest|popular|trending|card|event|calendar/i

export function readDates(document: Document, things: readonly LinkedData[], meta: MetaTags, url: string): Dates {
  const own = things.filter((thing) => isType(thing, articles))
  const pages = things.filter((thing) => isType(thing, /WebPage|ItemPage/i))
  const linked = (key: string): string | null =>
    [...own, ...pages].map((thing) => isoDate(textOf(thing[key]))).find((date) => date !== null) ?? null
  const tagged = (names: readonly string[]): string | null =>
    names.map((name) => isoDate(meta.first(name))).find((date) => date !== null) ?? null
  const published =
    linked('datePublished') ??
    tagged(publishedTags.slice(0, -1)) ??
    linked('uploadDate') ??
    linked('dateCreated') ??
    readVisible(document) ??
    dateInAddress(url) ??
    dateNearHeading(document)
  const modified = linked('dateModified') ?? tagged(modifiedTags) ?? readMarked(document, /datemodified|updated/i)
  return { published: published ?? null, modified: modified !== published ? modified : null }
}

function readVisible(document: Document): string | null {
  const marked = readMarked(document, /datepublished|pubdate|published/i)
  if (marked !== null) return marked
  for (const time of elementsOf(document, 'time')) {
    if (isElsewhere(time)) continue
    const date = isoDate(time.getAttribute('datetime')) ?? dateInWords(plainWords(time))
    if (date !== null) return date
  }
  const boxes = allElements(document.body ?? document).filter((element) => !isElsewhere(element))
  for (const pattern of [dateBoxes, metaBoxes]) {
    for (const element of boxes) {
      if (!pattern.test(`${classOf(element)} ${element.id}`)) continue
      const words = plainWords(element)
      if (words.length > 160) continue
      const date = dateInWords(words) ?? isoDate(element.getAttribute('title')) ?? isoDate(element.getAttribute('datetime'))
      if (date !== null) return date
    }
  }
  return null
}

/** Itemprops and the microformat `abbr.published[title]`. */
function readMarked(document: Document, names: RegExp): string | null {
  for (const element of allElements(document.body ?? document)) {
    const isMarked =
      names.test(element.getAttribute('itemprop') ?? '') ||
      element.hasAttribute('pubdate') ||
      ((element.localName === 'abbr' || element.localName === 'time') && names.test(classOf(element)))
    if (!isMarked || isElsewhere(element)) continue
    const date =
      isoDate(element.getAttribute('datetime')) ??
      isoDate(element.getAttribute('content')) ??
      isoDate(element.getAttribute('title')) ??
      dateInWords(plainWords(element))
    if (date !== null) return date
  }
  return null
}

function isElsewhere(element: Element): boolean {
  for (let at: Element | null = element; at !== null && at.localName !== 'body'; at = at.parentElement) {
    if (
      at.localName === 'aside' ||
      at.localName === 'nav' ||
      (at.localName === 'footer' && !isInside(at, 'article')) ||
      elsewhere.test(classOf(at))
    )
      return at.localName !== 'article' && at.localName !== 'main'
  }
  return false
}

/** A date within the next few hundred characters behind the headline. */
function dateNearHeading(document: Document): string | null {
  const heading = elementsOf(document, 'h1').at(-1)
  if (heading === undefined) return null
  const body = plainText(document.body).replaceAll('\n', ' ')
  const at = body.indexOf(plainWords(heading))
  return at === -1 ? null : dateInWords(body.slice(Math.max(0, at - 120), at + plainWords(heading).length + 250))
}

const monthNames: readonly RegExp[] = [
  /^(?:jan|gen|ene|янв|styc)/i,
  /^(?:feb|fev|fév|фев|lut)/i,
  /^(?:mar|mär|мар)/i,
  /^(?:apr|avr|abr|апр|kwi)/i,
  /^(?:may|mai|mag|мая|май|maj)/i,
  /^(?:jun|juin|giu|июн|cze)/i,
  /^(?:jul|juil|lug|июл|lip)/i,
  /^(?:aug|aoû|ago|авг|sie)/i,
  /^(?:sep|set|сен|wrz)/i,
  /^(?:oct|okt|ott|out|окт|paź)/i,
  /^(?:nov|ноя|lis)/i,
  /^(?:dec|dez|déc|dic|дек|gru)/i,
]

/** The first date in a line of text, as `YYYY-MM-DD`: numeric forms, English and the larger European languages, Chinese and Japanese. */
export function dateInWords(words: string): string | null {
  const iso = /\b((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(words)
  if (iso) return made(iso[1], iso[2], iso[3])
  const cjk = /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(words)
  if (cjk) return made(cjk[1], cjk[2], cjk[3])
  const named = /(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})\b/u.exec(words)
  if (named && monthOf(named[1]) !== null) return made(named[3], monthOf(named[1]), named[2])
  const turned = /\b(\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d{2})\b/u.exec(words)
  if (turned && monthOf(turned[2]) !== null) return made(turned[3], monthOf(turned[2]), turned[1])
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2}|\d{2})\b/.exec(words)
  if (dotted) return made((dotted[3] ?? '').padStart(4, '20'), dotted[2], dotted[1])
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})\b/.exec(words)
  if (slashed) return Number(slashed[1]) > 12 ? made(slashed[3], slashed[2], slashed[1]) : made(slashed[3], slashed[1], slashed[2])
  return null
}

function monthOf(name: string | undefined): string | null {
  const at = monthNames.findIndex((month) => month.test(name ?? ''))
  return at === -1 ? null : String(at + 1)
}

function made(year: string | undefined, month: string | null | undefined, day: string | undefined): string | null {
  return isoDate(`${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`)
}

/** A date as ISO 8601, at the precision it was given in; null for nonsense, the epoch and the far future. */
export function isoDate(value: string | null | undefined): string | null {
  const text = value?.trim() ?? ''
  if (text === '' || text.length > 60) return null
  const dateOnly =
    /^(\d{4})[-/.](\d{2})[-/.](\d{2})$/.exec(text)?.slice(1).join('-') ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)?.slice(1).join('-')
  if (dateOnly !== undefined) return plausible(Date.parse(`${dateOnly}T00:00:00Z`)) ? dateOnly : null
  const withTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?/.exec(text)
  if (withTime) {
    const iso = `${withTime[1]}T${withTime[2]}${(withTime[3] ?? '').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
    return plausible(Date.parse(iso)) ? iso : null
  }
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const at = Number(text) * (text.length === 10 ? 1_000 : 1)
    return plausible(at) ? new Date(at).toISOString() : null
  }
  const words = dateInWords(text)
  return words
}

function plausible(at: number): boolean {
  return at > Date.UTC(1990, 0, 1) && at < Date.UTC(2100, 0, 1)
}

function dateInAddress(url: string): string | null {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?(\d{2})[/_-]?(\d{2})(?=[/_.-]|$)/.exec(url)
  return match ? made(match[1], match[2], match[3]) : null
}
