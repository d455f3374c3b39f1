// The main journey: one link fetched, cleaned, its pictures made local, stored. The row already exists; the reader sees it waiting.

import type { ItemSummary } from '../../../shared/item.ts'
import type { RawPage } from '../../../shared/journey.ts'
import type { ItemRecord } from '../../cache/cache.ts'
import { fetchPage } from '../../fetch/fetch-page.ts'
import type { JobTools } from '../tools.ts'
import { privateHostsOf } from './private-hosts.ts'
import { storeDocument } from './save-document.ts'
import { saveTalkPage } from './save-talk.ts'
import { pageCopy, storeDraft } from './store-draft.ts'

/** Fetches, cleans and stores the page of one item. A page that has not changed since the shown copy leaves everything as it is. */
export async function saveArticle(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  const shown = pageCopy(record, tools)
  tools.report('fetching', 0, 0)
  const page = await fetchPage(
    {
      url: record.item.url,
      privateHosts: privateHostsOf(record),
      etag: shown?.etag ?? null,
      lastModified: shown?.lastModified ?? null,
      maxBytes: tools.settings.maxPageBytes,
      signal: tools.signal,
    },
    tools,
  )
  if (page === 'unchanged') return tools.cache.items.describe(record.item.id, { failure: null })
  return storePage(record, page, tools)
}

/** The second half, shared by links, files and archives: what the bytes are decides where they go. */
export async function storePage(record: ItemRecord, page: RawPage, tools: JobTools): Promise<ItemSummary> {
  if (page.kind !== 'html') return storeDocument(record, page, tools)
  tools.report('extracting', 0, 0)
  const draft = await tools.pool.extract({ html: page.text ?? '', url: page.url }, tools.signal)
  if (draft.kind === 'talk') return saveTalkPage(record, page, draft, tools)
  return storeDraft(record, page, draft, tools)
}
