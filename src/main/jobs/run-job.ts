// Which journey a job is. The queue runs it and says how it ended.
import { talkLink } from '../../shared/address/talk-link.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { refreshMissing, saveFromArchive } from './refresh-article.ts'
import { saveArticle } from './save-article.ts'
import { saveTalk } from './save-talk.ts'
import type { JobTools } from './tools.ts'

/** Runs one job to its end; throws a Failure or an abort, both the queue's to handle. */
export async function runJob(tools: JobTools): Promise<ItemSummary> {
  const record = tools.cache.items.get(tools.job.itemId)
  const link = talkLink(record.originalLink) ?? talkLink(record.item.url)
  switch (tools.job.kind) {
    case 'save':
    case 'refresh':
      return link ? saveTalk(record, link, tools) : saveArticle(record, tools)
    case 'talk-details':
      return link ? saveTalk(record, link, tools) : saveArticle(record, tools)
    case 'refresh-missing':
      return link && !record.item.shownCopy ? saveTalk(record, link, tools) : refreshMissing(record, tools)
    case 'web-archive':
      return saveFromArchive(record, tools)
  }
}
