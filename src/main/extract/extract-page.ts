// One page in, one Draft out: the pure function the extract process runs. Nothing is fetched, nothing is stored, no script runs.
import { createHash } from 'node:crypto'
import { Failure } from '../../shared/failure.ts'
import type { ItemKind, Remark } from '../../shared/item.ts'
import type { AssetRequest, Draft } from '../../shared/journey.ts'
import { compareCounts, countCopy, countSource } from './count.ts'
import { absoluteUrl, elementsOf } from './dom-walk.ts'
import { dropHeadingLines } from './drop-heading-lines.ts'
import { findContent } from './find-content.ts'
import { findTalk, isMainlyVideo, talkOfEmbed } from './find-talk.ts'
import { harmlessFacts } from './harmless-facts.ts'
import { cleanByline } from './metadata/byline.ts'
import { readLinkedData } from './metadata/json-ld.ts'
import { readMetaTags } from './metadata/meta-tags.ts'
import { firstParagraph, type Metadata, readMetadata } from './metadata/metadata.ts'
import { saysIndex, sortPage } from './page-sort.ts'
import type { Element } from './page-tree/page-tree.ts'
import { parsePage } from './parse-page.ts'
import { isPartLost } from './part-lost.ts'
import { plainText } from './plain-text.ts'
import { sanitise } from './sanitise.ts'
import { guardSource } from './source-guard.ts'
import { imageMark } from './standardise/images.ts'
import { finish, standardise } from './standardise/standardise.ts'
import { tidy } from './tidy.ts'
import { findWall, isPreview, readSigns } from './walls.ts'
import { readingLength } from './words.ts'

/**
 * Cleans a page. `url` is the address it came from. The answer is a function of both alone.
 * Failures: page.no-article, page.login, page.consent, page.script-only, page.gone (soft 404), page.too-large, page.unreadable.
 */
export function extractPage(source: string, url: string): Draft {
  const guarded = guardSource(source)
  const document = parsePage(guarded.html)
  const base = absoluteUrl(elementsOf(document, 'base')[0]?.getAttribute('href'), url) ?? url
  // Links are resolved here; a <base> left in place would make Readability resolve in-page links too.
  for (const element of elementsOf(document, 'base')) element.remove()
  const things = readLinkedData(document)
  const meta = readMetaTags(document)
  const signs = readSigns(document)
  const metadata = readMetadata(document, things, meta, url, base)
  const found = findTalk(document, things, meta, url, base)
  const held = standardise(document, url, base, guarded.typesetsMaths)

  const content = findContent(document, saysIndex({ url, things, meta }))
  const title = metadata.title ?? content?.hints.title ?? ''
  if (content === null) {
    if (found.talk === null || !isMainlyVideo(found, held.embeds, 0, url)) {
      throw new Failure(findWall(signs, { title, words: 0, scriptLength: guarded.scriptLength, things }) ?? 'page.no-article')
    }
  }
  const article = content?.article ?? document.createElement('div')
  const byline = metadata.byline ?? (content?.hints.byline ? cleanByline(content.hints.byline, metadata.siteName) : null)
  dropHeadingLines(article, title, byline)
  const counted = countSource(content?.region ?? article, article, title)
  finish(article, held)
  tidy(article, url, base)
  const copy = sanitise(article)
  const nonce = createHash('sha256').update(url).update('\0').update(source).digest('hex').slice(0, 16)
  const assets = assignAssets(copy, held.images, metadata, nonce)
  const text = plainText(copy)
  const length = readingLength(copy, text, metadata.lang)

  const size = length.words + length.codeLines * 5
  const facts = { title, words: size, scriptLength: guarded.scriptLength, things }
  const mainlyVideo = isMainlyVideo(found, held.embeds, size, url)
  const wall = mainlyVideo ? null : findWall(signs, facts)
  if (wall !== null) throw new Failure(wall)
  if (size === 0 && !mainlyVideo && assets.length === 0) throw new Failure('page.no-article')

  const { counts, remarks } = compareCounts(counted, countCopy(copy))
  const kind: ItemKind = mainlyVideo ? 'talk' : sortPage(copy, content?.region ?? null, { url, things, meta })
  const isLost = !mainlyVideo && content !== null && isPartLost(content.page, size, metadata.lang)
  const excerpt = metadata.excerpt ?? firstParagraph(copy) ?? content?.hints.excerpt ?? null
  const only = held.embeds[0]
  return harmlessFacts({
    kind,
    title: title || firstWords(text),
    byline,
    publishedTime: kind === 'index' ? null : metadata.publishedTime,
    modifiedTime: metadata.modifiedTime,
    siteName: metadata.siteName ?? content?.hints.siteName ?? null,
    lang: metadata.lang,
    dir: metadata.dir,
    excerpt,
    canonicalUrl: metadata.canonicalUrl,
    ...(metadata.series === null ? {} : { series: metadata.series }),
    html: copy.innerHTML,
    assetNonce: nonce,
    assets,
    text,
    ...length,
    counts,
    remarks: [...remarks, ...pageRemarks(kind, isPreview(signs, facts), isLost)],
    talk: found.talk ?? (mainlyVideo && only ? talkOfEmbed(only, title, excerpt) : null),
    oembedUrl: found.oembedUrl,
    embeds: held.embeds,
  })
}

/** Gives every picture its place in `assets`; lead image and favicon follow. Equal pictures share one request. */
function assignAssets(copy: Element, images: readonly (readonly string[])[], metadata: Metadata, nonce: string): AssetRequest[] {
  const assets: AssetRequest[] = []
  const places = new Map<string, number>()
  for (const image of elementsOf(copy, 'img')) {
    const urls = images[Number(image.getAttribute(imageMark) ?? Number.NaN)]
    image.removeAttribute(imageMark)
    const best = urls?.[0]
    if (urls === undefined || best === undefined) {
      image.remove()
      continue
    }
    let place = places.get(best)
    if (place === undefined) {
      place = assets.length
      places.set(best, place)
      assets.push({ role: 'image', urls })
    }
    image.setAttribute('src', `carrel-asset:${nonce}-${place}`)
  }
  if (metadata.leadImages.length > 0) assets.push({ role: 'lead', urls: metadata.leadImages })
  if (metadata.favicons.length > 0) assets.push({ role: 'favicon', urls: metadata.favicons })
  return assets
}

function pageRemarks(kind: ItemKind, preview: boolean, lost: boolean): Remark[] {
  const remarks: Remark[] = []
  if (kind === 'index') remarks.push({ about: 'page', what: 'is-index' })
  else if (lost) remarks.push({ about: 'page', what: 'part-lost' })
  if (preview) remarks.push({ about: 'page', what: 'preview-only' })
  return remarks
}

function firstWords(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 80).trim()
}
