// Who may send Carrel into the private network: the reader, one address at a time. Two servers on loopback are two private hosts.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalSite, openLocalSite } from '../testing/local-site.ts'
import { openTemporaryCore, type TemporaryCore } from '../testing/temporary-core.ts'

let site: LocalSite
let other: LocalSite
let library: TemporaryCore
let server: Server
let page: string
beforeAll(async () => {
  site = await openLocalSite()
  other = await openLocalSite()
  library = await openTemporaryCore()
  const text = '<p>A paragraph that is long enough to be taken for one, about a page in the network at home.</p>'.repeat(10)
  server = createServer((request, response) => {
    if (request.url === '/ring.png') return response.writeHead(302, { location: `${site.url}/pictures/ring.png` }).end()
    response.setHeader('content-type', 'text/html')
    response.end(
      `<title>At home</title><article><h1>At home</h1>${text}<img src="/ring.png"><img src="${other.url}/pictures/ring.png"></article>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await library.remove()
  await new Promise((resolve) => server.close(resolve))
  await Promise.all([site.close(), other.close()])
})

test('of a stranger’s links only those that the reader chose may be private, and they keep their order', async () => {
  const links = [`${site.url}/article/plain/`, 'https://shelf.example/', `${other.url}/article/plain/`]
  const { results } = await library.call('item.save', { links, chosen: [links[2] ?? ''] })
  expect(results.map((result) => (result.ok ? 'saved' : result.failure.code))).toEqual(['link.private', 'saved', 'saved'])
  await library.core.settled()
  expect(site.requests()).toEqual([])
  expect(other.requests().length).toBeGreaterThan(0)
})

test('a link that is chosen but not among the links saves nothing', async () => {
  const before = (await library.call('item.list', {})).total
  await library.call('item.save', { links: [`${site.url}/article/plain/`], chosen: [`${site.url}/other/`] })
  expect((await library.call('item.list', {})).total).toBe(before)
})

test('a link in a page may be private on the page’s own host alone, and only when the reader typed the page’s address', async () => {
  const save = async (links: readonly string[], options = {}) =>
    (await library.call('item.save', { links: [...links], ...options })).results
  const [home] = await save([`${page}typed`], { typed: true })
  const [strange] = await save(['https://stranger.example/'])
  if (!home?.ok || !strange?.ok) throw new Error('not saved')
  const codes = async (links: readonly string[], from: string) =>
    (await save(links, { from })).map((result) => (result.ok ? 'saved' : result.failure.code))
  expect(await codes([`${page}next`, `${site.url}/article/plain/`], home.item.id)).toEqual(['saved', 'link.private'])
  expect(await codes([`${page}another`, 'https://stranger.example/next'], strange.item.id)).toEqual(['link.private', 'saved'])
})

test('a private page may name its own host and no other private one, not by a redirect either', async () => {
  const [siteBefore, otherBefore] = [site.requests().length, other.requests().length]
  const { results } = await library.call('item.save', { links: [page], typed: true })
  await library.core.settled()
  const [result] = results
  if (!result?.ok) throw new Error('not saved')
  const { item } = await library.call('item.get', { id: result.item.id })
  expect(item).toMatchObject({ state: 'partial', title: 'At home' })
  expect([site.requests().length, other.requests().length]).toEqual([siteBefore, otherBefore])
})
