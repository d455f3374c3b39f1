// The first half of every journey: links become rows, at once. The work is save-article.ts and save-talk.ts.
import { decoded } from '../../../shared/address/decoded.ts'
import { parseLink } from '../../../shared/address/parse-link.ts'
import type { CheckedInputOf, OutputOf } from '../../../shared/contract.ts'
import { Failure, type FailureValue } from '../../../shared/failure.ts'
import type { Cache, NewItem } from '../../cache/cache.ts'
import { isPrivateName, privateHostOf } from '../../network/address-guard.ts'
import { inPortions } from '../in-portions.ts'
import type { FoundLink } from './find-links.ts'
import { privateHostsOf } from './private-hosts.ts'

type SavedLinks = OutputOf<'item.save'>['results']
const noHosts: ReadonlySet<string> = new Set()
type Parsed = ReturnType<typeof parseLink>

/**
 * Saves links as rows in state waiting, a row and its job in one transaction, thousands of them in portions; a link that is there already is answered as
 * the existing item. A link that cannot be saved is answered with its failure and does not hold up the others.
 * `lease`: the jobs belong to this process from birth (a command that waits for them).
 */
export async function saveLinks(
  input: CheckedInputOf<'item.save'>,
  cache: Cache,
  options: { readonly lease: boolean },
): Promise<SavedLinks> {
  const chosen = new Set(input.chosen)
  const allowed = input.from === undefined ? noHosts : privateHostsOf(cache.items.get(input.from))
  const isTyped = (link: string) => input.typed || chosen.has(link) || allowed.has(privateHostOf(link) ?? '')
  return inPortions(input.links, (links): SavedLinks => {
    const understood = links.map((link) => understand(link, isTyped(link)))
    const rows = understood.flatMap((one) => ('failure' in one ? [] : [newItem(one.parsed, input.place, isTyped(one.link))]))
    const saved = cache.items.save(rows, options)
    let next = 0
    return understood.map((one) => {
      if ('failure' in one) return { link: one.link, ok: false, failure: one.failure }
      const row = saved[next++]
      if (!row) throw new Error('the cache answered fewer rows than it was given')
      return { link: one.link, ok: true, item: row.item, already: row.already, jobId: row.jobId }
    })
  })
}

/** What Add shows of a text before anything is fetched or written: one entry per link, in order. */
export function previewLinks(links: readonly FoundLink[], cache: Cache): OutputOf<'item.preview'>['links'] {
  return links.map(({ link, at, length }) => {
    const one = understand(link, true)
    const found = { link, at, length }
    if ('failure' in one)
      return { ...found, url: null, kind: 'other', startSeconds: null, already: null, private: false, failure: one.failure }
    const { url, kind, startSeconds, comparisonKey } = one.parsed
    return {
      ...found,
      url,
      kind,
      startSeconds,
      already: cache.items.byComparisonKey(comparisonKey),
      private: isPrivateName(new URL(url).hostname),
      failure: null,
    }
  })
}

/** What can be saved of a link: nothing of the private network unless the reader vouches for it. */
export function understand(link: string, typed: boolean): { link: string; parsed: Parsed } | { link: string; failure: FailureValue } {
  try {
    const parsed = parseLink(link)
    const host = new URL(parsed.url).hostname
    if (!typed && isPrivateName(host)) throw new Failure('link.private', { host })
    return { link, parsed }
  } catch (error) {
    if (error instanceof Failure) return { link, failure: error.toValue() }
    throw error
  }
}

/** The row of a link that was understood. */
export function newItem(parsed: Parsed, place: NewItem['place'], typed: boolean): NewItem {
  return {
    comparisonKey: parsed.comparisonKey,
    url: parsed.url,
    originalLink: parsed.original,
    kind: parsed.kind,
    title: parsed.talk ? talkTitleFromAddress(parsed.url) : titleFromAddress(parsed.url),
    place,
    startSeconds: parsed.startSeconds,
    typed,
  }
}

/** A title to stand in the row until somebody knows the talk's own. */
export function talkTitleFromAddress(url: string): string {
  return `A talk on ${new URL(url).hostname.replace(/^www\./, '')}`
}

/** A title to stand in the row until the page gives its own: host and path, readable. */
export function titleFromAddress(url: string): string {
  const { host, pathname } = new URL(url)
  const path = decoded(pathname).replace(/\/$/, '')
  return `${host.replace(/^www\./, '')}${path}`
}
