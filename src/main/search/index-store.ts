// What the index can do, on an open database: put, remove, find. It knows nothing of files, threads and messages.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { Failure } from '../../shared/failure.ts'
import type { Database, Row } from '../platform/sqlite.ts'
import { indexText, type Stemming } from './index-text.ts'
import { matchExpression } from './match-expression.ts'
import { parseQuery, type Query } from './parse-query.ts'
import type { IndexDoc, IndexHit } from './search-index.ts'
import { snippet } from './snippet.ts'

export type FindQuery = { readonly words: string; readonly limit: number; readonly order: 'newest' | 'best' }

/** The byte beside each text: how it is kept. */
const plain = 0
const brotli = 1
/** Shorter texts gain nothing. */
const worthCompressing = 200

/** Whether everything has been put, and which file this is about: one made anew meanwhile has another generation. */
export function fillState(database: Database): { readonly filled: boolean; readonly generation: string } {
  const row = database.get('SELECT filled, generation FROM state')
  return { filled: row?.filled === 1, generation: String(row?.generation) }
}

/** Marks the file as filled, unless it is not the one that was asked about: half of its texts may have gone into the one before. */
export function setFilled(database: Database, generation: string): void {
  database.transaction(() => database.run('UPDATE state SET filled = 1 WHERE generation = ?', generation))
}

/** One transaction. A text that is there already is replaced. */
export function putDocs(database: Database, docs: readonly IndexDoc[]): void {
  // Prepared outside: while another process waits for the lock, nothing is compressed or split.
  const prepared = docs.map(prepare)
  database.transaction(() => {
    for (const { doc, stemming, codec, body, words } of prepared) {
      drop(database, database.get('SELECT ordinal, english FROM doc WHERE item_id = ?', doc.itemId))
      drop(database, database.get('SELECT ordinal, english FROM doc WHERE ordinal = ?', doc.ordinal))
      database.run(
        'INSERT INTO doc (ordinal, item_id, title, url, english, codec, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[doc.ordinal, doc.itemId, doc.title, doc.url, stemming === 'english' ? 1 : 0, codec, body],
      )
      database.run(`INSERT INTO ${tableOf(stemming)} (rowid, title, about, body) VALUES (?, ?, ?, ?)`, doc.ordinal, ...words)
    }
  })
}

function prepare(doc: IndexDoc) {
  const stemming: Stemming = isEnglish(doc.lang) ? 'english' : 'none'
  const about = [doc.byline, doc.siteName, hostOf(doc.url)].filter((part) => part !== null).join(' ')
  return { doc, stemming, ...packed(doc.text), words: [doc.title, about, doc.text].map((text) => indexText(text, stemming)) }
}

function tableOf(stemming: Stemming): 'english' | 'other' {
  return stemming === 'english' ? 'english' : 'other'
}

/** One transaction; ids that are not there are nothing to do. */
export function removeDocs(database: Database, itemIds: readonly string[]): void {
  database.transaction(() => {
    for (const itemId of itemIds) drop(database, database.get('SELECT ordinal, english FROM doc WHERE item_id = ?', itemId))
  })
}

export function findDocs(database: Database, { words, limit, order }: FindQuery): readonly IndexHit[] {
  const query = parseQuery(words)
  const found = [...rowsOf(database, query, 'english', order, limit), ...rowsOf(database, query, 'none', order, limit)]
  // Both tables weigh alike, so their ranks can stand in one list; bm25 is smaller for better.
  const inOrder = found.sort((a, b) => (order === 'best' ? a.rank - b.rank : 0) || b.ordinal - a.ordinal).slice(0, limit)
  return inOrder.flatMap(({ ordinal, stemming }) => {
    const row = database.get('SELECT item_id, title, url, codec, body FROM doc WHERE ordinal = ?', ordinal)
    if (!row) throw new Failure('cache.damaged', { reason: 'a text of the index is gone' })
    return [
      { itemId: String(row.item_id), title: String(row.title), url: String(row.url), snippet: snippet(unpacked(row), query, stemming) },
    ]
  })
}

type Found = { readonly ordinal: number; readonly rank: number; readonly stemming: Stemming }

/** bm25 costs by the rows that match, not by the rows shown: newest first asks for no rank at all. */
function rowsOf(database: Database, query: Query, stemming: Stemming, order: FindQuery['order'], limit: number): readonly Found[] {
  const expression = matchExpression(query, stemming)
  if (expression === null) return []
  const table = tableOf(stemming)
  const sql =
    order === 'best'
      ? `SELECT rowid AS ordinal, rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`
      : `SELECT rowid AS ordinal, 0.0 AS rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`
  return database.all(sql, expression, limit).map((row) => ({ ordinal: Number(row.ordinal), rank: Number(row.rank), stemming }))
}

function drop(database: Database, row: Row | undefined): void {
  if (!row) return
  database.run(`DELETE FROM ${tableOf(row.english === 1 ? 'english' : 'none')} WHERE rowid = ?`, Number(row.ordinal))
  database.run('DELETE FROM doc WHERE ordinal = ?', Number(row.ordinal))
}

/** A page that does not name its language is most likely English; to others the stemmer does little harm. */
function isEnglish(lang: string | null): boolean {
  return lang === null || lang === '' || /^en(?:g|$|[-_])/i.test(lang)
}

function packed(text: string): { readonly codec: number; readonly body: Uint8Array } {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length < worthCompressing) return { codec: plain, body: bytes }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return { codec: brotli, body: brotliCompressSync(bytes, { params }) }
}

function unpacked(row: Row): string {
  if (!(row.body instanceof Uint8Array)) throw new Failure('cache.damaged', { reason: 'a text of the index is no text' })
  try {
    return Buffer.from(row.codec === brotli ? brotliDecompressSync(row.body) : row.body).toString('utf8')
  } catch (cause) {
    throw new Failure('cache.damaged', { reason: 'a text of the index cannot be unpacked' }, { cause })
  }
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null
}
