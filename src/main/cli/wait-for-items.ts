// Waits for the command's own jobs, and for another process that is already at work on one of the items.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { Context } from './context.ts'

const lookEveryMs = 300
/** Another process's job that shows no progress this long is left to it. */
const patienceMs = 60_000

/** The items as they stand when their jobs have ended. */
export async function waitForItems(ids: readonly ItemId[], context: Context): Promise<ReadonlyMap<ItemId, ItemSummary>> {
  const core = await context.openCore('short')
  const stop = core.listen((event) => {
    if (event.name === 'job.progressed') context.print.progress(progressLine(event.value))
  })
  await context.settled()
  stop()
  const items = new Map<ItemId, ItemSummary>()
  const until = Date.now() + patienceMs
  for (const id of ids) {
    let details = await context.call('item.get', { id })
    while (details.item.state === 'waiting' && details.job?.state === 'running' && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      details = await context.call('item.get', { id })
    }
    items.set(id, withReason(details))
  }
  return items
}

/** What waits for the network or for a busy server waits without a failure of its own; its job says why. */
function withReason({ item, job }: OutputOf<'item.get'>): ItemSummary {
  return item.state === 'waiting' && item.failure === null && job?.failure ? { ...item, failure: job.failure } : item
}

const stages: Readonly<Record<JobProgress['stage'], string>> = {
  waiting: 'waiting',
  fetching: 'fetching the page',
  extracting: 'cleaning',
  assets: 'fetching pictures',
  talk: 'asking for the talk’s details',
  storing: 'storing',
  indexing: 'indexing',
}

function progressLine(job: JobProgress): string {
  const count = job.total > 0 ? ` ${job.done} of ${job.total}` : ''
  return `${stages[job.stage]}${count}: ${job.title}`
}
