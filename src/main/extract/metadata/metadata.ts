// What a page says about itself: read before anything in it is moved.
import { absoluteUrl, elementsOf, plainWords } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { readByline } from './byline.ts'
import { readDates } from './dates.ts'
import { isType, type LinkedData, textOf } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'
import { readSeries, type ToldSeries } from './series.ts'
import { readTitle } from './title.ts'

export type Metadata = {
  readonly title: string | null
  readonly byline: string | null
  readonly publishedTime: string | null
  readonly modifiedTime: string | null
  readonly siteName: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly excerpt: string | null
  readonly canonicalUrl: string | null
  readonly leadImages: readonly string[]
  readonly favicons: readonly string[]
  /** The series it says it is a part of. */
  readonly series: ToldSeries | null
}

const articles = /Article|BlogPosting|Posting|Report|TechArticle|Review|Recipe|HowTo|Course|LearningResource|APIReference/i
const rightToLeft = /^(?:ar|fa|he|iw|ur|ps|sd|ug|yi|dv|ckb|syr)\b/i

/** `url` is the page's address, `base` what its links are relative to. */
export function readMetadata(document: Document, things: readonly LinkedData[], meta: MetaTags, url: string, base: string): Metadata {
  const own = things.filter((thing) => isType(thing, articles))
  const siteName = readSiteName(things, own, meta)
  const dates = readDates(document, things, meta, url)
  const root = document.documentElement
  const lang = readLang(
    root?.getAttribute('lang') ??
      root?.getAttribute('xml:lang') ??
      document.body?.getAttribute('lang') ??
      meta.first('content-language', 'language', 'dc.language') ??
      meta.first('og:locale') ??
      own.map((thing) => textOf(thing.inLanguage)).find((name) => name !== null) ??
      null,
  )
  const dir = (document.body?.getAttribute('dir') ?? root?.getAttribute('dir') ?? '').toLowerCase()
  const host = new URL(url).hostname
  return {
    title: readTitle(document, {
      headline:
        own.map((thing) => textOf(thing.headline) ?? textOf(thing.name)).find((title) => title !== null) ??
        meta.first('citation_title', 'dc.title') ??
        null,
      openGraph: meta.first('og:title', 'twitter:title', 'parsely-title', 'sailthru.title'),
      siteName,
      host,
    }),
    byline: readByline(document, things, meta, siteName),
    publishedTime: dates.published,
    modifiedTime: dates.modified,
    siteName,
    lang,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : lang !== null && rightToLeft.test(lang) ? 'rtl' : null,
    excerpt: cut(
      meta.first('og:description', 'description', 'twitter:description') ??
        own.map((thing) => textOf(thing.description)).find((text) => text !== null) ??
        null,
    ),
    canonicalUrl: readCanonical(document, base),
    leadImages: readLeadImages(own, meta, base),
    favicons: readFavicons(document, base),
    series: readSeries(own, siteName),
  }
}

function readSiteName(things: readonly LinkedData[], own: readonly LinkedData[], meta: MetaTags): string | null {
  const publisher = own.map((thing) => textOf((thing.publisher as LinkedData | undefined)?.name)).find((name) => name !== null)
  const site = things
    .filter((thing) => isType(thing, /^WebSite$/i))
    .map((thing) => textOf(thing.name))
    .find((name) => name !== null)
  const found =
    meta.first('og:site_name', 'application-name', 'apple-mobile-web-app-title', 'citation_journal_title') ?? site ?? publisher ?? null
  return found === null || found.length > 80 || /^https?:/.test(found) ? null : found
}

function readLang(value: string | null): string | null {
  const lang =
    value
      ?.trim()
      .split(/[,;\s]/)[0]
      ?.replace('_', '-') ?? ''
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : null
}

/** Only of the same site, and not when it names the home page for another page: wrong canonicals are common. */
function readCanonical(document: Document, base: string): string | null {
  const link = elementsOf(document, 'link').find((element) => /(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute('rel') ?? ''))
  const url = absoluteUrl(link?.getAttribute('href'), base)
  if (url === null) return null
  const [there, here] = [new URL(url), new URL(base)]
  const site = (name: string): string => name.replace(/^(?:www|m|amp|old)\./, '')
  if (site(there.hostname) !== site(here.hostname)) return null
  return there.pathname === '/' && here.pathname !== '/' ? null : url
}

function readLeadImages(own: readonly LinkedData[], meta: MetaTags, base: string): string[] {
  const linked = own.map((thing) => {
    const image = Array.isArray(thing.image) ? (thing.image[0] as unknown) : thing.image
    return typeof image === 'object' && image !== null
      ? textOf((image as LinkedData).url ?? (image as LinkedData).contentUrl)
      : textOf(image)
  })
  const urls = [
    meta.first('og:image:secure_url', 'og:image', 'og:image:url'),
    meta.first('twitter:image', 'twitter:image:src'),
    ...linked,
    meta.first('thumbnail', 'thumbnailurl'),
  ]
  return [...new Set(urls.map((address) => absoluteUrl(address, base)).filter((url) => url !== null))]
}

function readFavicons(document: Document, base: string): string[] {
  const icons = elementsOf(document, 'link').filter(
    (link) =>
      /(?:^|\s)(?:icon|apple-touch-icon)(?:\s|$|-)/i.test(link.getAttribute('rel') ?? '') &&
      !/mask-icon/i.test(link.getAttribute('rel') ?? ''),
  )
  const size = (link: Element): number => {
    const given = Number.parseInt(link.getAttribute('sizes') ?? '', 10)
    return Number.isNaN(given) ? (/apple/i.test(link.getAttribute('rel') ?? '') ? 180 : 16) : given
  }
  // A list shows it at 16 to 32 points: the smallest that is at least 32, else the largest there is.
  const ordered = icons.sort((a, b) => (size(a) >= 32 ? size(a) : 10_000 - size(a)) - (size(b) >= 32 ? size(b) : 10_000 - size(b)))
  const urls = ordered.map((link) =>
    link.getAttribute('href')?.startsWith('data:image/') ? link.getAttribute('href') : absoluteUrl(link.getAttribute('href'), base),
  )
  return [...new Set([...urls, absoluteUrl('/favicon.ico', base)].filter((url) => url !== null && url !== undefined))].slice(0, 4)
}

function cut(text: string | null): string | null {
  if (text === null || text.length <= 400) return text
  return `${text.slice(0, 400).replace(/\s+\S*$/, '')}…`
}

/** The first real paragraph, for pages that describe themselves nowhere. */
export function firstParagraph(article: Element): string | null {
  const paragraph = elementsOf(article, 'p')
    .map(plainWords)
    .find((words) => words.length > 60)
  return cut(paragraph ?? null)
}
