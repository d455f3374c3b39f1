import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CopyId, ItemId } from '../../../shared/item.ts'
import { randomIds } from '../../platform/ids.ts'
import { silentLog } from '../../platform/log.ts'
import { openDatabase } from '../../platform/sqlite.ts'
import {
  saveOne,
  sha256,
  someAsset,
  someCopy,
  someHighlight,
  someLink,
  temporaryFolder,
  testClock,
} from '../../testing/temporary-library.ts'
import type { Cache } from '../cache.ts'
import { openCache } from '../open-cache.ts'
import { writeBackup } from '../write-backup.ts'
import { repairLibrary } from './repair-library.ts'

let folder: string
let path: string
let remove: () => Promise<void>
const opened: Cache[] = []
const clock = testClock()
const options = () => ({ folder, clock, ids: randomIds, log: silentLog, role: 'short' as const })

/** A library that was lived in, made once and copied for each test. */
let made: { readonly folder: string; readonly ids: readonly ItemId[]; remove(): Promise<void> }
beforeAll(async () => {
  const { folder: kept, remove: removeKept } = await temporaryFolder()
  folder = kept
  made = { folder, ids: await live(), remove: removeKept }
})
afterAll(() => made.remove())
beforeEach(async () => {
  ;({ folder, remove } = await temporaryFolder())
  path = join(folder, 'library.db')
})
afterEach(async () => {
  for (const cache of opened.splice(0)) cache.close()
  await remove()
})

async function open(): Promise<Cache> {
  const cache = await openCache({ ...options(), role: 'long-lived' })
  opened.push(cache)
  return cache
}
function close(): void {
  for (const cache of opened.splice(0)) cache.close()
}
async function store(cache: Cache, name: string): Promise<{ readonly id: ItemId; readonly copyId: CopyId }> {
  const { id } = saveOne(cache, name)
  const copy = someCopy(id, `The words of ${name}.`, { assets: [someAsset(name)], fetchedAt: clock.now() })
  const { copyId } = await cache.copies.store(copy, { show: true })
  clock.advance(1_000)
  return { id, copyId }
}

/** Forty items before the backup, ten after it, with marks of the reader on both. */
async function live(): Promise<readonly ItemId[]> {
  const cache = await open()
  const ids: ItemId[] = []
  for (let n = 0; n < 40; n++) ids.push((await store(cache, `old-${n}`)).id)
  writeBackup(folder, { now: clock.now(), unique: 'u', freeBytes: null })
  for (let n = 0; n < 10; n++) {
    const { id, copyId } = await store(cache, `new-${n}`)
    ids.push(id)
    cache.highlights.add(someHighlight(copyId, `The words of new-${n}.`, { note: `note ${n}` }))
  }
  cache.tags.change(ids.slice(0, 3), ['after'], [])
  cache.items.move(ids.slice(0, 3), 'archive')
  close()
  return ids
}
async function lived(): Promise<readonly ItemId[]> {
  cpSync(made.folder, folder, { recursive: true })
  return made.ids
}
function overwrite(from: number, length: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, from, Math.min(bytes.length, from + length))
  writeFileSync(path, bytes)
}
async function everyTextReads(ids: readonly ItemId[]): Promise<void> {
  const cache = await open()
  for (const id of ids) {
    const { item } = cache.items.get(id)
    expect(item.state).toBe('complete')
    expect(await cache.copies.readText(item.shownCopy as CopyId)).toMatch(/^The words of/)
    expect(item.title).toMatch(/^Title of/)
  }
}

test('a sound library is left as it is', async () => {
  const ids = await lived()
  const before = readFileSync(path)
  expect(await repairLibrary(options())).toMatchObject({
    library: 'sound',
    damage: null,
    keptAside: null,
    files: { missing: 0, damaged: 0 },
    fetchAgain: [],
  })
  expect(readFileSync(path).length).toBe(before.length)
  await everyTextReads(ids)
})

describe('library.db is gone: the backup and the records beside the files bring everything that has a copy back', () => {
  test.each([
    ['deleted', () => rmSync(path)],
    ['emptied', () => truncateSync(path, 0)],
    ['its head overwritten', () => overwrite(0, 4_096)],
    ['something else altogether', () => writeFileSync(path, 'Dear Ada, '.repeat(1_000))],
    ['cut to a piece', () => truncateSync(path, 5_000)],
    [
      'a folder',
      () => {
        rmSync(path)
        mkdirSync(path)
        writeFileSync(join(path, 'x'), 'x')
      },
    ],
  ])('%s', async (_name, harm) => {
    const ids = await lived()
    harm()
    const harmed = existsSync(path) && !_name.includes('folder') ? readFileSync(path) : null
    await expect(open()).rejects.toMatchObject({ code: 'cache.damaged' })
    const report = await repairLibrary(options())
    expect(report).toMatchObject({ library: 'restored', reread: { copies: 10, items: 10, unreadable: 0 }, fetchAgain: [] })
    if (harmed && harmed.length > 0) expect(readFileSync(join(report.keptAside ?? '', 'library.db')).equals(harmed)).toBe(true)
    await everyTextReads(ids)
    close()
    expect((await repairLibrary({ ...options(), role: 'short' })).library).toBe('sound')
  })
})

test('one damaged page: what the others hold is read, newer than the backup or not', async () => {
  const ids = await lived()
  const database = openDatabase(path)
  const page = Number(database.get(`SELECT rootpage FROM sqlite_schema WHERE name = 'operations'`)?.rootpage)
  database.close()
  overwrite((page - 1) * 4_096, 4_096)
  const report = await repairLibrary(options())
  expect(report).toMatchObject({ library: 'restored', salvaged: { items: 13, highlights: 10 } })
  await everyTextReads(ids)
  const [cache] = opened
  expect(cache?.items.get(ids[0] as ItemId).item).toMatchObject({ place: 'archive', tags: ['after'] })
  expect(cache?.highlights.count()).toBe(10)
  expect(cache?.highlights.ofItem(ids[45] as ItemId)).toMatchObject([{ note: 'note 5' }])
})

const quietPart = { part: 3, title: 'Quiet desks, part 3', url: 'https://quiet.test/desks/3' }
/** Reading lists, moments, a transcript, a recording and a look at a series, all younger than the backup. */
async function liveOn(): Promise<ItemId> {
  const cache = await open()
  const talk = saveOne(cache, 'talk', { kind: 'talk' }).id
  const transcript = { origin: 'pasted' as const, name: null, lang: 'en', generated: false, speakers: [], timed: false, times: [] }
  await cache.copies.store(someCopy(talk, 'Words said.', { source: 'transcript', transcript, fetchedAt: clock.now() }), { show: true })
  clock.advance(1_000)
  await cache.copies.store(someCopy(talk, 'The page of the talk.', { fetchedAt: clock.now() }), { show: false })
  const recording = Buffer.from('sound and pictures')
  cache.items.describe(talk, { blobs: [{ sha256: sha256(recording), bytes: recording, mime: 'video/webm' }] })
  cache.marks.add({ itemId: talk, seconds: 90, note: 'Begin here' })
  const wanted = { words: 'a talk about queues', search: 'queues', by: 'Grace', urlPrefix: null }
  const rest = { wantedKey: null, title: null, alternates: [], cut: null, moments: [] }
  const rows = [
    { ...rest, row: someLink('new-3'), wantedKey: 'to-find:third', headings: ['First'], recommendation: 'Read it slowly.' },
    { ...rest, row: someLink('to-find', { url: '', originalLink: '', wanted }), headings: ['First'], recommendation: 'Find it.' },
    {
      ...rest,
      row: someLink('new-4', { givenSeries: { key: 'quiet', title: 'Quiet desks', part: 2 } }),
      headings: [],
      recommendation: null,
    },
  ]
  const source = { text: 'What Ada recommends.', format: 'text', address: null, author: 'Ada', date: null }
  cache.lists.accept({ list: { title: 'From Ada' }, source, entries: rows }, { lease: false })
  cache.series.noteLook('quiet', { indexUrl: 'https://quiet.test/desks', parts: [quietPart], failure: null })
  close()
  clock.advance(1_000)
  const database = openDatabase(path)
  database.exec(`UPDATE item_blobs SET role = 'recording' WHERE hash = '${sha256(recording)}';
    INSERT INTO recordings (item_id, hash, mime, name, url, added_at) VALUES ('${talk}', '${sha256(recording)}', 'video/webm', 'the talk.webm', NULL, 1)`)
  database.close()
  return talk
}

describe('what hangs on items is read out of a damaged file too: lists, words of recommendation, moments, transcripts, recordings, looks at series', () => {
  const pageOf = (table: string): number => {
    const database = openDatabase(path)
    const page = Number(database.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', table)?.rootpage)
    database.close()
    return page
  }
  test.each([
    ['operations', 'What Ada recommends.', 'the talk.webm'],
    ['sources', null, 'the talk.webm'],
    ['recordings', 'What Ada recommends.', 'recording'],
  ])('the first page of %s is nonsense', async (table, text, recording) => {
    await lived()
    const talk = await liveOn()
    overwrite((pageOf(table) - 1) * 4_096, 4_096)
    expect(await repairLibrary(options())).toMatchObject({ library: 'restored', salvaged: { lists: 1, recommendations: 2, marks: 1 } })
    const cache = await open()
    const [list] = cache.lists.list()
    if (!list) throw new Error('there is no list')
    expect(cache.lists.entries(list.id)).toMatchObject([
      { item: { title: 'Title of The words of new-3.', state: 'complete' }, headings: ['First'], recommendation: 'Read it slowly.' },
      { item: { state: 'to-find', url: '', wanted: { search: 'queues' } }, recommendation: 'Find it.' },
      { item: { series: { key: 'quiet', part: 2 } } },
    ])
    expect(cache.lists.get(list.id).source?.text ?? null).toBe(text)
    expect(cache.marks.ofItem(talk)).toMatchObject([{ seconds: 90, note: 'Begin here' }])
    const { shownCopy } = cache.items.get(talk).item
    expect(await cache.copies.readText(shownCopy as CopyId)).toBe('Words said.')
    expect(cache.copies.transcripts(talk)).toMatchObject([{ facts: { origin: 'pasted' } }])
    const database = openDatabase(path)
    expect(database.all('SELECT item_id, name FROM recordings')).toEqual([{ item_id: talk, name: recording }])
    database.close()
    expect(cache.series.known('quiet')).toMatchObject({ indexUrl: 'https://quiet.test/desks', parts: [quietPart] })
    expect(cache.lists.wanted('to-find:third')).toMatchObject({ url: 'https://desk.test/new-3' })
    // Nothing of it waits for an address nobody knows.
    const [waiting] = cache.jobs.list().filter(({ itemId }) => cache.items.get(itemId).item.url === '')
    expect(waiting).toBeUndefined()
  })

  test('the records alone bring a talk back with its transcript first', async () => {
    await lived()
    const talk = await liveOn()
    rmSync(join(folder, 'backups'), { recursive: true })
    overwrite(0, 8_192)
    await repairLibrary(options())
    const cache = await open()
    expect(await cache.copies.readText(cache.items.get(talk).item.shownCopy as CopyId)).toBe('Words said.')
  })
})

test('only an index is damaged: everything is read, nothing is lost', async () => {
  const ids = await lived()
  const database = openDatabase(path)
  const page = Number(database.get(`SELECT rootpage FROM sqlite_schema WHERE name = 'items_by_title'`)?.rootpage)
  database.close()
  overwrite((page - 1) * 4_096 + 200, 3_000)
  expect(await repairLibrary(options())).toMatchObject({ library: 'rebuilt' })
  await everyTextReads(ids)
  expect(opened[0]?.highlights.count()).toBe(10)
})

test('a column of another name: no page is damaged, and it is said and repaired', async () => {
  const ids = await lived()
  const bytes = readFileSync(path)
  const at = bytes.indexOf('source TEXT NOT NULL,\n  fetched_at')
  bytes.write('m', at)
  writeFileSync(path, bytes)
  const cache = await open()
  await expect(cache.copies.readText(cache.items.get(ids[0] as ItemId).item.shownCopy as CopyId)).rejects.toMatchObject({
    code: 'cache.damaged',
  })
  close()
  await expect(open()).rejects.toMatchObject({ code: 'cache.damaged' })
  expect(await repairLibrary(options())).toMatchObject({ library: 'restored', reread: { copies: 10 } })
  await everyTextReads(ids)
})

test('no backup: the records alone make the library anew', async () => {
  const ids = await lived()
  rmSync(join(folder, 'backups'), { recursive: true })
  overwrite(0, 8_192)
  expect(await repairLibrary(options())).toMatchObject({ library: 'anew', backupAt: null, reread: { copies: 50, items: 50 } })
  await everyTextReads(ids)
})

test('a damaged backup is passed over for an earlier one', async () => {
  await lived()
  clock.advance(86_400_000)
  const later = writeBackup(folder, { now: clock.now(), unique: 'v', freeBytes: null })
  truncateSync(later.path, 20_000)
  truncateSync(path, 0)
  const report = await repairLibrary(options())
  expect(report.library).toBe('restored')
  expect(report.backupAt).toBeLessThan(clock.now() - 80_000_000)
})

test('deleted for good stays deleted: its record went with it', async () => {
  const ids = await lived()
  const cache = await open()
  const gone = ids.slice(-2)
  cache.items.move(gone, 'trash')
  cache.items.deleteForever(gone)
  close()
  truncateSync(path, 0)
  await repairLibrary(options())
  const again = await open()
  expect(again.items.summaries(gone)).toEqual([])
})

test('nothing is swept that only a repair would find again', async () => {
  const ids = await lived()
  const [backup] = readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('library-2'))
  rmSync(path)
  writeFileSync(path, readFileSync(join(folder, 'backups', backup ?? '')))
  clock.advance(10 * 86_400_000)
  const cache = await open()
  expect(await cache.lostCopies()).toBe(10)
  expect((await cache.blobs.sweep()).blobs).toBe(0)
  expect(await cache.rereadFiles()).toMatchObject({ reread: { copies: 10 }, files: { missing: 0 } })
  expect(await cache.lostCopies()).toBe(0)
  close()
  await everyTextReads(ids)
})

test('a repair cut short between its last two steps is said, and finished by the next', async () => {
  const ids = await lived()
  renameSync(path, join(folder, 'library.repaired.db'))
  writeFileSync(path, 'what was damaged')
  await expect(open()).rejects.toMatchObject({ code: 'cache.damaged', facts: { reason: 'a repair was cut short' } })
  expect(await repairLibrary(options())).toMatchObject({ library: 'finished' })
  await everyTextReads(ids)
})

describe('another process has it open', () => {
  test('a damaged one is not repaired under it', async () => {
    await lived()
    await open()
    overwrite(8_192, 60_000)
    await expect(repairLibrary(options())).rejects.toMatchObject({ code: 'cache.busy', facts: { repair: true } })
  })

  test('of a sound one the files are looked through all the same', async () => {
    await lived()
    await open()
    expect(await repairLibrary(options())).toMatchObject({ library: 'sound', files: { missing: 0 } })
  })
})

test('a library of a newer Carrel is not touched', async () => {
  await lived()
  const database = openDatabase(path)
  database.pragma('user_version = 999')
  database.close()
  await expect(repairLibrary(options())).rejects.toMatchObject({ code: 'cache.newer' })
  expect(existsSync(join(folder, 'damaged'))).toBe(false)
})

describe('saved files are held against their names', () => {
  const blobs = (): readonly string[] =>
    readdirSync(join(folder, 'blobs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /[0-9a-f]{64}$/.test(name))
      .map((name) => join(folder, 'blobs', name))

  const put = (file: string, what: () => void): void => {
    rmSync(file)
    what()
  }
  test.each([
    ['deleted', (file: string) => rmSync(file), 'missing'],
    ['cut', (file: string) => truncateSync(file, 3), 'damaged'],
    ['other bytes', (file: string) => writeFileSync(file, Buffer.alloc(100, 7)), 'damaged'],
    ['a folder in its place', (file: string) => put(file, () => mkdirSync(file)), 'damaged'],
    ['a link in its place', (file: string) => put(file, () => symlinkSync('/dev/zero', file)), 'damaged'],
  ] as const)('%s', async (_name, harm, found) => {
    const cache = await open()
    const { id } = await store(cache, 'a')
    for (const file of blobs()) harm(file)
    expect(await cache.rereadFiles()).toMatchObject({ files: { checked: 4, [found]: 4 }, fetchAgain: [{ id }] })
    const { item } = cache.items.get(id)
    expect(item.state).toBe('partial')
    expect(item.remarks).toEqual([
      { about: 'copy', what: 'cache.missing-blob' },
      { about: 'image', what: 'cache.missing-blob', count: 1 },
    ])
    // Fetched again, every file is in its place once more.
    const copy = someCopy(id, 'The words of a.', { assets: [someAsset('a')], fetchedAt: clock.now() })
    await cache.copies.store(copy, { show: true })
    expect(await cache.rereadFiles()).toMatchObject({ files: { missing: 0, damaged: 0 }, fetchAgain: [] })
    expect(cache.items.get(id).item).toMatchObject({ state: 'complete', remarks: [] })
  })

  test('an earlier copy whose words are whole is shown instead', async () => {
    const cache = await open()
    const { id, copyId } = await store(cache, 'a')
    const later = await cache.copies.store(someCopy(id, 'Later words.', { fetchedAt: clock.now() }), { show: true })
    const text = await cache.copies.readText(later.copyId)
    expect(text).toBe('Later words.')
    for (const file of blobs()) if (readFileSync(file).includes('Later words.')) rmSync(file)
    await cache.rereadFiles()
    expect(cache.items.get(id).item).toMatchObject({ shownCopy: copyId, state: 'partial' })
  })
})
