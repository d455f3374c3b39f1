// What the reader makes of a previewed list: ticks, titles, kinds and links of their own, completed links; and what saving it means. Pure.
import type { Completion } from '../../shared/calls/look-up-calls.ts'
import type { InputOf } from '../../shared/contract.ts'
import type { ListKind } from '../../shared/reading-list.ts'
import { wantedOf } from '../../shared/wanted.ts'
import type { ListRow } from './list-rows.ts'
import { newWords, sumWords } from './sum-words.ts'

/** What the reader wrote over what the text has. */
export type Correction = { readonly title: string | null; readonly kind: ListKind; readonly url: string | null }
export type Choices = {
  readonly ticks: ReadonlyMap<string, boolean>
  readonly corrections: ReadonlyMap<string, Correction>
  /** What looking at the list pages found, by row. */
  readonly completions: ReadonlyMap<string, Completion>
}
export const noChoices: Choices = { ticks: new Map(), corrections: new Map(), completions: new Map() }

export type ChosenRow = ListRow & {
  readonly title: string | null
  readonly kind: ListKind
  /** Null: it is to find. */
  readonly url: string | null
  /** How a link that was cut became whole: by the text, by a list page, or by the reader. */
  readonly cut: { readonly was: string; readonly why: string } | null
  readonly completion: Completion | null
  /** The reader gave it this link. */
  readonly byReader: boolean
  readonly here: boolean
  /** It came from elsewhere: nobody at this desk typed it. */
  readonly strange: boolean
  /** Its link cannot be saved. */
  readonly refused: boolean
  readonly ticked: boolean
}

/**
 * `strange`: as in `tickedAtFirst` of understood.ts, whose rule this follows: a stranger's private address is never ticked by itself. What is
 * here already is ticked when there is a list for it to join; nothing is fetched.
 */
export function chosenRow(row: ListRow, choices: Choices, strange: boolean, joins: boolean): ChosenRow {
  const { item, key } = row
  const correction = choices.corrections.get(key)
  const completion = choices.completions.get(key) ?? null
  const found = item.url ?? completion?.url ?? null
  const url = correction === undefined ? found : correction.url
  const byReader = url !== null && url !== found
  const refused = item.failure !== null && !byReader
  const here = item.already !== null && item.already.place !== 'trash' && !byReader
  const first = !refused && (!here || joins) && (!item.private || !strange || byReader)
  return {
    ...row,
    title: correction === undefined ? item.title : correction.title,
    kind: correction?.kind ?? item.kind,
    url,
    cut: item.truncated && url !== null ? { was: `${item.urlPrefix ?? ''}…`, why: whyWhole(row, url, byReader, completion) } : null,
    completion,
    byReader,
    here,
    strange,
    refused,
    ticked: !refused && (choices.ticks.get(key) ?? first),
  }
}

/** What "all" ticks: everything but strangers' private addresses, which are meant one by one or not at all. */
export function isTickedByAll({ item, strange, refused, byReader }: ChosenRow): boolean {
  return !refused && (!item.private || !strange || byReader)
}

const rules = { 'part-number': 'One part has this number', title: 'One link has this title', prefix: 'One link begins so' } as const

function whyWhole({ item }: ListRow, url: string, byReader: boolean, completion: Completion | null): string {
  if (byReader) return 'You gave it this link.'
  if (completion?.why && completion.url === url)
    return `${rules[completion.why.rule]} on ${completion.why.via}${completion.why.agrees ? ', and the title agrees' : ''}.`
  if (item.wantedKey !== null) return 'You have it: its link was found before.'
  return 'Another link in the text begins the same and is whole.'
}

type Accepted = InputOf<'list.accept'>['items'][number]

/** As `list.accept` takes it. */
export function acceptedItem({ item, title, kind, url, cut, moments }: ChosenRow): Accepted {
  const { originalLink, by, startSeconds, partOf, partNumber, group, alternates, urlPrefix } = item
  const recommendation = item.recommendation?.slice(0, 20_000) ?? null
  return {
    url,
    originalLink,
    title: title?.slice(0, 2_000) ?? null,
    // A series is saved by its page.
    kind: kind === 'series' ? 'index' : kind,
    by,
    startSeconds,
    moments: moments.slice(0, 500).map(({ seconds, words: said }) => ({ seconds, words: said.slice(0, 20_000) })),
    partOf,
    partNumber,
    recommendation,
    headings: group.slice(0, 20),
    alternates: alternates.slice(0, 100),
    cut,
    wanted: url === null ? wantedOf({ title, by, partOf, recommendation, urlPrefix }) : null,
    wantedKey: item.wantedKey,
  }
}

/**
 * The addresses the reader vouches for: typed, given by hand, ticked although private; and what a list page names on its own host, when the page
 * itself is vouched for.
 */
export function vouchedFor(rows: readonly ChosenRow[]): string[] {
  const own = rows.flatMap(({ url, item, strange, byReader, ticked }) =>
    url !== null && ticked && (!strange || byReader || (item.private && item.url === url)) ? [url] : [],
  )
  const completed = rows.flatMap(({ url, completion, ticked }) =>
    url !== null && ticked && completion?.url === url && completion.why !== null && isOfOneOf(url, completion.why.via, own) ? [url] : [],
  )
  return [...new Set([...own, ...completed])]
}

/** What looking made of cut links, by row. */
export function wholeLinks({ completions, corrections }: Choices): ReadonlyMap<string, string> {
  const found = [...completions].flatMap(([key, { url }]) => (url === null ? [] : [[key, url] as const]))
  const given = [...corrections].flatMap(([key, { url }]) => (url === null ? [] : [[key, url] as const]))
  return new Map([...found, ...given])
}

export function isOfOneHost(one: string | null, other: string): boolean {
  return one !== null && hostOf(one) === hostOf(other)
}

function isOfOneOf(url: string, via: string, own: readonly string[]): boolean {
  return own.some((one) => hostOf(one) === hostOf(via) && hostOf(via) === hostOf(url))
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

/** The sum over the list, files beside it counted in: "6 to save" and, beside it, what they are and what is not ticked. */
export function listOverview(rows: readonly ChosenRow[], files: number): ReturnType<typeof sumWords> {
  const [ticked, left] = [rows.filter((row) => row.ticked), rows.filter((row) => !row.ticked)]
  const isNew = ({ url, here }: ChosenRow) => url !== null && !here
  const isCut = ({ url, item, here }: ChosenRow) => url === null && item.truncated && !here
  const isInner = ({ item, here, byReader, refused }: ChosenRow) => item.private && !here && !byReader && !refused
  const counted = (among: readonly ChosenRow[], fits: (row: ChosenRow) => boolean) => among.filter(fits).length
  return sumWords(
    [
      [counted(ticked, isNew), newWords],
      [counted(ticked, ({ here }) => here), 'you have already'],
      [counted(ticked, isCut), 'cut off'],
      [counted(ticked, (row) => row.url === null && !row.here && !isCut(row)), 'to find'],
      [files, files === 1 ? 'file' : 'files'],
    ],
    [
      [counted(left, ({ here }) => here), 'you have already'],
      [counted(left, isInner), 'in your own network'],
      [counted(left, ({ refused }) => refused), 'cannot be saved'],
      [counted(left, (row) => !row.here && !isInner(row) && !row.refused), 'left out'],
    ],
  )
}

/** The address meant by what was typed into a link field; null when it is none that can be saved. */
export function typedAddress(typed: string): string | null {
  const words = typed.trim()
  if (words === '' || /\s|(…|\.\.\.)$/.test(words)) return null
  const address = /^[a-z][a-z0-9+.-]*:/i.test(words) && !/^[^/]+:\d+(\/|$)/.test(words) ? words : `https://${words}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && (hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[')) ? address : null
}
