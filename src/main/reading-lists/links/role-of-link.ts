// What one link is beside the others of its block: a sign, somebody's name, the site of the thing, a thing of its own.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import { capitalShare } from '../words/capital-share.ts'
import { looksLikeName } from '../words/link-words.ts'
import { isProfile } from './furniture.ts'
import type { Usable } from './usable-links.ts'

/** A picture or its short name in place of words. */
export function isSign({ own, link }: Usable): boolean {
  return !link.image && /^\s*(?:(?:\p{Extended_Pictographic}|\ufe0f|:[a-z_]{3,30}:)\s*)+$/u.test(own)
}

/** A site that keeps slides. */
export function isDeck({ url }: ParsedLink): boolean {
  return /^(?:[\w-]+\.)*(?:speakerdeck\.com|slideshare\.net|slides\.com|noti\.st)$/.test(new URL(url).hostname)
}

/** `[A Title](https://example.org/a) -- https://example.org/`: the front page of where the thing itself is. */
export function isItsSite({ link, address }: Usable, first: Pick<Usable, 'words' | 'address'> | undefined): boolean {
  if (!link.bare || !address || first?.words !== 'title' || !first.address) return false
  const [own, other] = [new URL(address.url), new URL(first.address.url)]
  return own.pathname === '/' && own.search === '' && own.hostname === other.hostname && other.pathname !== '/'
}

/** Whose it is: "by [Ann](…)", "([@ann](…))", a person's home page. */
export function isAuthor(one: Usable, isLater: boolean, isSectioned: boolean): boolean {
  const { link, address, before, own, words } = one
  if (!address || link.bare) return false
  if (isProfile(address) && isLater) return true
  const name = looksLikeName(own)
  const home = /^\/(?:~[\w.-]+\/?|(?:about|people|contacts?|author|authors|team|staff|speakers?|user|users|profile|u)(?:\/.*)?)?$/i.test(
    new URL(address.url).pathname,
  )
  if (words !== 'title') return false
  if (
    /\b(?:by|author|authors|speaker|hosted by|maintained by|created by|curated by|thanks to|courtesy of|via|h\/t)(?:\s+the)?\s*[:(*_"]*\s*$/i.test(
      before,
    )
  )
    return name || home
  if ((isLater || isSectioned) && /\b(?:from|at|for|of|with)\s*$/i.test(before)) return home
  return isLater && name && home
}

/** `[A Title](…), hat tip to Jo, [Another Title of Words](…)`: named at length, and set off by commas. */
export function isAnother({ own, before, words }: Usable): boolean {
  if (words !== 'title' || own.split(/\s+/).length < 4 || capitalShare(own) < 0.6) return false
  // `…. In the blog post [A Title of Words](…), …`: a sentence of its own, and its noun.
  const isCalled = /[.!?]\s[^.!?]*\b(?:blog ?post|post|article|talk|paper|book|video|essay|tutorial)\s*[:,]?\s*["“*_]*$/i.test(before)
  return isCalled || /^\s*[,;][^.!?]{0,40}[,;:]\s*$/.test(before)
}

/** A sentence of its own: a sign or a line break on both sides. */
export function standsAlone({ before, after, link }: Usable): boolean {
  if (link.bare) return /(?:^|[.:;!?\n)\]–—-])\s*$/.test(before)
  return /(?:^|[.:;!?\n)\]])\s*$/.test(before) && /^\s*(?:$|[.;,\n(–—|-]|by\s)/.test(after)
}

/** Nothing but signs, a remark in brackets and joining words between this link and the one before. */
export function isEnumerated(between: string): boolean {
  const before = between.replace(/^\s*\([^()]{1,60}\)(?=\s*(?:and|&|or)\s)/, '')
  return /^[\s,;|/&+·•–—()[\].:-]*(?:(?:and|or|also|plus|see also|then|followed by|&|part|pt\.?|video|videos|talk|paper|slides|playlist|book|series|article|post|blog|course|podcast|watch|read|with|by|\d{1,2}|[ivx]{1,4})[\s,:;|/&+·–—()[\].-]*){0,3}$/iu.test(
    before,
  )
}

/** Recordings, papers and books are recommended wherever they are linked. */
export function isContent({ address, link }: Usable): boolean {
  return link.cut || (address !== null && /^(?:talk|paper|book)$/.test(address.kind))
}
