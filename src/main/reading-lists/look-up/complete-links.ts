// Cut links held against what an index page or a feed lists: completed by number, by title, or because only one fits; never guessed.
import type { Completion, CutEntry, LinkCandidate } from '../../../shared/calls/look-up-calls.ts'
import { seriesPlaceOf } from '../../../shared/series.ts'

/** Titles that share so much of their words are one title. */
const sameFrom = 0.6
/** And the next best must be this far behind. */
const apartBy = 0.2

type Numbered = LinkCandidate & { readonly likeness: number }

/**
 * What a cut link becomes, given the links of the page (or feed) `via`. First the beginning must hold; then the number of the part decides, then the
 * title, then being the only one. Two that fit, or a number and a title that point to different pages, leave it open with its candidates.
 */
export function completeLink(entry: CutEntry, links: readonly LinkCandidate[], via: string): Completion {
  const fitting = distinct(links.filter(({ url }) => begins(url, entry.urlPrefix))).map((link) => ({
    ...link,
    part: link.part ?? partOf(link, entry.urlPrefix),
    likeness: likenessOf(entry.title, link),
  }))
  const open = { key: entry.key, url: null, why: null, candidates: fitting.map(({ likeness: _, ...link }) => link), failure: null }
  const done = (one: Numbered, rule: 'part-number' | 'title' | 'prefix'): Completion => ({
    ...open,
    url: one.url,
    why: { rule, via, agrees: rule === 'part-number' && one.likeness >= sameFrom },
  })
  const titled = byTitle(fitting)
  if (entry.partNumber !== null) {
    const [only, second] = fitting.filter(({ part }) => part === entry.partNumber)
    if (second !== undefined) return open
    if (only !== undefined) return titled !== null && titled.url !== only.url && only.likeness < apartBy ? open : done(only, 'part-number')
    // Numbered pages of which none has this number: another page than all of them.
    if (fitting.some(({ part }) => part !== null)) return open
  }
  if (titled !== null) return done(titled, 'title')
  const [only, second] = fitting
  return only !== undefined && second === undefined ? done(only, 'prefix') : open
}

function byTitle(fitting: readonly Numbered[]): Numbered | null {
  const [best, next] = fitting.toSorted((a, b) => b.likeness - a.likeness)
  if (best === undefined || best.likeness < sameFrom) return null
  return next === undefined || best.likeness - next.likeness >= apartBy ? best : null
}

function begins(url: string, prefix: string): boolean {
  const [whole, beginning] = [plain(url), plain(prefix)]
  return whole.startsWith(beginning) && whole.length > beginning.length
}

function plain(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').toLowerCase()
}

/**
 * The number its title tells, or the one its address goes on with: the 1 of `…-1-ring-buffer` is not the 1 of `…-10-heap`, and where the cut went
 * through a word or a number, all of it counts.
 */
function partOf({ url, title }: LinkCandidate, prefix: string): number | null {
  const told = seriesPlaceOf({ title, host: new URL(url).host, siteName: null })?.part ?? null
  if (told !== null) return told
  const beginning = plain(prefix).replace(/\d+$/, '')
  const rest = plain(url).slice(beginning.length)
  const behindWord = /\p{L}$/u.test(beginning) ? rest.replace(/^\p{L}+[-_]?/u, '') : rest
  const number = /^(?:part[-_]?)?(\d{1,3})(?!\d)/.exec(behindWord)?.[1]
  return number === undefined ? null : Number(number)
}

/**
 * How much of the shorter title's words the other one has, 0 to 1 (overlap coefficient); words that only say which part it is do not count. A
 * link without words is judged by the end of its address, and must have the title's words there.
 */
function likenessOf(title: string | null, link: LinkCandidate): number {
  const wanted = wordsOf(title ?? '')
  const words = wordsOf(link.title === '' ? lastOfAddress(link.url) : link.title)
  const all = link.title === '' ? wanted.size : Math.min(wanted.size, words.size)
  return all === 0 ? 0 : [...wanted].filter((word) => words.has(word)).length / all
}

function lastOfAddress(url: string): string {
  return (
    new URL(url).pathname
      .replace(/\.\w+$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? ''
  )
}

const noise = new Set(['the', 'a', 'an', 'of', 'and', 'part', 'in', 'to', 'is', 'how'])

function wordsOf(title: string): ReadonlySet<string> {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]s\b/g, '')
  return new Set((words.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !noise.has(word) && !/^\d+$/.test(word)))
}

function distinct(links: readonly LinkCandidate[]): readonly LinkCandidate[] {
  const seen = new Map<string, LinkCandidate>()
  for (const link of links) {
    const key = plain(link.url).replace(/[/#?]*$/, '')
    const before = seen.get(key)
    // The longer words are the title, the shorter ones "read more".
    if (before === undefined || link.title.length > before.title.length) seen.set(key, link)
  }
  return [...seen.values()]
}
