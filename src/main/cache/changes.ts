// What changed since when: every process learns from it what the others (and it itself) wrote.
import type { ItemId } from '../../shared/item.ts'
import type { JobId } from '../../shared/job.ts'
import type { ListId } from '../../shared/list.ts'
import type { Cache, Changes } from './cache.ts'
import { numberOf, textOf } from './columns.ts'
import { itemSummaries } from './item-row.ts'
import { jobsById } from './job-row.ts'
import type { Library } from './library.ts'

/** Marks a thing as changed; inside the transaction that changes it. Highlights go by their item. */
export function noteChange(library: Library, entity: 'item' | 'job' | 'highlight' | 'list' | 'settings', id: string): void {
  library.database.run('INSERT OR REPLACE INTO changes (entity, id) VALUES (?, ?)', entity, id)
}

export function openChanges(library: Library): Pick<Cache, 'currentSeq' | 'changedElsewhere' | 'changesSince'> {
  const { database } = library
  let version = database.pragma('data_version')

  function currentSeq(): number {
    // The counter and not the largest row: rows of ended jobs are forgotten, and time must not run backwards for anybody.
    const row = database.get(`SELECT seq FROM sqlite_sequence WHERE name = 'changes'`)
    return row ? numberOf(row, 'seq') : 0
  }

  function changesSince(after: number, limit: number): Changes {
    const seq = currentSeq()
    if (seq <= after) return { seq, items: [], removed: [], jobs: [], highlights: [], lists: [], settings: false }
    // The plus keeps SQLite on the range of numbers; the other index would have it read every item there ever was.
    const rows = (entity: string): readonly string[] =>
      database
        .all('SELECT id FROM changes WHERE seq > ? AND seq <= ? AND +entity = ? ORDER BY seq LIMIT ?', after, seq, entity, limit)
        .map((row) => textOf(row, 'id'))
    const changed = rows('item') as readonly ItemId[]
    const items = itemSummaries(library, changed)
    const there = new Set(items.map((item) => item.id))
    return {
      seq,
      items,
      removed: changed.filter((id) => !there.has(id)),
      jobs: jobsById(library, rows('job') as readonly JobId[]),
      highlights: rows('highlight') as readonly ItemId[],
      lists: rows('list') as readonly ListId[],
      settings: rows('settings').length > 0,
    }
  }

  return {
    currentSeq,
    changesSince,
    changedElsewhere() {
      const now = database.pragma('data_version')
      const changed = now !== version
      version = now
      return changed
    },
  }
}
