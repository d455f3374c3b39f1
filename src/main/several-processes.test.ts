// Window, server and command line on one library at once: whole cores in processes of their own, real SQLite, real kills.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CopyId } from '../shared/item.ts'
import { anchorOf } from '../shared/quote/describe-passage.ts'
import { type CoreProcess, startCoreProcess } from './testing/core-process.ts'
import { type LocalSite, openLocalSite } from './testing/local-site.ts'
import { openTemporaryCore } from './testing/temporary-core.ts'

let site: LocalSite
let library: string
let running: CoreProcess[]
beforeEach(async () => {
  site = await openLocalSite()
  library = await mkdtemp(join(tmpdir(), 'carrel-several-'))
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((core) => core.close()))
  await site.close()
  await rm(library, { recursive: true, force: true })
})

async function start(): Promise<CoreProcess> {
  const core = await startCoreProcess(library)
  running.push(core)
  return core
}
const asked = (path: string): number => site.requests().filter((request) => request.path === path).length
const patient = { timeout: 15_000, interval: 100 }

test('what one process saves the other hears of, lists and finds, and no job runs twice', async () => {
  const [one, other] = [await start(), await start()]
  const path = '/blog/small-structures-9-rope/'
  const { results } = await one.call('item.save', { links: [`${site.url}${path}`], typed: true })
  const [saved] = results
  if (!saved?.ok) throw new Error('not saved')
  await expect
    .poll(
      () =>
        other.events.some((event) => event.name === 'item.changed' && event.value.id === saved.item.id && event.value.state === 'complete'),
      patient,
    )
    .toBe(true)
  expect((await other.call('item.list', {})).items.map((item) => item.id)).toEqual([saved.item.id])
  await expect.poll(async () => (await other.call('search.find', { words: 'rope' })).hits.length, patient).toBe(1)
  await other.call('item.move', { ids: [saved.item.id], place: 'archive' })
  await expect.poll(() => one.events.some((event) => event.name === 'item.changed' && event.value.place === 'archive'), patient).toBe(true)
  expect(asked(path)).toBe(1)
})

test('a process killed in the middle of a save leaves the job to the other one', async () => {
  const [one, other] = [await start(), await start()]
  const { results } = await one.call('item.save', { links: [`${site.url}/never`], typed: true })
  const [saved] = results
  if (!saved?.ok) throw new Error('not saved')
  // Whichever took the job: it is killed, and the page answers for the one that is left.
  await expect.poll(() => asked('/never'), patient).toBe(1)
  const { job } = await other.call('item.get', { id: saved.item.id })
  expect(job?.state).toBe('running')
  site.change(
    '/never',
    '<!doctype html><html><head><title>At last</title></head><body><article><h1>At last</h1><p>It answers, and says enough words to be kept as an article for a quiet evening with the lamp on and the door closed.</p><p>And then some more of them, so that nobody takes it for a menu or a footer of any kind.</p></article></body></html>',
  )
  const owner = await ownerOf(one, other)
  await owner.kill()
  const left = owner === one ? other : one
  await expect
    .poll(async () => (await left.call('item.get', { id: saved.item.id })).item.state, { timeout: 18_000, interval: 200 })
    .toBe('complete')
  expect(asked('/never')).toBe(2)
})

test('what one process marks the others hear of and show, and all know whom any of them asked', async () => {
  const [one, other] = [await start(), await start()]
  const { results } = await one.call('item.save', { links: [`${site.url}/blog/small-structures-1-ring-buffer/`], typed: true })
  const [saved] = results
  if (!saved?.ok) throw new Error('not saved')
  await expect.poll(async () => (await other.call('item.get', { id: saved.item.id })).item.state, patient).toBe('complete')
  const { copy } = await other.call('item.open', { id: saved.item.id })
  const { content } = await other.call('item.read', { id: saved.item.id, as: 'text' })
  const space = content.indexOf(' ')
  const [mine, theirs] = await Promise.all(
    [
      { core: one, anchor: anchorOf(content, 0, space, null) },
      { core: other, anchor: anchorOf(content, space + 1, content.indexOf(' ', space + 1), null) },
    ].map(({ core, anchor }) => core.call('highlight.add', { copyId: CopyId.parse(copy?.id), anchor })),
  )
  for (const core of [one, other]) {
    await expect
      .poll(() => core.events.some((event) => event.name === 'highlight.changed' && event.value.itemId === saved.item.id), patient)
      .toBe(true)
    expect((await core.call('highlight.ofItem', { id: saved.item.id })).highlights.map(({ id }) => id).sort()).toEqual(
      [mine?.id, theirs?.id].sort(),
    )
  }
  const heard = other.events.length
  if (mine) await one.call('highlight.remove', { ids: [mine.id] })
  await expect.poll(() => other.events.slice(heard).some((event) => event.name === 'highlight.changed'), patient).toBe(true)
  expect((await other.call('item.counts', {})).highlights).toBe(1)

  // Written every few seconds by whoever asked; a command writes when it ends.
  const command = await openTemporaryCore({ library, role: 'short' })
  await command.call('item.save', { links: [`${site.url.replace('127.0.0.1', 'localhost')}/blog/small-structures-9-rope/`], typed: true })
  await command.core.settled()
  await command.close()
  const hosts = async () => (await other.call('network.contacts', {})).hosts.map(({ host }) => host).sort()
  await expect.poll(hosts, patient).toEqual([`127.0.0.1:${site.port}`, `localhost:${site.port}`])
  expect(await other.call('network.forgetContacts', {})).toEqual({ done: 2 })
  expect((await one.call('network.contacts', {})).hosts).toEqual([])
})

test('a short command neither takes a waiting job nor recovers a lost one', async () => {
  const window = await start()
  await window.call('job.pause', { paused: true })
  const path = '/blog/small-structures-7-union-find/'
  await window.call('item.save', { links: [`${site.url}${path}`], typed: true })
  const command = await openTemporaryCore({ library, role: 'short' })
  await command.call('item.list', {})
  await command.core.settled()
  await command.close()
  expect(asked(path)).toBe(0)
  await window.call('job.pause', { paused: false })
  await expect.poll(async () => (await window.call('item.list', {})).items[0]?.state, patient).toBe('complete')
})

test('two processes writing at once lose nothing and make one item of one page', async () => {
  const [one, other] = [await start(), await start()]
  await one.call('job.pause', { paused: true })
  const links = Array.from({ length: 60 }, (_, n) => `${site.url}/article/number-${n}`)
  await Promise.all([
    ...links.map((link) => one.call('item.save', { links: [link], typed: true })),
    ...links.toReversed().map((link) => other.call('item.save', { links: [link], typed: true })),
  ])
  const { items, total } = await other.call('item.list', {})
  expect(total).toBe(60)
  expect(new Set(items.map((item) => item.url)).size).toBe(60)
  expect((await one.call('job.list', {})).jobs.filter((job) => job.state === 'queued')).toHaveLength(60)
})

/** The process whose connection to the site is open: killing the other one would change nothing. */
async function ownerOf(one: CoreProcess, other: CoreProcess): Promise<CoreProcess> {
  const { readFile, readdir, readlink } = await import('node:fs/promises')
  const remote = `:${site.port.toString(16).toUpperCase().padStart(4, '0')} 01 `
  const lines = (await readFile('/proc/net/tcp', 'utf8').catch(() => '')).split('\n').filter((line) => line.includes(remote))
  const sockets = new Set(lines.map((line) => `socket:[${line.trim().split(/\s+/)[9]}]`))
  for (const core of [one, other]) {
    const folder = `/proc/${core.pid}/fd`
    for (const fd of await readdir(folder).catch(() => [])) if (sockets.has(await readlink(join(folder, fd)).catch(() => ''))) return core
  }
  return one
}
