// What a click inside the article means. The frame itself never goes anywhere. Pure.
import { decoded } from '../../shared/address/decoded.ts'

export type LinkDecision =
  | { readonly go: 'anchor'; readonly id: string }
  | { readonly go: 'outside'; readonly url: string }
  /** To somebody's letter box: the address is shown, and opened by nobody here. */
  | { readonly go: 'mail'; readonly url: string }
  | { readonly go: 'nowhere' }

/**
 * `href`: the attribute as it stands in the copy. `frameUrl`: where the frame was loaded from. `pageUrl`: where the page came from,
 * so that a link to a part of the same page stays here. Only http and https lead outside, mailto can be copied; everything else leads nowhere.
 */
export function decideLink(href: string | null, frameUrl: string, pageUrl: string | null): LinkDecision {
  if (href === null) return { go: 'nowhere' }
  const written = href.trim()
  if (written.startsWith('#')) return anchor(written)
  if (!URL.canParse(written, frameUrl)) return { go: 'nowhere' }
  const url = new URL(written, frameUrl)
  const frame = new URL(frameUrl)
  if (url.origin === frame.origin && url.protocol === frame.protocol) {
    // An address of our own origin in a copy is a leftover (a link relative to nothing); never the web's business.
    return url.pathname === frame.pathname && url.hash !== '' ? anchor(url.hash) : { go: 'nowhere' }
  }
  if (url.protocol === 'mailto:' && url.pathname !== '') return { go: 'mail', url: url.href }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { go: 'nowhere' }
  if (pageUrl !== null && url.hash !== '' && withoutHash(url.href) === withoutHash(pageUrl)) return anchor(url.hash)
  return { go: 'outside', url: url.href }
}

function anchor(hash: string): LinkDecision {
  return { go: 'anchor', id: decoded(hash.replace(/^#/, '')) }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url
}
