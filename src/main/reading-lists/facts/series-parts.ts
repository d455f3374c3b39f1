// The series a text speaks of: the page that lists one, the items that are parts of it, and by which page a cut part can be found.
import { seriesPlaceOf } from '../../../shared/series.ts'
import type { Block } from '../blocks/block.ts'
import { comparePlaces, type DraftItem, type Place, type Reading } from '../blocks/draft-item.ts'
import { nameSource } from '../words/names-in-words.ts'
import { lastSentence } from '../words/title-in-sentence.ts'

const indexWords =
  /\b(?:(?:whole|full|entire|complete|rest of the|all (?:of )?(?:the )?(?:parts|posts|articles|episodes|videos))\b.{0,60}\b(?:series|here|list|index|found|available)|(?:series|index|table of contents|playlist|all (?:the )?parts)\b.{0,40}(?:here|at|:|index))\W*$/i
const named = new RegExp(
  String.raw`(?:(${nameSource})(?:'s|’s)\s[^"“.]{0,60})?\bseries\b[^"“.\n]{0,40}["“]([^"”\n]{3,120})["”]|["“]([^"”\n]{3,120})["”][,]?\s*(?:blog |video |article )?series`,
  'u',
)

/** Sites of many authors: one series there says nothing about the next thing. */
const sharedHost =
  /^(?:(?:m\.)?youtube\.com|youtu\.be|vimeo\.com|medium\.com|dev\.to|github\.com|gitlab\.com|infoq\.com|news\.ycombinator\.com|reddit\.com|arxiv\.org|substack\.com|speakerdeck\.com|slideshare\.net)$/i

type Mention = { readonly title: string; readonly by: string | null; readonly place: Place }

/** Joins index pages to the series they list, and parts to their series; changes the drafts it is given. */
export function joinSeries(drafts: readonly DraftItem[], reading: Reading): void {
  const mentions = mentionsIn(reading.blocks)
  for (const draft of drafts) {
    if (!isIndex(draft, reading.blocks)) continue
    draft.kind = 'series'
    const mention = mentions.findLast(({ place }) => comparePlaces(place, draft.place) < 0)
    if (!mention || (draft.title !== null && draft.title !== mention.title && !indexWords.test(draft.title))) continue
    draft.title = mention.title
    draft.by ??= mention.by
    // What is said where the series is named recommends it; that it can be found here does not.
    draft.recommendation = sentenceAt(reading.blocks[mention.place.block]?.text ?? '', mention.place.at)
    draft.place = mention.place
  }
  numberParts(drafts)
  const [mention] = mentions
  for (const draft of drafts)
    if (draft.partNumber !== null && mention && mentions.length === 1 && draft.kind !== 'series') draft.partOf ??= mention.title
  const series = Map.groupBy(
    drafts.filter(({ kind, address }) => kind === 'series' && address !== null),
    hostOf,
  )
  for (const draft of drafts) {
    const own = series.get(hostOf(draft)) ?? []
    const via = own.length === 1 ? own[0] : undefined
    if (!via || via === draft) continue
    const isMentioned = mentions.some(({ title }) => title === via.title)
    if (sharedHost.test(hostOf(draft)) && !isMentioned) continue
    if (draft.prefix !== null && draft.address === null) draft.resolveVia = via.address?.url ?? null
    if (draft.partNumber !== null && draft.kind !== 'series') {
      draft.partOf ??= via.title
      draft.by ??= via.by
    }
  }
}

/** The number a title gives its part; the series' name where two or more share one, or where the title itself says it. */
function numberParts(drafts: readonly DraftItem[]): void {
  const places = drafts.map((draft) =>
    draft.title === null || draft.kind === 'series' || draft.kind === 'repo'
      ? null
      : seriesPlaceOf({ title: draft.title, host: hostOf(draft), siteName: null }),
  )
  const count = new Map<string, number>()
  for (const place of places) if (place) count.set(place.key, (count.get(place.key) ?? 0) + 1)
  for (const [index, draft] of drafts.entries()) {
    const place = places[index]
    if (!place || draft.partNumber !== null) continue
    draft.partNumber = place.part
    if (!place.key.endsWith('/#') && (count.get(place.key) ?? 0) >= 2) draft.partOf ??= place.title
  }
}

/** "The whole series can be found here: …" */
function isIndex(draft: DraftItem, blocks: readonly Block[]): boolean {
  const { link } = draft
  if (link === null || draft.address === null) return false
  const text = blocks[draft.block]?.text ?? ''
  const before = text.slice(Math.max(0, link.start - 160), link.start)
  const own = text.slice(link.start, link.end)
  if (/(?:\bpart|\bpt\.?|#)\s*\d{1,3}\W*$/i.test(before)) return false
  return indexWords.test(before) || (!link.bare && /^(?:the )?(?:whole|full|entire|complete) (?:series|list)$/i.test(own))
}

/** The sentence that stands at a place of a text. */
function sentenceAt(text: string, at: number): string {
  const begun = lastSentence(text.slice(0, at))
  const rest = text.slice(at).split(/(?<=[.!?]["”)]?)\s+(?=["“(]?\p{Lu})/u, 1)[0] ?? ''
  return `${begun} ${rest}`.replace(/\s+/g, ' ').trim().slice(0, 2_000)
}

function mentionsIn(blocks: readonly Block[]): readonly Mention[] {
  return blocks.flatMap(({ text, role }, block) => {
    const match = role === 'code' ? null : named.exec(text.slice(0, 4_000))
    const title = (match?.[2] ?? match?.[3])?.replace(/[,.;:]$/, '')
    return match && title ? [{ title, by: match[1] ?? null, place: { block, at: match.index } }] : []
  })
}

function hostOf({ address, prefix }: DraftItem): string {
  const href = address?.url ?? prefix
  return href !== null && URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : ''
}
