// A talk's words, looked for because the reader asked: where they lie open, or with the reader's own yt-dlp.
import { talkLink } from '../../../shared/address/talk-link.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ItemSummary, Remark } from '../../../shared/item.ts'
import type { TalkLink } from '../../../shared/talk.ts'
import type { ItemRecord } from '../../cache/cache.ts'
import { decodeText } from '../../fetch/charset.ts'
import { fetchPage } from '../../fetch/fetch-page.ts'
import { isPrivateLink } from '../../network/address-guard.ts'
import { findOpenTranscript, type TalkPage } from '../../talks/transcripts/find-open-transcript.ts'
import { runYtDlp } from '../../talks/transcripts/run-yt-dlp.ts'
import { privateHostsOf } from '../saving/private-hosts.ts'
import { pageCopy } from '../saving/store-draft.ts'
import type { JobTools } from '../tools.ts'
import { storeTranscript } from './store-transcript.ts'

/** Throws talk.to-find, transcript.none, transcript.empty, transcript.unreadable, and what the network throws. */
export async function findTranscript(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  const link = linkOf(record)
  tools.report('fetching', 0, 0)
  const found = await findOpenTranscript(
    {
      link,
      url: record.item.url,
      lang: languageOf(record),
      privateHosts: privateHostsOf(record),
      signal: tools.signal,
      page: () => talkPage(record, link, tools),
    },
    tools,
  )
  tools.report('storing', 0, 0)
  const { item } = await storeTranscript(fresh(record, tools), { ...found, name: new URL(found.url).host, fileName: null }, tools)
  return item
}

/** Asks the installed yt-dlp, for this one item. Throws what it throws, and link.private for an address nobody typed. */
export async function findTranscriptByTool(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  const { url } = linkOf(record) ?? record.item
  if (!record.typed && isPrivateLink(url)) throw new Failure('link.private', { host: new URL(url).hostname })
  tools.report('fetching', 0, 0)
  const { fileName, bytes, generated, old } = await runYtDlp({ url, lang: languageOf(record), signal: tools.signal })
  tools.report('storing', 0, 0)
  const given = {
    origin: 'yt-dlp',
    name: new URL(url).host,
    fileName,
    bytes,
    mime: 'text/vtt; charset=utf-8',
    url,
    lang: null,
    generated,
  } as const
  const { item } = await storeTranscript(fresh(record, tools), given, tools)
  const others = item.remarks.filter(({ what }) => what !== 'old-tool')
  const remark: Remark = { about: 'transcript', what: 'old-tool' }
  if (!old && others.length === item.remarks.length) return item
  return tools.cache.items.describe(item.id, { remarks: old ? [...others, remark] : others })
}

function linkOf({ item, originalLink }: ItemRecord): TalkLink | null {
  if (item.state === 'to-find') throw new Failure('talk.to-find', { id: item.id })
  return talkLink(item.url) ?? talkLink(originalLink)
}

function languageOf({ item, talk }: ItemRecord): string | null {
  return talk?.lang ?? item.lang
}

/** Its details may have come meanwhile, or a transcript of the reader's own. */
function fresh(record: ItemRecord, { cache }: JobTools): ItemRecord {
  return cache.items.get(record.item.id)
}

/** Players that write their pages by script: nothing stands in them. */
const pageless: ReadonlySet<TalkLink['provider']> = new Set(['youtube', 'vimeo', 'dailymotion', 'video-file'])

/** The page as it is kept, else fetched: the words of it that count are read where pages are read, in a process of their own. */
async function talkPage(record: ItemRecord, link: TalkLink | null, tools: JobTools): Promise<TalkPage | null> {
  const { cache } = tools
  const kept = pageCopy(record, tools)
  if (kept?.form === 'article') {
    const html = decodeText(await cache.copies.readRaw(kept.id), kept.mime, 'html').text
    return { url: kept.finalUrl, html, text: await cache.copies.readText(kept.id) }
  }
  if (link && pageless.has(link.provider)) return null
  const page = await fetchPage(
    {
      url: record.item.url,
      privateHosts: privateHostsOf(record),
      etag: null,
      lastModified: null,
      maxBytes: tools.settings.maxPageBytes,
      signal: tools.signal,
    },
    tools,
  )
  if (page === 'unchanged' || page.kind !== 'html') return null
  const html = page.text ?? ''
  const { text } = await tools.pool.extract({ html, url: page.url }, tools.signal)
  return { url: page.url, html, text }
}
