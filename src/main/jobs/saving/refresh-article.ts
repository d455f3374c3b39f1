// Refresh: the same steps as save. What was there stays; what is worse is not shown; what is missing can be fetched alone.
import { Failure } from '../../../shared/failure.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import type { RawPage } from '../../../shared/journey.ts'
import type { ItemRecord } from '../../cache/cache.ts'
import { decodeText } from '../../fetch/charset.ts'
import { fetchArchivedPage } from '../../fetch/web-archive.ts'
import type { JobTools } from '../tools.ts'
import { storePage } from './save-article.ts'
import { pageCopy, storeDraft } from './store-draft.ts'

/** Cleans the stored page again and fetches only the pictures that are not here. Asks the page's server for nothing else. */
export async function refreshMissing(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  const shown = pageCopy(record, tools)
  if (!shown || shown.source === 'transcript') throw new Failure('copy.unknown')
  if (shown.form !== 'article') return record.item
  const body = await tools.cache.copies.readRaw(shown.id)
  const decoded = decodeText(body, shown.mime, 'html')
  const page: RawPage = {
    requestedUrl: record.item.url,
    url: shown.finalUrl,
    status: 200,
    kind: 'html',
    mime: shown.mime,
    charset: decoded.charset,
    charsetGuessed: decoded.guessed,
    body,
    text: decoded.text,
    etag: shown.etag,
    lastModified: shown.lastModified,
    fetchedAt: tools.clock.now(),
    source: shown.source,
    companions: new Map(),
  }
  tools.report('extracting', 0, 0)
  const draft = await tools.pool.extract({ html: decoded.text, url: page.url }, tools.signal)
  return storeDraft(record, page, draft, tools)
}

/** Takes the web archive's newest copy of a page that has vanished. Throws archive.none. */
export async function saveFromArchive(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  tools.report('fetching', 0, 0)
  const { page, pictureAddress } = await fetchArchivedPage(
    { url: record.item.url, maxBytes: tools.settings.maxPageBytes, signal: tools.signal },
    tools,
  )
  if (page.kind !== 'html') return storePage(record, page, tools)
  tools.report('extracting', 0, 0)
  const draft = await tools.pool.extract({ html: page.text ?? '', url: page.url }, tools.signal)
  // The site itself may be gone with the page: the archive's picture is tried after the original one.
  const assets = draft.assets.map((asset) => ({
    ...asset,
    urls: [...asset.urls, ...asset.urls.filter((url) => url.startsWith('http')).map(pictureAddress)],
  }))
  return storeDraft(record, page, { ...draft, assets }, tools)
}
