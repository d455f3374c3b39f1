// Texts that recommended something, kept whole, and their words about each item.
import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { ItemId } from '../../shared/item.ts'
import type { CutLink, ListSource, Recommendation } from '../../shared/list.ts'
import { harmlessLine } from '../../shared/text/harmless-signs.ts'
import type { Row } from '../platform/sqlite.ts'
import { changeItem } from './change-item.ts'
import { jsonOrNull, numberOf, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'
import type { NewSource } from './list-shelf.ts'
import { recordOperations } from './operations.ts'

/** As much as a row of a list shows. */
const shownLetters = 300

/** The same text is the same source: the first 128 bits of SHA-256 of its bytes. */
export function sourceIdOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** Inside the caller's transaction. */
export function keepSource({ database, clock }: Library, source: NewSource): string {
  const id = sourceIdOf(source.text)
  // Quick rather than small: thousands of lines are pasted while somebody waits.
  const text = brotliCompressSync(source.text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  database.run(
    // A repair may have lost its words (repair/join-lists.ts); here they are again.
    `INSERT INTO sources (id, text, format, address, author, date, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET text = excluded.text`,
    ...[id, text, source.format, source.address, source.author, source.date, clock.now()],
  )
  return id
}

/** Null when there is none of this id. */
export function sourceOf({ database }: Library, id: string): NewSource | null {
  const row = database.get('SELECT text, format, address, author, date FROM sources WHERE id = ?', id)
  if (!row) return null
  const bytes = row.text
  return { ...describeSource(row), text: bytes instanceof Uint8Array ? brotliDecompressSync(bytes).toString() : '' }
}

function describeSource(row: Row): ListSource {
  return {
    format: textOf(row, 'format'),
    address: textOrNull(row, 'address'),
    author: textOrNull(row, 'author'),
    date: textOrNull(row, 'date'),
  }
}

/** One recommendation a text and item: said again by the same text it is the same one. Inside the caller's transaction. */
export function recommend(library: Library, id: ItemId, source: string, words: string, cut: CutLink | null): void {
  if (words === '' && cut === null) return
  const { database, clock } = library
  database.run(
    `INSERT INTO recommendations (item_id, source_id, words, cut, added_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET words = iif(excluded.words = '', words, excluded.words), cut = coalesce(excluded.cut, cut)`,
    ...[id, source, words, cut && JSON.stringify(cut), clock.now()],
  )
  recordOperations(library, 'item', id, { [`recommendation:${source}`]: { words, cut } })
  tellRecommendation(library, id)
}

/** The row shows the newest words. Inside the caller's transaction. */
export function tellRecommendation(library: Library, id: ItemId): void {
  const row = library.database.get(
    `SELECT words FROM recommendations WHERE item_id = ? AND words <> '' ORDER BY added_at DESC, source_id LIMIT 1`,
    id,
  )
  changeItem(library, id, { recommendation: row ? beginningOf(harmlessLine(textOf(row, 'words'))) : null })
}

function beginningOf(words: string): string {
  return words.length <= shownLetters ? words : `${words.slice(0, shownLetters - 1).replace(/\s+\S*$/, '')}…`
}

/** The newest first. */
export function recommendationsOf({ database }: Library, id: ItemId): readonly Recommendation[] {
  return database
    .all(
      `SELECT words, cut, format, address, author, date, recommendations.added_at AS said_at
         FROM recommendations JOIN sources ON sources.id = source_id WHERE item_id = ? ORDER BY said_at DESC, source_id`,
      id,
    )
    .map((row) => ({
      words: textOf(row, 'words'),
      cut: jsonOrNull<CutLink>(row, 'cut'),
      source: describeSource(row),
      addedAt: numberOf(row, 'said_at'),
    }))
}

/** Texts that neither a list nor a recommendation points to any more. */
export function sweepSources({ database }: Library): void {
  database.exec(`DELETE FROM sources WHERE id NOT IN (SELECT source_id FROM recommendations)
    AND id NOT IN (SELECT source_id FROM lists WHERE source_id IS NOT NULL)`)
}
