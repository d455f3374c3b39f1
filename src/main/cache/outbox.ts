// What the search index has yet to learn. An item stands in the outbox once; its text is read when the line is taken.
import type { ItemId } from '../../shared/item.ts'
import type { Talk } from '../../shared/talk.ts'
import { decode } from './blob-codec.ts'
import { readBlob } from './blobs.ts'
import type { OutboxLine, OutboxShelf } from './cache.ts'
import { jsonOrNull, numberOf, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'

/** Asks for an item to be indexed again, or taken out; inside the transaction that changes it. */
export function noteForIndex(library: Library, id: ItemId): void {
  library.database.run('INSERT OR REPLACE INTO outbox (item_id) VALUES (?)', id)
}

export function openOutbox(library: Library): OutboxShelf {
  const { database } = library

  async function lineOf(seq: number, itemId: ItemId): Promise<OutboxLine> {
    const row = database.get(
      `SELECT items.ordinal, items.title, byline, site_name, url, items.lang, place, talk, text_blob
         FROM items LEFT JOIN copies ON copies.id = items.shown_copy WHERE items.id = ?`,
      itemId,
    )
    // What rests in the trash is not found by searching; putting it back brings it back.
    if (!row || textOf(row, 'place') === 'trash') return { seq, itemId, doc: null }
    const blob = textOrNull(row, 'text_blob')
    const talk = jsonOrNull<Talk>(row, 'talk')
    const text = blob === null ? '' : await textOfBlob(blob)
    return {
      seq,
      itemId,
      doc: {
        ordinal: numberOf(row, 'ordinal'),
        title: textOf(row, 'title'),
        byline: textOrNull(row, 'byline'),
        siteName: textOrNull(row, 'site_name'),
        url: textOf(row, 'url'),
        lang: textOrNull(row, 'lang'),
        text: talk ? [text, ...wordsOf(talk)].filter((part) => part !== '').join('\n') : text,
      },
    }
  }

  /** A copy whose text is gone is found by its title; the rest of the outbox must not wait for it. */
  async function textOfBlob(hash: string): Promise<string> {
    try {
      return Buffer.from(await decode(await readBlob(library, hash))).toString('utf8')
    } catch (error) {
      library.log.write('warn', 'a text could not be read for the index', { hash, error })
      return ''
    }
  }

  return {
    async take(limit) {
      const rows = database.all('SELECT seq, item_id FROM outbox ORDER BY seq LIMIT ?', limit)
      return Promise.all(rows.map((row) => lineOf(numberOf(row, 'seq'), textOf(row, 'item_id') as ItemId)))
    },
    done(seqs) {
      // By number and not by item: one that changed meanwhile has a new number and stays.
      database.passingTransaction(() =>
        database.run('DELETE FROM outbox WHERE seq IN (SELECT value FROM json_each(?))', JSON.stringify(seqs)),
      )
    },
    fill() {
      return database.transaction(() =>
        database.run(`INSERT OR REPLACE INTO outbox (item_id) SELECT id FROM items WHERE place <> 'trash' ORDER BY ordinal`),
      )
    },
    lastSeq() {
      const row = database.get(`SELECT seq FROM sqlite_sequence WHERE name = 'outbox'`)
      return row ? numberOf(row, 'seq') : 0
    },
    pending: (id) => database.get('SELECT 1 FROM outbox WHERE item_id = ?', id) !== undefined,
  }
}

/** What is known of a talk, as text to be found by. */
function wordsOf(talk: Talk): readonly string[] {
  return [talk.speakers.join(', '), talk.event ?? '', talk.description ?? '', ...talk.chapters.map((chapter) => chapter.title)]
}
