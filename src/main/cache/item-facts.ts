// Facts a job learned, as columns of the row; and which blobs the row itself points to.
import type { ItemId } from '../../shared/item.ts'
import { harmlessLine } from '../../shared/text/harmless-signs.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import { isRecorded, releaseBlobs } from './blob-records.ts'
import type { ItemFacts } from './cache.ts'
import { changeItem, type ItemColumns } from './change-item.ts'
import { textOf } from './columns.ts'
import type { Library } from './library.ts'
import { weighItem } from './weights.ts'

/**
 * Writes facts into a row, with further columns beside them. An image whose blob the library does not have is not pointed to.
 * Blobs of `facts.blobs` are recorded already. Inside the caller's transaction; answers blobs nobody points to any more.
 */
export function applyFacts(library: Library, id: ItemId, facts: ItemFacts, beside: ItemColumns = {}): readonly string[] {
  const lead = known(library, facts.leadImage)
  const favicon = known(library, facts.favicon)
  const loose = [
    ...(lead === undefined ? [] : pointTo(library, id, 'lead', lead === null ? [] : [lead])),
    ...(favicon === undefined ? [] : pointTo(library, id, 'favicon', favicon === null ? [] : [favicon])),
    ...(facts.blobs
      ? pointTo(
          library,
          id,
          'own',
          facts.blobs.map((blob) => blob.sha256),
        )
      : []),
  ]
  changeItem(library, id, {
    ...told({ ...columnsOf(facts), given_series: newlyTold(library, id, facts), lead_image: lead, favicon }),
    ...beside,
  })
  weighItem(library, id)
  return releaseBlobs(library, loose)
}

/** Whoever told it (a page, a document, a service, a file's name), a row is shown on one line that means what it says. */
function line<T extends string | null | undefined>(told: T): T | string {
  return typeof told === 'string' ? harmlessLine(told) : told
}

type Columns = { readonly [Column in keyof ItemColumns]: SqlValue | undefined }

function columnsOf(facts: ItemFacts): Columns {
  return {
    kind: facts.kind,
    page_title: line(facts.title),
    byline: line(facts.byline),
    site_name: line(facts.siteName),
    lang: facts.lang,
    excerpt: line(facts.excerpt),
    published_time: facts.publishedTime,
    words: facts.words,
    minutes: facts.minutes,
    duration_seconds: facts.durationSeconds,
    talk: asJson(facts.talk),
    state: facts.state,
    failure: asJson(facts.failure),
    remarks: asJson(facts.remarks),
  }
}

function told(columns: Columns): ItemColumns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as ItemColumns
}

/** undefined: it says none, or one was given before. */
function newlyTold({ database }: Library, id: ItemId, { toldSeries }: ItemFacts): string | undefined {
  if (toldSeries === undefined) return undefined
  const given = database.get('SELECT 1 FROM items WHERE id = ? AND given_series IS NOT NULL', id)
  return given ? undefined : JSON.stringify(toldSeries)
}

/** undefined: says nothing; null: there is none. */
function asJson(value: object | null | undefined): string | null | undefined {
  return value ? JSON.stringify(value) : value
}

/** undefined: leave it as it is. */
function known(library: Library, hash: string | null | undefined): string | null | undefined {
  return typeof hash === 'string' && !isRecorded(library, hash) ? undefined : hash
}

/** Makes the row point to these blobs in this role and to no others; answers the ones it let go. */
function pointTo(library: Library, id: ItemId, role: 'lead' | 'favicon' | 'own', hashes: readonly string[]): readonly string[] {
  const { database } = library
  const before = database.all('SELECT hash FROM item_blobs WHERE item_id = ? AND role = ?', id, role).map((row) => textOf(row, 'hash'))
  const loose = before.filter((hash) => !hashes.includes(hash))
  for (const hash of loose) database.run('DELETE FROM item_blobs WHERE item_id = ? AND role = ? AND hash = ?', id, role, hash)
  for (const hash of hashes) database.run('INSERT OR IGNORE INTO item_blobs VALUES (?, ?, ?)', id, role, hash)
  return loose
}
