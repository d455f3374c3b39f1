// What the index can do, on an open database: put, remove, find. It knows nothing of files, threads and messages.
import { randomUUID } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { Failure } from '../../shared/failure.ts'
import type { Database, Row } from '../platform/sqlite.ts'
import { indexText, type Stemming } from './index-text.ts'
import { matchExpression } from './match-expression.ts'
import { parseQuery, type Query } from './parse-query.ts'
import type { IndexDoc, IndexHit, IndexQuery } from './search-index.ts'
import { snippet } from './snippet.ts'

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

/** The largest outbox number it was ever given. */
export function newestSeq(database: Database): number {
  return Number(database.get('SELECT newest FROM state')?.newest ?? 0)
}

/** Empties it, unless another process did so first or gave it something since. */
export function startOver(database: Database, newest: number): void {
  database.transaction(() => {
    if (newestSeq(database) !== newest) return
    for (const table of ['english', 'other']) database.run(`INSERT INTO ${table}(${table}) VALUES ('delete-all')`)
    database.exec('DELETE FROM doc; DELETE FROM fed')
    database.run('UPDATE state SET filled = 0, newest = 0, generation = ?', randomUUID())
  })
}

/** False when the item was given from a newer outbox line already: whoever was slower has an older text. */
function isNews(database: Database, itemId: string, seq: number): boolean {
  const fed = database.get('SELECT seq FROM fed WHERE item_id = ?', itemId)
  if (fed && Number(fed.seq) > seq) return false
  database.run('INSERT INTO fed VALUES (?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq', itemId, seq)
  database.run('UPDATE state SET newest = ? WHERE newest < ?', seq, seq)
  return true
}

/** One transaction. A text that is there already is replaced, unless it is a newer one. */
export function putDocs(database: Database, docs: readonly IndexDoc[]): void {
  // Prepared outside: while another process waits for the lock, nothing is compressed or split.
  const prepared = docs.map(prepare)
  database.transaction(() => {
    for (const { doc, stemming, codec, body, words } of prepared) {
      if (!isNews(database, doc.itemId, doc.seq)) continue
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
export function removeDocs(database: Database, lines: readonly { readonly itemId: string; readonly seq: number }[]): void {
  database.transaction(() => {
    for (const { itemId, seq } of lines) {
      if (isNews(database, itemId, seq)) drop(database, database.get('SELECT ordinal, english FROM doc WHERE item_id = ?', itemId))
    }
  })
}

/** The ordinals of what matches, in order; how many there are in all only where every one of them is looked at anyway. */
export function matchDocs(
  database: Database,
  { words, limit, order, within, below, titles }: IndexQuery,
): { readonly ordinals: readonly number[]; readonly total: number | null } {
  const query = parseQuery(words)
  const scope = { within: within && JSON.stringify(within), below }
  const found = (['english', 'none'] as const).flatMap((stemming) => {
    const asked = matchExpression(query, stemming)
    if (asked === null) return []
    const expression = titles ? `title : (${asked})` : asked
    return rowsOf(database, { table: tableOf(stemming), expression, scope }, order, limit)
  })
  // Both tables weigh alike, so their ranks can stand in one list; bm25 is smaller for better.
  const inOrder = found.sort((a, b) => (order === 'best' ? a.rank - b.rank : 0) || b.ordinal - a.ordinal).slice(0, limit)
  return { ordinals: inOrder.map((row) => row.ordinal), total: order === 'best' ? countOf(database, query, scope) : null }
}

/** What is shown of one text; null when it has gone since it was found. */
export function hitOf(database: Database, ordinal: number, query: Query): IndexHit | null {
  const row = database.get('SELECT item_id, title, url, english, codec, body FROM doc WHERE ordinal = ?', ordinal)
  if (!row) return null
  const stemming = row.english === 1 ? 'english' : 'none'
  return { itemId: String(row.item_id), title: String(row.title), url: String(row.url), snippet: snippet(unpacked(row), query, stemming) }
}

type Scope = { readonly within: string | undefined; readonly below: number | undefined }
type Asked = { readonly table: 'english' | 'other'; readonly expression: string; readonly scope: Scope }

/** The plus keeps FTS5 from being asked once for every ordinal of the scope: its matches are looked up there instead. */
function whereOf({ table, expression, scope }: Asked): { readonly where: string; readonly values: readonly (string | number)[] } {
  const within = scope.within === undefined ? '' : ' AND +rowid IN (SELECT value FROM json_each(?))'
  const below = scope.below === undefined ? '' : ' AND rowid < ?'
  return {
    where: `${table} MATCH ?${within}${below}`,
    values: [expression, scope.within, scope.below].filter((value) => value !== undefined),
  }
}

/** bm25 costs by the rows that match, not by the rows shown: newest first asks for no rank at all. */
function rowsOf(
  database: Database,
  asked: Asked,
  order: IndexQuery['order'],
  limit: number,
): readonly { readonly ordinal: number; readonly rank: number }[] {
  const { where, values } = whereOf(asked)
  const ranked = order === 'best' ? 'rank' : '0.0 AS rank'
  const sql = `SELECT rowid AS ordinal, ${ranked} FROM ${asked.table} WHERE ${where} ORDER BY ${order === 'best' ? 'rank' : 'rowid DESC'} LIMIT ?`
  return database.all(sql, ...values, limit).map((row) => ({ ordinal: Number(row.ordinal), rank: Number(row.rank) }))
}

function countOf(database: Database, query: Query, scope: Scope): number {
  return (['english', 'none'] as const).reduce((sum, stemming) => {
    const expression = matchExpression(query, stemming)
    if (expression === null) return sum
    const table = tableOf(stemming)
    const { where, values } = whereOf({ table, expression, scope })
    return sum + Number(database.get(`SELECT count(*) AS n FROM ${table} WHERE ${where}`, ...values)?.n ?? 0)
  }, 0)
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
