// The child of small-disk.ts: node small-disk-process.ts full|folder <mounted folder> <seed> <cases>. One line of JSON a case.
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../../../src/main/cache/cache.ts'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { repairLibrary } from '../../../src/main/cache/repair/repair-library.ts'
import { writeBackup } from '../../../src/main/cache/write-backup.ts'
import { entryFile } from '../../../src/main/platform/entry-file.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import { openSearchIndex } from '../../../src/main/search/open-index.ts'
import { saveOne, someAsset, someCopy, someHighlight, someLink } from '../../../src/main/testing/temporary-library.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { unsaid } from './judge.ts'
import { optionsFor } from './lived-library.ts'

const [what = '', disk = '', seed = '0', wanted = '1'] = process.argv.slice(2)
const folder = join(disk, 'library')
const filler = join(disk, 'filler')
const text = (n: number): string => `What the disk keeps, ${n}. `.repeat(200)

async function fresh(items = 4): Promise<Map<ItemId, string>> {
  rmSync(folder, { recursive: true, force: true })
  const cache = await openCache(optionsFor(folder))
  const words = new Map<ItemId, string>()
  for (let n = 0; n < items; n++) {
    const { id } = saveOne(cache, `kept-${n}`)
    await cache.copies.store(someCopy(id, text(n), { assets: [someAsset(`kept-${n}`, 20_000)] }), { show: true })
    words.set(id, text(n))
  }
  cache.close()
  writeBackup(folder, { now: Date.now() - 86_400_000, unique: 'u', freeBytes: null })
  return words
}

/** Fills the disk but for some bytes. */
function fill(leave: number): void {
  const file = openSync(filler, 'w')
  const block = Buffer.alloc(65_536, 1)
  try {
    for (;;) writeSync(file, block)
  } catch {
    // Full now.
  }
  closeSync(file)
  truncateSync(filler, Math.max(0, statSync(filler).size - leave))
}

/** Everything that was kept before reads as it did; answers what does not. */
async function whole(words: ReadonlyMap<ItemId, string>): Promise<readonly string[]> {
  const cache = await openCache(optionsFor(folder))
  const complaints: string[] = []
  try {
    for (const [id, wanted] of words) {
      const { shownCopy } = cache.items.get(id).item
      if (shownCopy === null || (await cache.copies.readText(shownCopy)) !== wanted) complaints.push(`${id} is not as it was`)
    }
    const { files } = await cache.rereadFiles()
    if (files.missing + files.damaged > 0) complaints.push(`files ${JSON.stringify(files)}`)
  } finally {
    cache.close()
  }
  return complaints
}

type Stage = (cache: Cache, words: Map<ItemId, string>, chance: Chance) => unknown
const stages: Readonly<Record<string, Stage>> = {
  'storing a copy': async (cache, words, chance) => {
    const [id] = [...words.keys()]
    if (!id) return
    const assets = Array.from({ length: 3 }, (_, n) => someAsset(`new-${n}-${chance.next()}`, chance.between(1_000, 60_000)))
    const { copyId } = await cache.copies.store(someCopy(id, text(90), { assets }), { show: true })
    words.set(id, await cache.copies.readText(copyId as CopyId))
  },
  'saving links': (cache) =>
    void cache.items.save(
      Array.from({ length: 60 }, (_, n) => someLink(`row-${n}`)),
      { lease: false },
    ),
  'changing settings': (cache, _words, chance) => void cache.settings.change({ maxBytes: 2_000_000_000 + chance.between(1, 1_000_000) }),
  highlighting: (cache, words) => {
    for (const [id, said] of words) {
      const { shownCopy } = cache.items.get(id).item
      if (shownCopy) cache.highlights.add(someHighlight(shownCopy, said, { note: 'a note '.repeat(300) }))
    }
  },
  'moving to the trash and deleting': (cache) => {
    const { id } = saveOne(cache, 'soon gone')
    cache.items.move([id], 'trash')
    cache.items.deleteForever([id])
  },
  'keeping house': (cache) => cache.blobs.sweep(),
  'backing up': () => void writeBackup(folder, { now: Date.now(), unique: 'v', freeBytes: null }),
  indexing: async () => {
    const index = openSearchIndex({ folder, workerEntry: entryFile('index-worker', 'search'), log: silentLog })
    try {
      const docs = Array.from({ length: 40 }, (_, n) => ({
        ordinal: n + 1,
        seq: n + 1,
        itemId: `${n}`.padStart(32, '0') as ItemId,
        title: `Title ${n}`,
        byline: null,
        siteName: null,
        url: 'https://desk.test/',
        lang: 'en',
        text: text(n),
      }))
      await index.put(docs)
    } finally {
      await index.close()
    }
  },
}

async function fullDisk(n: number, chance: Chance): Promise<Told> {
  const names = [...Object.keys(stages), 'repairing']
  const name = names[n % names.length] ?? ''
  rmSync(filler, { force: true })
  const words = await fresh()
  const leave = chance.pick([0, 1, 3, 8, 20, 40, 80, 160]) * 4_096
  const of = `${name} with ${leave} bytes left`
  const stage = stages[name]
  const complaints: string[] = []
  let said = 'done all the same'
  const cache = stage ? await openCache(optionsFor(folder)) : null
  if (!cache) {
    const bytes = readFileSync(join(folder, 'library.db'))
    bytes.fill(0xa5, 0, 4_096)
    writeFileSync(join(folder, 'library.db'), bytes)
  }
  fill(leave)
  try {
    if (cache && stage) await stage(cache, words, chance)
    else await repairLibrary(optionsFor(folder, { role: 'short' }))
  } catch (error) {
    said = error instanceof Failure ? error.code : 'not said'
    if (said !== 'cache.full')
      complaints.push(`said ${said}: ${unsaid(error) ?? JSON.stringify(error instanceof Failure ? error.facts : {})}`)
  }
  // What was saved reads while the disk is full.
  if (cache) {
    for (const id of words.keys()) {
      try {
        const { shownCopy } = cache.items.get(id).item
        if (shownCopy) await cache.copies.readHtml(shownCopy)
      } catch (error) {
        complaints.push(`reading on a full disk: ${error instanceof Failure ? error.code : error}`)
      }
    }
    cache.close()
  }
  rmSync(filler, { force: true })
  if (!cache) await repairLibrary(optionsFor(folder, { role: 'short' }))
  complaints.push(...(await whole(words)))
  if (cache && stage) {
    // With room again, the same thing is done.
    const again = await openCache(optionsFor(folder))
    try {
      await stage(again, words, chance)
    } catch (error) {
      complaints.push(`with room again: ${error instanceof Failure ? error.code : unsaid(error)}`)
    }
    again.close()
  }
  return { what: of, said, complaints }
}

type Told = { readonly what: string; readonly said: string; readonly complaints: readonly string[] }
const mount = (...words: readonly string[]): boolean => spawnSync('mount', [...words]).status === 0

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return error instanceof Failure ? error.code : (unsaid(error) ?? 'not said')
  }
}

/** What is written while the library is not there any more must be refused, and the folder must not come to life again. */
async function writesTo(cache: Cache, words: ReadonlyMap<ItemId, string>): Promise<readonly string[]> {
  const [id] = [...words.keys()]
  const writes: Readonly<Record<string, () => unknown>> = {
    saving: () => saveOne(cache, 'too late'),
    storing: () => id && cache.copies.store(someCopy(id, 'too late'), { show: true }),
    settings: () => cache.settings.change({ jobsAtOnce: 2 }),
    tagging: () => id && cache.tags.change([id], ['late'], []),
    house: () => cache.blobs.sweep(),
  }
  const complaints: string[] = []
  for (const [name, write] of Object.entries(writes)) {
    const code = await codeOf(write)
    if (code !== 'cache.gone' && code !== 'cache.read-only' && !(name === 'house' && code === 'done')) complaints.push(`${name}: ${code}`)
  }
  return complaints
}

async function folderCase(n: number): Promise<Told> {
  const words = await fresh(3)
  const aside = join(disk, 'aside')
  const kinds = [
    'read-only before the start',
    'moved while running',
    'deleted while running',
    'its disk taken out while running',
    'a file in its place before the start',
  ]
  const kind = kinds[n % kinds.length] ?? ''
  const complaints: string[] = []
  let said = 'cache.gone'
  if (kind.startsWith('read-only')) {
    if (!mount('--bind', folder, folder) || !mount('-o', 'remount,ro,bind', folder))
      throw new Error('the folder could not be mounted read-only')
    // What is saved is read; what is written is refused, each write alone; nothing is made or changed.
    const cache = await openCache(optionsFor(folder))
    for (const [id, wanted] of words) {
      const { shownCopy } = cache.items.get(id).item
      if (shownCopy === null || (await cache.copies.readText(shownCopy)) !== wanted) complaints.push(`${id} cannot be read`)
    }
    complaints.push(...(await writesTo(cache, words)))
    cache.close()
    said = 'cache.read-only'
    const repaired = await codeOf(() => repairLibrary(optionsFor(folder, { role: 'short' })))
    if (repaired !== 'cache.read-only') complaints.push(`repairing: ${repaired}`)
    spawnSync('umount', [folder])
  } else if (kind.startsWith('a file')) {
    renameSync(folder, aside)
    writeFileSync(folder, 'a file')
    said = await codeOf(() => openCache(optionsFor(folder)))
    if (said !== 'cache.read-only') complaints.push(`opening: ${said}`)
    rmSync(folder)
    renameSync(aside, folder)
  } else if (kind.startsWith('its disk')) {
    renameSync(folder, aside)
    mkdirSync(folder)
    mount('--bind', aside, folder)
    const cache = await openCache(optionsFor(folder))
    spawnSync('umount', ['-l', folder])
    complaints.push(...(await writesTo(cache, words)))
    cache.close()
    if (existsSync(join(folder, 'library.db')) || existsSync(join(folder, 'blobs'))) complaints.push('the empty place was filled')
    rmSync(folder, { recursive: true })
    renameSync(aside, folder)
  } else {
    const cache = await openCache(optionsFor(folder))
    if (kind.startsWith('moved')) renameSync(folder, aside)
    else rmSync(folder, { recursive: true })
    complaints.push(...(await writesTo(cache, words)))
    cache.close()
    if (existsSync(folder)) complaints.push('the folder came to life again')
    if (kind.startsWith('deleted')) return { what: kind, said, complaints }
    renameSync(aside, folder)
  }
  complaints.push(...(await whole(words)))
  return { what: kind, said, complaints }
}

for (let n = 0; n < Number(wanted); n++) {
  let told: Told
  try {
    told = what === 'full' ? await fullDisk(n, chanceFrom(Number(seed) * 15_485_863 + n)) : await folderCase(n)
  } catch (error) {
    told = { what: `case ${n}`, said: 'not said', complaints: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
  writeSync(1, `${JSON.stringify(told)}\n`)
}
