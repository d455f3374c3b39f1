// What goes with a talk: slides and code that its description, its page or its recommender link to. Reads text, builds no tree, asks nobody.
import type { TalkMaterial } from '../../shared/talk.ts'
import { plainLine } from './plain-text.ts'

/** More are a page's list of all its talks. */
const most = 12
const slideWords = /\bslides?\b|\bslide ?deck\b|\bfolien\b/i
const codeWords = /\b(?:(?:source|example|sample|demo) )?code\b|\brepo(?:sitory)?\b|\bnotebooks?\b|\bsources?\b|\bexamples?\b/i
const slideHosts = /^(?:(?:www\.)?(?:speakerdeck\.com|slideshare\.net|slides\.com)|noti\.st)$/
const slideFiles = /\.(?:pptx?|key|odp)$/i

type Sources = {
  /** Plain text with addresses in it. */
  readonly description: string | null
  /** The page's HTML as it came, and where from: there only words that say so tell what a link is. */
  readonly page: { readonly html: string; readonly url: string } | null
  /** Addresses somebody named beside the talk: kept whatever they are. */
  readonly named: readonly string[]
}

/** Each address once, slides first; none that leads to the talk itself (`own`). */
export function talkMaterials({ description, page, named }: Sources, own: string): readonly TalkMaterial[] {
  const found = [
    ...[...(description ?? '').matchAll(/([^\n]{0,80}?)(https?:\/\/[^\s<>"]+)/g)].map((match) => {
      const [, before = '', address = ''] = match
      return material(address.replace(/[.,;:!?)\]]+$/, ''), before, true)
    }),
    ...(page === null ? [] : [...linksIn(page.html, page.url)].map(({ url, words }) => material(url, words, false))),
    ...named.map((url) => material(url, '', true) ?? other(url)),
  ]
  const once = new Map<string, TalkMaterial>()
  for (const one of found) if (one !== null && one.url !== own && !once.has(one.url)) once.set(one.url, one)
  const rank = { slides: 0, code: 1, other: 2 }
  return [...once.values()].toSorted((one, another) => rank[one.kind] - rank[another.kind]).slice(0, most)
}

/** `byAddress`: a code host's repository is code even when nobody says so. */
function material(address: string, words: string, byAddress: boolean): TalkMaterial | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) return null
  const isSlides = slideWords.test(words) || (slideHosts.test(url.hostname) && url.pathname.length > 1) || slideFiles.test(url.pathname)
  const isPresentation = url.hostname === 'docs.google.com' && url.pathname.startsWith('/presentation/')
  if (isSlides || isPresentation) return { kind: 'slides', url: url.href }
  return isRepository(url) && (byAddress || codeWords.test(words)) ? { kind: 'code', url: url.href } : null
}

function other(address: string): TalkMaterial | null {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? { kind: 'other', url: new URL(address).href } : null
}

function isRepository({ hostname, pathname }: URL): boolean {
  const parts = pathname.split('/').filter((part) => part !== '')
  if (hostname === 'gist.github.com') return parts.length >= 1
  return /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$|^git\.sr\.ht$|^gitlab\./.test(hostname) && parts.length >= 2
}

/** Links with their words; no more than 2,000 of them, words no longer than 300 letters of markup. */
function* linksIn(html: string, base: string): Generator<{ readonly url: string; readonly words: string }> {
  const begin = /<a\s/gi
  for (let count = 0, found = begin.exec(html); found && count < 2_000; count += 1, found = begin.exec(html)) {
    const tag = html.slice(found.index, found.index + 3_000)
    const href = /^<a\s[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))[^>]*>/i.exec(tag)
    const address = (href?.[1] ?? href?.[2] ?? href?.[3])?.replaceAll('&amp;', '&').trim()
    if (!href || !address || address.startsWith('#') || !URL.canParse(address, base)) continue
    const inside = tag.slice(href[0].length, href[0].length + 300)
    const end = inside.search(/<\/a\s*>/i)
    yield { url: new URL(address, base).href, words: plainLine(end < 0 ? inside : inside.slice(0, end), 200) ?? '' }
  }
}
