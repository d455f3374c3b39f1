// Which journey a job is. The queue runs it and says how it ended.
import { isSavedFileAddress } from '../../../shared/address/saved-file-address.ts'
import { talkLink } from '../../../shared/address/talk-link.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ItemRecord } from '../../cache/cache.ts'
import { refreshMissing, saveFromArchive } from '../saving/refresh-article.ts'
import { saveArticle } from '../saving/save-article.ts'
import { saveTalk } from '../saving/save-talk.ts'
import { pageCopy } from '../saving/store-draft.ts'
import { fetchRecording } from '../talks/fetch-recording.ts'
import { findTranscript, findTranscriptByTool } from '../talks/find-transcript.ts'
import type { JobTools } from '../tools.ts'

/** Runs one job to its end; throws a Failure or an abort, both the queue's to handle. */
export async function runJob(tools: JobTools): Promise<ItemSummary> {
  const record = tools.cache.items.get(tools.job.itemId)
  if (tools.job.kind === 'transcript') return findTranscript(record, tools)
  if (tools.job.kind === 'transcript-yt-dlp') return findTranscriptByTool(record, tools)
  if (tools.job.kind === 'recording') return fetchRecording(record, tools)
  if (isSavedFileAddress(record.item.url)) return cleanAgain(record, tools)
  const link = talkLink(record.originalLink) ?? talkLink(record.item.url)
  switch (tools.job.kind) {
    case 'save':
    case 'refresh':
      return link ? saveTalk(record, link, tools) : saveArticle(record, tools)
    case 'talk-details':
      return link ? saveTalk(record, link, tools) : saveArticle(record, tools)
    case 'refresh-missing':
      if (pageCopy(record, tools)) return refreshMissing(record, tools)
      return link ? saveTalk(record, link, tools) : saveArticle(record, tools)
    case 'web-archive':
      return saveFromArchive(record, tools)
  }
}

/** A page that came as a file and names no address: there is nothing to fetch, only the stored page to clean anew. */
async function cleanAgain(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  if (tools.job.kind === 'web-archive') throw new Failure('archive.none')
  return refreshMissing(record, tools)
}
