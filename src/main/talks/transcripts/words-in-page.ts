// What a talk's page holds of its words: `<track>` files, players of other sites, JSON-LD, a transcript under a heading of that name. Reads text, builds no tree.
import { talkLink } from '../../../shared/address/talk-link.ts'
import type { TalkLink } from '../../../shared/talk.ts'
import { transcriptFact } from '../page-facts.ts'
import { plainParagraphs } from '../plain-text.ts'
import type { CaptionOffer } from './caption-offer.ts'

/** Fewer words under such a heading are a link to the transcript or a line about it. */
const fewestWords = 60
/** A day of talking. */
const mostLetters = 2_000_000
const heading = /^(?:(?:the|full|complete|edited|video|talk|episode|presentation) )*transcript(?:ion)?(?: of .{1,120})?\s?:?$/i
/** What stands behind a transcript and is none of it. */
const behind =
  /^(?:see more presentations?.{0,60}|recorded at:?.{0,80}|related (?:sponsored )?(?:content|talks|presentations|articles|editorial|vendor content)|comments?(?: \(\d+\))?|about the (?:speakers?|authors?|conference)|more (?:talks|from).{0,60}|references|resources|footnotes)$/i

/** The page's caption files, and the recordings of other sites it shows. */
export function captionsInPage(
  html: string,
  url: string,
): { readonly offers: readonly CaptionOffer[]; readonly players: readonly TalkLink[] } {
  const base = baseOf(html, url)
  const offers: CaptionOffer[] = []
  for (const tag of tagsOf(html, 'track')) {
    const src = attribute(tag, 'src')
    const kind = attribute(tag, 'kind')?.toLowerCase() ?? 'subtitles'
    if (!src || !['captions', 'subtitles'].includes(kind) || !URL.canParse(src, base)) continue
    const address = new URL(src, base)
    if (/^https?:$/.test(address.protocol)) offers.push({ url: address.href, lang: attribute(tag, 'srclang'), generated: null })
  }
  const players = new Map<string, TalkLink>()
  for (const tag of tagsOf(html, 'iframe')) {
    const src = attribute(tag, 'src') ?? attribute(tag, 'data-src')
    const link = src && URL.canParse(src, base) ? talkLink(new URL(src, base).href) : null
    if (link) players.set(link.url, link)
  }
  return { offers, players: [...players.values()].slice(0, 5) }
}

/** The words the page itself gives, in paragraphs: `text` is the page's plain text, a line a block. Null when it gives none. */
export function wordsInPage(html: string, text: string): string | null {
  const told = transcriptFact(html)
  const fact = told && plainParagraphs(told, mostLetters)
  if (fact && countWords(fact) >= fewestWords) return fact
  const lines = text.split('\n')
  const from = lines.findIndex((line) => heading.test(line.trim()))
  if (from < 0) return null
  const rest = lines.slice(from + 1)
  const end = rest.findIndex((line) => behind.test(line.trim()))
  const words = (end < 0 ? rest : rest.slice(0, end)).join('\n\n')
  return countWords(words) >= fewestWords ? words : null
}

function countWords(text: string): number {
  // Scripts without spaces have letters enough.
  return Math.max(text.split(/\s+/).length, text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]/g)?.length ?? 0)
}

function baseOf(html: string, url: string): string {
  const href = attribute([...tagsOf(html.slice(0, 100_000), 'base')][0] ?? '', 'href')
  return href && URL.canParse(href, url) ? new URL(href, url).href : url
}

/** Steps from tag to tag; no more than 200 of them, no longer than 5,000 letters. */
function* tagsOf(html: string, name: 'track' | 'iframe' | 'base'): Generator<string> {
  const begin = new RegExp(`<${name}\\b`, 'gi')
  for (let count = 0, found = begin.exec(html); found && count < 200; count += 1, found = begin.exec(html)) {
    const close = html.indexOf('>', found.index)
    if (close < 0) return
    yield html.slice(found.index, Math.min(close, found.index + 5_000))
    begin.lastIndex = close
  }
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&').trim() || null
}
