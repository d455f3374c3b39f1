// Real processes on one library at once, some of them killed in the middle of what they do.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CopyId, ItemId } from '../../shared/item.ts'
import { openTemporaryCache, saveOne, sha256, someLink, type TemporaryCache } from '../testing/temporary-library.ts'

const script = join(import.meta.dirname, '..', 'testing', 'library-process.ts')
// A process needs a second to start, more on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

let temporary: TemporaryCache
const running = new Set<ChildProcess>()
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await temporary.remove()
})

type Told = {
  readonly child: ChildProcess
  readonly ended: Promise<readonly string[]>
  lines(): readonly string[]
  line(n: number): Promise<void>
}
function start(...words: readonly string[]): Told {
  const [what = '', ...more] = words
  const child = spawn(process.execPath, [script, what, temporary.folder, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    said += data
  })
  // A line without its end was not said.
  const lines = () => said.split('\n').slice(0, -1)
  const ended = new Promise<readonly string[]>((resolve) => child.once('close', () => resolve(lines())))
  void ended.then(() => running.delete(child))
  return {
    child,
    ended,
    lines,
    async line(n) {
      while (lines().length < n && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}

test('three processes save at once: nothing is lost, nothing is double', async () => {
  const { cache } = temporary
  const told = await Promise.all(['one', 'two', 'three'].map((name) => start('save', name, '40').ended))
  expect(told.map((lines) => lines.length)).toEqual([40, 40, 40])
  expect(cache.items.list({ sort: 'added', offset: 0, limit: 1 }).total).toBe(3 * 40 + 40)
  const ids = new Set(told.flatMap((lines) => lines.flatMap((line) => line.split(' '))))
  expect(cache.items.summaries([...ids] as ItemId[])).toHaveLength(160)
  expect(cache.jobs.list()).toHaveLength(160)
  const { database } = temporary.library
  expect(database.get('SELECT count(*) AS n, count(DISTINCT hlc) AS stamps FROM operations')).toMatchObject({ n: 160 * 7, stamps: 160 * 7 })
  expect(database.get('SELECT count(*) AS n FROM devices')?.n).toBe(1)
  expect(cache.changedElsewhere()).toBe(true)
})

test('three processes race for jobs: each job is run by one of them', async () => {
  for (let n = 0; n < 60; n++) saveOne(temporary.cache, `a${n}`)
  const told = await Promise.all(['one', 'two', 'three'].map((name) => start('claim', name).ended))
  const claimed = told.flat()
  expect(claimed).toHaveLength(60)
  expect(new Set(claimed).size).toBe(60)
  expect(temporary.cache.jobs.list()).toEqual([])
})

test('three processes make one library at the same moment', async () => {
  const folder = join(temporary.folder, 'brand', 'new')
  const openings = [1, 2, 3].map(
    () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, [script, 'open', folder])
        child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
      }),
  )
  expect(await Promise.all(openings)).toEqual(['opened', 'opened', 'opened'])
  expect(readdirSync(folder).filter((name) => name.startsWith('.device'))).toEqual([])
})

test('a killed process’s job is taken over at once, a live one’s is not', async () => {
  const { cache } = temporary
  saveOne(cache, 'a')
  const holder = start('hold')
  await holder.line(1)
  const [job] = holder.lines()
  expect(cache.jobs.recover()).toBe(0)
  holder.child.kill('SIGKILL')
  await holder.ended
  expect(cache.jobs.recover()).toBe(1)
  expect(cache.jobs.claim(1)).toMatchObject([{ id: job, attempts: 1 }])
})

test('a command that is asked for what a killed one had begun does it itself, and nothing else', async () => {
  const command = await temporary.open({ role: 'short' })
  const killed = ['a', 'b'].map((name) => start('save and hold', name))
  await Promise.all(killed.map((one) => one.line(1)))
  const job = killed[0]?.lines()[0]
  command.items.save([someLink('a')], { lease: true })
  expect(command.jobs.mine()).toEqual([])
  for (const one of killed) one.child.kill('SIGKILL')
  await Promise.all(killed.map((one) => one.ended))

  expect(command.items.save([someLink('a')], { lease: true })).toMatchObject([{ already: true, jobId: job }])
  expect(command.jobs.mine()).toMatchObject([{ id: job, attempts: 1 }])
  expect(command.jobs.recover()).toBe(0)
  expect(command.jobs.ofItem(command.items.itemIdOf(someLink('b').comparisonKey))?.state).toBe('running')
})

test('twenty kills in the middle of storing: nothing that was told is lost, nothing is half there', async () => {
  const { cache, library } = temporary
  const told: string[] = []
  for (let round = 0; round < 5; round++) {
    const children = [0, 1, 2, 3].map((n) => start('store', `r${round}c${n}`))
    await Promise.all(
      children.map(async (one, n) => {
        await one.line(1 + ((round * 7 + n * 3) % 5))
        await new Promise((resolve) => setTimeout(resolve, (round * 13 + n * 11) % 40))
        one.child.kill('SIGKILL')
        told.push(...(await one.ended))
      }),
    )
    expect(library.database.pragma('integrity_check')).toBe('ok')
  }
  expect(told.length).toBeGreaterThanOrEqual(20)

  for (const line of told) {
    const [itemId, copyId] = line.split(' ') as [ItemId, CopyId]
    expect(cache.items.get(itemId).item).toMatchObject({ state: 'complete', shownCopy: copyId })
  }
  // Every copy that is there is whole, whether it was told or not: page, article, text, pictures, account, operations.
  const copies = library.database.all('SELECT id, item_id FROM copies')
  expect(copies.length).toBeGreaterThanOrEqual(told.length)
  for (const row of copies) {
    const id = String(row.id) as CopyId
    const item = cache.items.get(String(row.item_id) as ItemId).item
    expect(item).toMatchObject({ state: 'complete', shownCopy: id })
    expect(await cache.copies.readText(id)).not.toBe('')
    expect(await cache.copies.readHtml(id)).toContain('<p>')
    expect((await cache.copies.readRaw(id)).length).toBeGreaterThan(0)
    const assets = cache.copies.assetsOf(id)
    expect(assets).toHaveLength(2)
    for (const asset of assets) expect(sha256(await cache.blobs.read(asset.sha256))).toBe(asset.sha256)
    expect(library.database.get(`SELECT 1 AS there FROM operations WHERE entity = 'copy' AND id = ?`, id)?.there).toBe(1)
  }
  const counted = library.database.get('SELECT blobs, bytes FROM blob_totals')
  expect(counted).toEqual(library.database.get('SELECT count(*) AS blobs, sum(bytes) AS bytes FROM blobs'))
  expect(library.database.all('PRAGMA foreign_key_check')).toEqual([])
  // Rows whose copy was not finished wait with their job, to be taken over.
  const waiting = cache.items.list({ sort: 'added', state: 'waiting', offset: 0, limit: 100 }).items
  for (const item of waiting) expect(cache.jobs.ofItem(item.id)).toMatchObject({ state: 'queued' })
})
