// A library that was lived in: saved, marked, backed up, lived in further. Made once; every case harms a copy of it.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { type LibraryOptions, openLibrary } from '../../../src/main/cache/open-library.ts'
import { writeBackup } from '../../../src/main/cache/write-backup.ts'
import { systemClock } from '../../../src/main/platform/clock.ts'
import { randomIds } from '../../../src/main/platform/ids.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import { saveOne, someAsset, someCopy, someHighlight, someLink } from '../../../src/main/testing/temporary-library.ts'
import type { ItemId } from '../../../src/shared/item.ts'

/** The list that stands in every backup, of everything saved before it. */
export const keptList = 'Before the backup'

export type Lived = {
  /** Every item with a copy, and the words of that copy. */
  readonly words: ReadonlyMap<ItemId, string>
  /** A fresh copy of the folder: as it was closed, or as a crash would leave it, with its write-ahead log. */
  copy(how: 'closed' | 'crashed'): { readonly folder: string; remove(): void }
  remove(): void
}

export function optionsFor(folder: string, more: Partial<LibraryOptions> = {}): LibraryOptions {
  return { folder, clock: systemClock, ids: randomIds, log: silentLog, role: 'long-lived', freeBytes: async () => null, ...more }
}

export async function makeLivedLibrary(before: number, after: number): Promise<Lived> {
  const top = mkdtempSync(join(tmpdir(), 'carrel-damage-'))
  const folder = join(top, 'lived')
  const cache = await openCache(optionsFor(folder))
  const words = new Map<ItemId, string>()
  const store = async (name: string) => {
    const { id } = saveOne(cache, name)
    const text = `What ${name} says. `.repeat(40).trim()
    const { copyId } = await cache.copies.store(someCopy(id, text, { assets: [someAsset(name)] }), { show: true })
    words.set(id, text)
    cache.highlights.add(someHighlight(copyId, text, { exact: `What ${name} says.`, note: `of ${name}` }))
    cache.tags.change([id], [`tag-${words.size % 5}`], [])
    return id
  }
  const list = (title: string, names: readonly string[]) => {
    const facts = { wantedKey: null, headings: ['First'], title: null, alternates: [], cut: null, moments: [] }
    const entries = names.map((name) => ({ ...facts, row: someLink(name), recommendation: `Read ${name}.` }))
    const source = { text: `${title}: ${names}`, format: 'text', address: null, author: 'Ada', date: null }
    cache.lists.accept({ list: { title }, source, entries }, { lease: false })
    const [first] = words.keys()
    if (first) cache.marks.add({ itemId: first, seconds: words.size, note: title })
  }
  const names = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word}-${n}`)
  for (let n = 0; n < before; n++) await store(`old-${n}`)
  list(keptList, names('old', before))
  const beside = await openLibrary(optionsFor(folder))
  beside.database.pragma('wal_checkpoint(TRUNCATE)')
  beside.database.close()
  writeBackup(folder, { now: Date.now(), unique: 'u', freeBytes: null })
  for (let n = 0; n < after; n++) await store(`new-${n}`)
  list('After the backup', names('new', after))
  cache.settings.change({ jobsAtOnce: 3 })
  cpSync(folder, join(top, 'crashed'), { recursive: true })
  cache.close()
  let copies = 0
  return {
    words,
    copy(how) {
      const to = join(top, `case-${++copies}`)
      mkdirSync(to)
      cpSync(how === 'closed' ? folder : join(top, 'crashed'), to, { recursive: true })
      return { folder: to, remove: () => rmSync(to, { recursive: true, force: true, maxRetries: 5 }) }
    },
    remove: () => rmSync(top, { recursive: true, force: true }),
  }
}
