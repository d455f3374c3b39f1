// Rows of the library: saving links, what jobs learn about them, looking them up. Lists are item-list.ts, what the reader does
// with a row is reading-state.ts, the end of a row is trash.ts.
import { createHash } from 'node:crypto'
import type { FailureValue } from '../../shared/failure.ts'
import type { ItemId, ItemSummary, Remark } from '../../shared/item.ts'
import { siteKey } from '../../shared/site-key.ts'
import { harmlessLine } from '../../shared/text/harmless-signs.ts'
import { storeSmallBlobs } from './blobs.ts'
import type { ItemFacts, ItemShelf, JobShelf, NewItem, SavedItem } from './cache.ts'
import { addItem, changeItem } from './change-item.ts'
import { textOf } from './columns.ts'
import { applyFacts } from './item-facts.ts'
import { itemRecord, itemSummaries, itemSummariesByOrdinal, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'
import { markMoment } from './marks.ts'

type Rows = Pick<ItemShelf, 'itemIdOf' | 'save' | 'byComparisonKey' | 'get' | 'summaries' | 'summariesByOrdinal' | 'fail' | 'describe'>

export function openItems(library: Library, jobs: JobShelf): Rows {
  const { database, clock } = library

  function save(rows: readonly NewItem[], { lease }: { readonly lease: boolean }): readonly SavedItem[] {
    return database.transaction(() => rows.map((row) => saveOne(row, lease)))
  }

  function saveOne(row: NewItem, lease: boolean): SavedItem {
    const id = itemIdOf(row.comparisonKey)
    const before = database.get('SELECT place, state, start_seconds FROM items WHERE id = ?', id)
    if (!before) addItem(library, id, columnsOf(row, clock.now()))
    else {
      // Once typed, always trusted: the reader chose this address himself.
      if (row.typed) changeItem(library, id, { typed: 1 })
      // The first moment that is named is where it begins.
      if (row.startSeconds !== null && before.start_seconds === null) changeItem(library, id, { start_seconds: row.startSeconds })
      if (row.givenSeries) changeItem(library, id, { given_series: JSON.stringify(row.givenSeries) })
      if (textOf(before, 'place') === 'trash') changeItem(library, id, { place: row.place, trashed_at: null })
    }
    if (row.startSeconds !== null) markMoment(library, id, { seconds: row.startSeconds, note: '', words: '' })
    const state = before ? textOf(before, 'state') : row.wanted ? 'to-find' : 'waiting'
    // Nothing of it is here: saving it again is asking for it again. What is at work on it already is not doubled.
    const [job] = state === 'waiting' || state === 'failed' ? jobs.add([{ itemId: id, kind: 'save' }], { lease }) : []
    const known = job ? null : jobs.ofItem(id)
    // Asked for once more, what runs goes on, and what a dead process had begun is taken over.
    if (known?.state === 'running') jobs.add([{ itemId: id, kind: known.kind }], { lease })
    const active = known?.state === 'queued' || known?.state === 'running' ? known.id : null
    return { item: itemSummary(library, id), already: before !== undefined, jobId: job?.id ?? active }
  }

  function fail(id: ItemId, failure: FailureValue, remarks?: readonly Remark[]): ItemSummary {
    return database.transaction(() => {
      const { item } = itemRecord(library, id)
      const nothingHere = item.shownCopy === null && item.state === 'waiting'
      applyFacts(library, id, { failure, ...(nothingHere ? { state: 'failed' } : {}), ...(remarks ? { remarks } : {}) })
      return itemSummary(library, id)
    })
  }

  function describe(id: ItemId, facts: ItemFacts): ItemSummary {
    storeSmallBlobs(library, facts.blobs ?? [], () => applyFacts(library, id, facts))
    return itemSummary(library, id)
  }

  return {
    itemIdOf,
    save,
    byComparisonKey: (key) => itemSummaries(library, [itemIdOf(key)])[0] ?? null,
    get: (id) => itemRecord(library, id),
    summaries: (ids) => itemSummaries(library, ids),
    summariesByOrdinal: (ordinals) => itemSummariesByOrdinal(library, ordinals),
    fail,
    describe,
  }
}

/** The first 128 bits of SHA-256 over the comparison key: two machines that save one page make one item. */
export function itemIdOf(comparisonKey: string): ItemId {
  return createHash('sha256').update(comparisonKey).digest('hex').slice(0, 32) as ItemId
}

function columnsOf(row: NewItem, now: number) {
  const host = URL.canParse(row.url) ? new URL(row.url).host.replace(/^www\./, '') : ''
  return {
    comparison_key: row.comparisonKey,
    url: row.url,
    original_link: row.originalLink,
    host,
    site_key: siteKey(host),
    typed: row.typed ? 1 : 0,
    kind: row.kind,
    page_title: harmlessLine(row.title),
    start_seconds: row.startSeconds,
    place: row.place,
    trashed_at: row.place === 'trash' ? now : null,
    byline: row.byline ? harmlessLine(row.byline) : null,
    wanted: row.wanted ? JSON.stringify(row.wanted) : null,
    given_series: row.givenSeries ? JSON.stringify(row.givenSeries) : null,
    state: row.wanted ? 'to-find' : 'waiting',
    added_at: now,
    group_at: now,
  }
}
