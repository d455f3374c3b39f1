// Keeps every answer in the cache true to the library: rows are patched as events say, lists and counts are asked again.
import type { QueryClient } from '@tanstack/react-query'
import type { CallName, InputOf, OutputOf } from '../../shared/contract.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { Client } from './client.ts'
import { patchPage, withoutItem } from './patch-items.ts'
import { touchesSeries } from './touches-series.ts'

/** While many items change at once, lists and counts are asked again at most this often. */
const askAgainEveryMs = 300
/** What costs more the longer a reading list is. */
const askListsEveryMs = 2_000

/** Follows all events until the answered function is called. */
export function followEvents(client: Client, queries: QueryClient): () => void {
  const again = askAgainNowAndThen(queries, askAgainEveryMs)
  const listsAgain = askAgainNowAndThen(queries, askListsEveryMs)
  // While a row is moved by a held key, what the window shows is ahead of the library: that is asked when it has caught up.
  const onceQuiet = afterQuiet(() => {
    for (const name of ['list.list', 'list.get', 'list.ofItem']) void queries.invalidateQueries({ queryKey: [name] })
  })
  const stop = [
    client.listen('item.changed', (item) => {
      patchLists(queries, item, again)
      patchHits(queries, item)
      patchReadingLists(queries, item)
      listsAgain('list.list', 'list.get')
      // Passages of what is in the trash are not listed, and their items' titles stand above them.
      again('item.counts', 'item.states', 'tag.list', 'storage.use', 'highlight.list')
      if (answers(queries, 'series.list').some(([, { series }]) => touchesSeries(series, item))) again('series.list', 'series.known')
      void queries.invalidateQueries({ queryKey: ['item.get', { id: item.id }] })
      void queries.invalidateQueries({ queryKey: ['talk.get', { id: item.id }] })
      void queries.invalidateQueries({ queryKey: ['recording.get', { id: item.id }] })
      void queries.invalidateQueries({ queryKey: ['item.open', { id: item.id }], refetchType: 'none' })
    }),
    client.listen('item.removed', ({ id }) => {
      for (const [key, page] of answers(queries, 'item.list')) queries.setQueryData(key, withoutItem(page, id))
      dropHit(queries, id)
      listsAgain('list.list', 'list.get')
      queries.removeQueries({ queryKey: ['list.ofItem', { id }], type: 'inactive' })
      queries.removeQueries({ queryKey: ['highlight.ofItem', { id }], type: 'inactive' })
      queries.removeQueries({ queryKey: ['item.open', { id }], type: 'inactive' })
      queries.removeQueries({ queryKey: ['item.get', { id }], type: 'inactive' })
      // Whoever has it open asks again and learns that it is gone.
      void queries.invalidateQueries({ queryKey: ['item.get', { id }] })
      again('item.list', 'item.counts', 'item.states', 'tag.list', 'series.list', 'series.known', 'storage.use', 'highlight.list')
    }),
    client.listen('job.progressed', (job) => patchJobs(queries, job, again)),
    client.listen('settings.changed', (settings) => {
      // An answer that is still on its way is older than this, and would win by coming later.
      void queries.cancelQueries({ queryKey: ['settings.get', {}] })
      queries.setQueryData(['settings.get', {}], settings)
      again('job.list')
    }),
    client.listen('highlight.changed', ({ itemId }) => {
      void queries.invalidateQueries({ queryKey: ['highlight.ofItem', { id: itemId }] })
      again('highlight.list', 'item.counts')
    }),
    client.listen('list.changed', onceQuiet),
    client.listen('library.changed', () => void queries.invalidateQueries()),
    client.watch((state) => {
      if (state === 'open') void queries.invalidateQueries()
    }),
  ]
  return () => {
    for (const end of stop) end()
  }
}

function afterQuiet(ask: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(ask, askAgainEveryMs)
  }
}

/** At most once in `everyMs`; the first time soon. */
function askAgainNowAndThen(queries: QueryClient, everyMs: number): (...names: readonly CallName[]) => void {
  const wanted = new Set<CallName>()
  let waiting = false
  let lastAt = Number.NEGATIVE_INFINITY
  return (...names) => {
    for (const name of names) wanted.add(name)
    if (waiting) return
    waiting = true
    setTimeout(
      () => {
        waiting = false
        lastAt = performance.now()
        for (const name of wanted) void queries.invalidateQueries({ queryKey: [name] })
        wanted.clear()
      },
      Math.max(askAgainEveryMs, lastAt + everyMs - performance.now()),
    )
  }
}

function patchLists(queries: QueryClient, item: ItemSummary, again: (...names: readonly CallName[]) => void): void {
  for (const [key, page] of answers(queries, 'item.list')) {
    const patched = patchPage(page, inputOf(key, 'item.list'), item)
    queries.setQueryData(key, patched.page)
    if (patched.again) again('item.list')
  }
}

function patchHits(queries: QueryClient, item: ItemSummary): void {
  for (const [key, answer] of answers(queries, 'search.find')) {
    const at = answer.hits.findIndex((hit) => hit.id === item.id)
    const hit = answer.hits[at]
    if (hit !== undefined) queries.setQueryData(key, { ...answer, hits: answer.hits.with(at, { ...hit, item }) })
  }
}

/** The row at once; what is counted of the list is asked again. */
function patchReadingLists(queries: QueryClient, item: ItemSummary): void {
  for (const [key, answer] of answers(queries, 'list.get')) {
    const at = answer.entries.findIndex((entry) => entry.item.id === item.id)
    const entry = answer.entries[at]
    if (entry !== undefined) queries.setQueryData(key, { ...answer, entries: answer.entries.with(at, { ...entry, item }) })
  }
}

function dropHit(queries: QueryClient, id: ItemId): void {
  for (const [key, answer] of answers(queries, 'search.find')) {
    const hits = answer.hits.filter((hit) => hit.id !== id)
    const gone = answer.hits.length - hits.length
    queries.setQueryData(key, { hits, total: answer.total === null ? null : answer.total - gone })
  }
}

function patchJobs(queries: QueryClient, job: JobProgress, again: (...names: readonly CallName[]) => void): void {
  for (const [key, answer] of answers(queries, 'job.list')) {
    const at = answer.jobs.findIndex((one) => one.id === job.id)
    queries.setQueryData(key, { ...answer, jobs: at < 0 ? [...answer.jobs, job] : answer.jobs.with(at, job) })
  }
  if (job.state !== 'running') {
    again('job.list')
    void queries.invalidateQueries({ queryKey: ['item.get', { id: job.itemId }] })
  }
}

/** Every answer of a call that is here, with the key it is kept under. */
function answers<N extends CallName>(queries: QueryClient, name: N): readonly (readonly [readonly unknown[], OutputOf<N>])[] {
  return queries
    .getQueriesData<OutputOf<N>>({ queryKey: [name] })
    .flatMap(([key, data]) => (data === undefined ? [] : [[key, data] as const]))
}

/** The input an answer was asked with: callOptions puts it second in the key. */
function inputOf<N extends CallName>(key: readonly unknown[], _name: N): InputOf<N> {
  return key[1] as InputOf<N>
}
