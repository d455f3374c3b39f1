// Holds every saved file against its name, which is the SHA-256 of its bytes, and says on each item what it lacks.
import { lstat } from 'node:fs/promises'
import type { CopyId, ItemId, Remark } from '../../../shared/item.ts'
import type { Row } from '../../platform/sqlite.ts'
import { hashOfFile } from '../../platform/streamed-file.ts'
import { blobPath } from '../blobs.ts'
import type { ItemFacts } from '../cache.ts'
import { changeItem } from '../change-item.ts'
import { jsonOf, textOf, textOrNull } from '../columns.ts'
import { applyFacts } from '../item-facts.ts'
import type { Library } from '../library.ts'
import { readFirst } from '../transcripts.ts'

export type FilesChecked = {
  readonly checked: number
  readonly missing: number
  readonly damaged: number
  readonly lacking: readonly { readonly id: ItemId; readonly title: string }[]
}

/** Names asked for at once, files read at once. */
const batch = 500
const atOnce = 4
const lost = 'cache.missing-blob'

/** Reads every file once: minutes for a large library. Items that lacked something and are whole again are told so too. */
export async function checkFiles(library: Library, signal?: AbortSignal): Promise<FilesChecked> {
  const { database } = library
  const bad = new Map<string, 'missing' | 'damaged'>()
  let checked = 0
  for (let after = ''; ; ) {
    const rows = database.all(`SELECT hash FROM blobs WHERE hash > ? ORDER BY hash LIMIT ${batch}`, after)
    const waiting = rows.map((row) => textOf(row, 'hash'))
    after = waiting.at(-1) ?? after
    checked += waiting.length
    const work = async (): Promise<void> => {
      for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
        signal?.throwIfAborted()
        const state = await stateOf(library, hash)
        if (state !== 'whole') bad.set(hash, state)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    if (rows.length < batch) break
  }
  const found = [...bad.values()]
  return {
    checked,
    missing: found.filter((state) => state === 'missing').length,
    damaged: found.filter((state) => state === 'damaged').length,
    lacking: database.transaction(() => markItems(library, new Set(bad.keys()))),
  }
}

async function stateOf(library: Library, hash: string): Promise<'whole' | 'missing' | 'damaged'> {
  try {
    // In parts: a recording is larger than what can be read at once.
    if ((await lstat(blobPath(library, hash))).isFile() && (await hashOfFile(blobPath(library, hash))) === hash) return 'whole'
    return 'damaged'
  } catch (error) {
    // A file that cannot be read at all (a disk with a bad place) is as good as damaged.
    if (!(error instanceof Error && 'code' in error)) throw error
    return (await lstat(blobPath(library, hash)).catch(() => null)) ? 'damaged' : 'missing'
  }
}

function markItems(library: Library, bad: ReadonlySet<string>): readonly { readonly id: ItemId; readonly title: string }[] {
  const { database } = library
  const hashes = JSON.stringify([...bad])
  const affected = database.all(
    `SELECT DISTINCT items.id FROM items JOIN copies ON copies.id = items.shown_copy JOIN copy_blobs ON copy_id = copies.id
       WHERE hash IN (SELECT value FROM json_each(?1))
     UNION SELECT item_id FROM item_blobs WHERE hash IN (SELECT value FROM json_each(?1))`,
    hashes,
  )
  const marked = database.all(`SELECT id FROM items WHERE remarks LIKE '%${lost}%'`)
  const ids = new Set([...affected, ...marked].map((row) => textOf(row, 'id') as ItemId))
  return [...ids].flatMap((id) => {
    const lacks = markOne(library, id, bad)
    return lacks ? [{ id, title: String(database.get('SELECT title FROM items WHERE id = ?', id)?.title) }] : []
  })
}

/** True when the item lacks something. */
function markOne(library: Library, id: ItemId, bad: ReadonlySet<string>): boolean {
  const { database } = library
  const copies = database.all(
    `SELECT id, raw_blob, html_blob, text_blob, document_blob, facts, report FROM copies WHERE item_id = ?
       ORDER BY ${readFirst}, fetched_at DESC, ordinal DESC`,
    id,
  )
  const shownBefore = database.get('SELECT shown_copy FROM items WHERE id = ?', id)?.shown_copy
  const shown = copies.find((row) => row.id === shownBefore)
  // Words that are gone are worse than words of an earlier day.
  const better = shown && lacksWords(shown, bad) ? copies.find((row) => !lacksWords(row, bad)) : undefined
  if (better) {
    applyFacts(library, id, jsonOf<ItemFacts>(better, 'facts'), {
      shown_copy: textOf(better, 'id') as CopyId,
      report: textOrNull(better, 'report'),
    })
  }
  const now = better ?? shown
  const remarks = [...(better ? [wordsLost] : []), ...(now ? remarksOf(library, now, bad) : []), ...ownRemarks(library, id, bad)]
  const before = database.get('SELECT remarks, state FROM items WHERE id = ?', id)
  if (!before) return false
  const others = jsonOf<readonly Remark[]>(before, 'remarks').filter((remark) => remark.what !== lost)
  // Without a copy there is nothing that could be a part.
  const told = now ? (jsonOf<ItemFacts>(now, 'facts').state ?? 'complete') : textOf(before, 'state')
  changeItem(library, id, { remarks: JSON.stringify([...others, ...remarks]), state: now && remarks.length > 0 ? 'partial' : told })
  return remarks.length > 0
}

const wordsLost: Remark = { about: 'copy', what: lost }

function lacksWords(copy: Row, bad: ReadonlySet<string>): boolean {
  return [copy.html_blob, copy.text_blob, copy.document_blob].some((hash) => typeof hash === 'string' && bad.has(hash))
}

function remarksOf({ database }: Library, copy: Row, bad: ReadonlySet<string>): readonly Remark[] {
  const words = lacksWords(copy, bad) || (typeof copy.raw_blob === 'string' && bad.has(copy.raw_blob))
  const pictures = database
    .all('SELECT DISTINCT blob FROM assets WHERE copy_id = ?', textOf(copy, 'id'))
    .filter((row) => bad.has(String(row.blob))).length
  return [...(words ? [wordsLost] : []), ...(pictures > 0 ? [{ about: 'image', what: lost, count: pictures } as const] : [])]
}

/** Lead image, favicon or thumbnail of the row itself, unless they are pictures of the copy, which are told already. */
function ownRemarks({ database }: Library, id: ItemId, bad: ReadonlySet<string>): readonly Remark[] {
  const own = database.all(
    `SELECT DISTINCT hash, role = 'recording' AS film FROM item_blobs WHERE item_id = ?1
       AND hash NOT IN (SELECT hash FROM copy_blobs JOIN items ON items.shown_copy = copy_blobs.copy_id WHERE items.id = ?1)`,
    id,
  )
  const lacks = (film: number) => own.some((row) => row.film === film && bad.has(String(row.hash)))
  return (['thumbnail', 'recording'] as const).flatMap((about, film) => (lacks(film) ? [{ about, what: lost } as const] : []))
}
