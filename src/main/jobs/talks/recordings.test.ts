// Recordings through a real core: given in parts, fetched from an open platform, ended in the middle, played in parts, put back.
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemId } from '../../../shared/item.ts'
import { recordingPath } from '../../../shared/recording.ts'
import { serve } from '../../network/loopback-server.ts'
import { prepareCoreProcess } from '../../testing/core-process.ts'
import { type LocalSite, openLocalSite } from '../../testing/local-site.ts'
import { openTemporaryCore, type TemporaryCore } from '../../testing/temporary-core.ts'

const film = readFileSync(join(import.meta.dirname, '..', '..', 'testing', 'recordings', 'talk.webm'))
const talk = '/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d'
let site: LocalSite
let library: TemporaryCore
let id: ItemId
beforeAll(async () => {
  site = await openLocalSite()
  library = await openTemporaryCore()
  const { results } = await library.call('item.save', { links: [`${site.url}${talk}`], typed: true })
  await library.core.settled()
  if (!results[0]?.ok) throw new Error('not saved')
  id = results[0].item.id
})
afterAll(async () => {
  await library.remove()
  await site.close()
})

async function give(bytes: Uint8Array, name = 'C:\\talks\\mine.webm') {
  const { upload } = await library.call('recording.begin', { id, name, bytes: bytes.length })
  for (let at = 0; at < bytes.length; at += 5_000) {
    const base64 = Buffer.from(bytes.subarray(at, at + 5_000)).toString('base64')
    await library.call('recording.part', { upload, at, base64 })
  }
  return library.call('recording.finish', { upload })
}
const left = async () => (await readdir(library.library)).filter((name) => name.startsWith('.recording'))
const failed = async () => (await library.call('job.list', {})).jobs.filter((job) => job.kind === 'recording' && job.state === 'failed')

describe('a file the reader gives', () => {
  test('comes in parts, is what its bytes are, and stays when another takes its place', async () => {
    const { recording, before } = await give(film)
    expect([before, recording]).toMatchObject([null, { itemId: id, mime: 'video/webm', name: 'mine.webm', url: null, bytes: film.length }])
    const whole = await library.core.respond({ path: recordingPath(recording), method: 'GET' })
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/webm' }, part: { start: 0, end: film.length - 1 } })
    expect(readFileSync(whole.part?.path ?? '').equals(film)).toBe(true)
    expect(await library.call('recording.stopAt', { id, seconds: 7.5 })).toEqual({ done: 1 })
    const sound = readFileSync(join(import.meta.dirname, '..', '..', 'testing', 'recordings', 'talk.ogg'))
    expect(await give(sound, 'mine.ogg')).toMatchObject({
      recording: { mime: 'audio/ogg' },
      before: { hash: recording.hash, stoppedAt: 7.5 },
    })
    const { removed } = await library.call('recording.remove', { id })
    expect(removed).toMatchObject({ mime: 'audio/ogg' })
    const { name, url, stoppedAt, hash } = { ...recording, stoppedAt: 7.5 }
    const back = await library.call('recording.restore', { id, hash, name, url, stoppedAt })
    expect(back.recording).toMatchObject({ hash, mime: 'video/webm', stoppedAt: 7.5 })
    expect(await left()).toEqual([])
  })

  test('must be whole, in order, and a recording', async () => {
    const begin = () => library.call('recording.begin', { id, name: 'x.webm', bytes: 100 })
    const page = Buffer.from('<!doctype html><title>No film</title>'.padEnd(100)).toString('base64')
    const { upload } = await begin()
    await expect(library.call('recording.part', { upload, at: 0, base64: page })).rejects.toMatchObject({
      code: 'recording.unreadable',
      facts: { name: 'x.webm' },
    })
    const { upload: other } = await begin()
    const head = Buffer.from(film.subarray(0, 60)).toString('base64')
    await library.call('recording.part', { upload: other, at: 0, base64: head })
    await expect(library.call('recording.part', { upload: other, at: 0, base64: head })).rejects.toMatchObject({
      code: 'recording.cut-off',
    })
    await expect(library.call('recording.part', { upload: other, at: 60, base64: head })).rejects.toMatchObject({
      code: 'recording.cut-off',
    })
    await expect(library.call('recording.finish', { upload: other })).rejects.toMatchObject({ code: 'recording.cut-off' })
    const { upload: third } = await begin()
    expect(await library.call('recording.abandon', { upload: third })).toEqual({ done: 1 })
    await expect(library.call('recording.begin', { id, name: 'x', bytes: 9_000_000_000 })).rejects.toMatchObject({ code: 'input.invalid' })
    expect(await left()).toEqual([])
    // No other file of the library can be made a recording by its name.
    const { item } = await library.call('item.get', { id })
    const copies = (await library.call('item.get', { id })).copies
    expect([item.kind, copies.length]).toEqual(['talk', 0])
  })
})

describe('a file an open platform offers', () => {
  test('is shown with its size first, then fetched as a job, and told by its bytes and not by its server', async () => {
    const { offers } = await library.call('recording.offers', { id })
    expect(offers).toEqual([
      { url: `${site.url}/films/talk.webm`, mime: 'video/webm', bytes: film.length, label: '54p', host: new URL(site.url).host },
      { url: `${site.url}/films/lost.webm`, mime: 'video/webm', bytes: 99_000_000, label: '1080p', host: new URL(site.url).host },
    ])
    await library.call('recording.fetch', { id, url: offers[0]?.url ?? '' })
    await library.core.settled()
    const { recording } = await library.call('recording.get', { id })
    expect(recording).toMatchObject({ mime: 'video/webm', name: 'talk.webm', url: `${site.url}/films/talk.webm`, bytes: film.length })
    expect(await left()).toEqual([])
  })

  test.each([
    ['/films/lost.webm', 'page.gone'],
    ['/films/page.webm', 'recording.unreadable'],
  ])('%s ends with %s, and what is here stays', async (path, code) => {
    const before = (await library.call('recording.get', { id })).recording
    await library.call('recording.fetch', { id, url: `${site.url}${path}` })
    await library.core.settled()
    expect((await failed()).map((job) => job.failure?.code)).toEqual([code])
    expect((await library.call('recording.get', { id })).recording).toEqual(before)
    expect((await library.call('item.get', { id })).item).toMatchObject({ failure: null })
    expect(await left()).toEqual([])
  })

  test('a private address that is not the talk’s own is not asked', async () => {
    const server = await serve((_request, response) => response.end(film))
    await library.call('recording.fetch', { id, url: server.url('/talk.webm') })
    await library.core.settled()
    expect((await failed()).map((job) => job.failure?.code)).toEqual(['link.private'])
    expect(server.hits).toEqual([])
  })

  test('a process that is killed in the middle: the next one asks for the rest and leaves nothing behind', async () => {
    let slow = true
    const asked: (string | string[] | undefined)[][] = []
    const server = await serve((request, response) => {
      if (request.url?.startsWith('/api/')) return void response.writeHead(404).end()
      if (request.url !== '/films/talk.webm') return void response.end('<title>A talk</title>')
      const [from, to] = [request.headers.range === undefined ? 0 : 6_000, film.length]
      asked.push([request.headers.range, request.headers['if-range']])
      const range = { 'content-range': `bytes ${from}-${to - 1}/${to}` }
      response.writeHead(from === 0 ? 200 : 206, { 'content-length': to - from, etag: '"one"', ...(from === 0 ? {} : range) })
      if (slow) response.write(film.subarray(0, 6_000))
      else response.end(film.subarray(from))
    })
    const folder = await mkdtemp(join(tmpdir(), 'carrel-killed-'))
    try {
      const one = await prepareCoreProcess().open(folder, { hurried: true })
      const { results } = await one.call('item.save', { links: [server.url(talk)], typed: true })
      const saved = results[0]?.ok ? results[0].item.id : id
      await one.call('recording.fetch', { id: saved, url: server.url('/films/talk.webm') })
      const done = async () => (await one.call('job.list', {})).jobs.find((job) => job.kind === 'recording')?.done
      await expect.poll(done, { timeout: 20_000 }).toBe(6_000)
      await one.kill()
      expect((await readdir(folder)).filter((name) => name.startsWith('.recording'))).toHaveLength(2)
      slow = false
      const next = await openTemporaryCore({ library: folder })
      await expect
        .poll(async () => (await next.call('recording.get', { id: saved })).recording?.bytes, { timeout: 20_000 })
        .toBe(film.length)
      await next.core.settled()
      expect(asked).toEqual([
        [undefined, undefined],
        ['bytes=6000-', '"one"'],
      ])
      const { recording } = await next.call('recording.get', { id: saved })
      if (recording === null) throw new Error('no recording')
      const whole = await next.core.respond({ path: recordingPath(recording), method: 'GET' })
      expect(readFileSync(whole.part?.path ?? '').equals(film)).toBe(true)
      expect((await readdir(folder)).filter((name) => name.startsWith('.recording'))).toEqual([])
      await next.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
