// The journey of a talk: its details, its thumbnail made local; a talk whose details cannot be had is kept all the same.
import { talkLink } from '../../../shared/address/talk-link.ts'
import type { ItemKind, ItemState, ItemSummary, Remark } from '../../../shared/item.ts'
import type { Draft, LocalAsset, RawPage } from '../../../shared/journey.ts'
import type { Talk, TalkLink } from '../../../shared/talk.ts'
import { localiseImage } from '../../assets/localise-image.ts'
import type { ItemFacts, ItemRecord } from '../../cache/cache.ts'
import { describeTalk } from '../../talks/describe-talk.ts'
import type { JobTools } from '../tools.ts'
import { stateOf } from './new-copy.ts'
import { privateHostsOf } from './private-hosts.ts'
import { talkTitleFromAddress } from './save-links.ts'
import { storeDraft } from './store-draft.ts'

/** When the details of a talk are tried again after the nth failure. */
const detailPausesMs = [10 * 60_000, 60 * 60_000, 6 * 3_600_000, 24 * 3_600_000] as const

/** Saves a link that its address alone tells to be a talk. Never fails for want of details: they are a remark, and tried again later. */
export async function saveTalk(record: ItemRecord, link: TalkLink, tools: JobTools): Promise<ItemSummary> {
  return finish(record, link, null, vainTries(record), tools)
}

/** Saves a page that turned out to be about a recording: the page is kept as a copy, the talk's details beside it. */
export async function saveTalkPage(record: ItemRecord, page: RawPage, draft: Draft, tools: JobTools): Promise<ItemSummary> {
  const link = talkLink(page.url) ?? embeddedLink(draft, page.url)
  const stored = await storeDraft(record, page, draft, tools)
  return link ? finish({ ...record, item: stored, talk: draft.talk }, link, draft, vainTries(record), tools) : stored
}

async function finish(record: ItemRecord, link: TalkLink, page: Draft | null, tried: number, tools: JobTools): Promise<ItemSummary> {
  const { cache } = tools
  tools.report('talk', 0, 0)
  const { talk, kind, remarks, retryable } = await describeTalk(
    { link, url: record.item.url, page, privateHosts: privateHostsOf(record), signal: tools.signal },
    tools,
  )
  // Without details the five seconds a talk may take are spent; its thumbnail comes with them, later.
  const thumbnail = talk.thumbnailUrl && !retryable ? await thumbnailOf(record, talk.thumbnailUrl, tools) : null
  tools.report('storing', 0, 0)
  const item = cache.items.describe(record.item.id, {
    ...talkFacts(record, talk),
    kind,
    state: stateOfTalk(record, kind, remarks),
    failure: null,
    remarks: [
      ...keptRemarks(record),
      ...remarks.map((remark) => (remark.about === 'talk-details' ? { ...remark, count: tried + 1 } : remark)),
      ...(kind === 'talk' ? [] : [{ about: 'document', what: 'not-had' } as const]),
      ...(talk.thumbnailUrl && !thumbnail && !retryable ? [{ about: 'thumbnail', what: 'not-had' } as const] : []),
    ],
    ...(thumbnail ? { leadImage: thumbnail.sha256, blobs: [{ ...thumbnail }] } : {}),
  })
  if (retryable) retryLater(record, tried, tools)
  return item
}

/** A talk nobody could describe, and a book or a file that is only described here, are not wholly on this machine. */
function stateOfTalk({ item }: ItemRecord, kind: ItemKind, remarks: readonly Remark[]): ItemState {
  const described = kind === 'talk' && !remarks.some((remark) => remark.about === 'talk-details')
  return described && (item.report === null || stateOf(item.report) === 'complete') ? 'complete' : 'partial'
}

/** Facts of the row; what the talk does not tell leaves the row as it is. */
function talkFacts(record: ItemRecord, talk: Talk): ItemFacts {
  return {
    talk,
    ...(talk.title && !isCalledBetter(record, talk) ? { title: talk.title } : {}),
    ...(talk.speakers.length > 0 ? { byline: talk.speakers.join(', ') } : {}),
    ...(talk.event ? { siteName: talk.event } : {}),
    ...(talk.lang ? { lang: talk.lang } : {}),
    ...(talk.description && !record.item.excerpt ? { excerpt: firstWords(talk.description) } : {}),
    ...(talk.recordedOn ? { publishedTime: talk.recordedOn } : {}),
    ...(talk.durationSeconds === null
      ? {}
      : { durationSeconds: Math.round(talk.durationSeconds), minutes: Math.max(1, Math.round(talk.durationSeconds / 60)) }),
  }
}

/** A bare file tells its name and no more: whoever named it before knew better. */
function isCalledBetter({ item }: ItemRecord, { provider }: Talk): boolean {
  return provider === 'video-file' && item.title !== '' && item.title !== talkTitleFromAddress(item.url)
}

async function thumbnailOf(record: ItemRecord, url: string, tools: JobTools): Promise<LocalAsset | null> {
  return localiseImage(
    {
      urls: [url],
      role: 'poster',
      privateHosts: privateHostsOf(record),
      maxAssetBytes: tools.settings.maxAssetBytes,
      signal: tools.signal,
    },
    { network: tools.network, sanitiseSvg: (svg, signal) => tools.pool.sanitiseSvg(svg, signal) },
  )
}

function embeddedLink(draft: Draft, pageUrl: string): TalkLink | null {
  for (const embed of draft.embeds) {
    const link = talkLink(embed.url)
    // A bare recording file knows nothing of itself: there the page is what describes the talk.
    if (link && link.provider !== 'video-file') return link
  }
  if (!draft.talk) return null
  return { provider: 'embedded', identity: pageUrl, form: 'video', url: pageUrl, startSeconds: null, endSeconds: null, playlist: null }
}

function keptRemarks(record: ItemRecord): readonly Remark[] {
  return record.item.shownCopy
    ? record.item.remarks.filter((remark) => remark.about !== 'talk-details' && remark.about !== 'thumbnail')
    : []
}

/** How often the details were asked for in vain: the remark about them counts it. */
function vainTries(record: ItemRecord): number {
  return record.item.remarks.find((remark) => remark.about === 'talk-details')?.count ?? 0
}

function retryLater(record: ItemRecord, tried: number, { cache, clock }: JobTools): void {
  const pauseMs = detailPausesMs[tried]
  if (pauseMs === undefined) return
  cache.jobs.add([{ itemId: record.item.id, kind: 'talk-details', notBefore: clock.now() + pauseMs }], { lease: false })
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 240 ? line : `${line.slice(0, 239).replace(/\s+\S*$/, '')}…`
}
