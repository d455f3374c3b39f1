import http from 'node:http'
import { gunzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LocalSite, openLocalSite } from './local-site.ts'
import { charsetPages } from './site/charsets.ts'
import { seriesPath, seriesTitle } from './site/series.ts'

type Got = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer; text: string; whole: boolean }

let site: LocalSite
beforeEach(async () => {
  site = await openLocalSite({ dripMs: 1 })
})
afterEach(() => site.close())

function get(path: string, headers: http.OutgoingHttpHeaders = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${site.url}${path}`, { headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', () => undefined)
      response.on('close', () => {
        const bytes = Buffer.concat(parts)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString(), whole: response.complete })
      })
    })
    request.on('error', reject)
  })
}

describe('the series', () => {
  it('has thirteen parts whose inner links, anchors and pictures are all there, but for one', async () => {
    const missing = new Set<string>()
    for (let n = 1; n <= 13; n++) {
      const { status, text } = await get(seriesPath(n))
      expect(status).toBe(200)
      expect(text).toContain(`<h1>${seriesTitle(n)}</h1>`)
      for (const [, address = ''] of text.matchAll(/(?:href|src)="([^":]+)"/g)) {
        const target = new URL(address, `${site.url}${seriesPath(n)}`)
        if (target.pathname.startsWith('/trap/')) continue
        const there = await get(target.pathname)
        if (there.status !== 200) missing.add(address)
        else if (target.hash !== '') expect(there.text).toContain(`id="${target.hash.slice(1)}"`)
      }
    }
    expect([...missing]).toEqual(['/pictures/lost-with-the-disk.png'])
  })

  it('is listed newest first by its tag and its feed', async () => {
    const expected = Array.from({ length: 13 }, (_, at) => seriesPath(13 - at))
    const listed = (text: string, attribute: RegExp) => [...text.matchAll(attribute)].map((match) => match[1])
    expect(listed((await get('/tag/small-structures/')).text, /<li><a href="(\/blog\/s[^"]+)"/g)).toEqual(expected)
    expect(listed((await get('/feed.atom')).text, /<link href="(\/blog\/[^"]+)"/g)).toEqual(expected)
  })
})

it('sends every charset as it says', async () => {
  for (const page of charsetPages) {
    const { bytes, headers } = await get(page.path)
    expect(iconv.decode(bytes, page.charset), page.path).toContain(page.sentence)
    expect(headers['content-type']?.includes('charset')).toBe(page.said === 'header')
  }
})

it('sends pictures that are what they say', async () => {
  const starts: Record<string, string> = { png: '89504e47', jpg: 'ffd8ff', gif: '474946383961', webp: '52494646' }
  for (const name of ['ring.png', 'wide-1280.png', 'photo.jpg', 'square.gif', 'photo.webp']) {
    const { bytes } = await get(`/pictures/${name}`)
    expect(bytes.toString('hex').startsWith(starts[name.split('.')[1] ?? ''] ?? 'none'), name).toBe(true)
  }
  expect((await get('/pictures/lies.png')).text).toContain('<!doctype html>')
})

describe('trouble', () => {
  it.each([
    ['/gone', 410],
    ['/missing', 404],
    ['/nowhere-at-all', 404],
    ['/soft-404', 200],
    ['/login-401', 401],
    ['/login-403', 403],
    ['/broken', 500],
    ['/busy-always', 503],
    ['/moved/chain', 301],
    ['/moved/loop-a', 302],
    ['/moved/nowhere', 302],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  it('is busy once and then fine', async () => {
    expect(await get('/busy')).toMatchObject({ status: 503, headers: { 'retry-after': '1' } })
    expect((await get('/busy')).status).toBe(200)
    expect((await get('/too-many')).status).toBe(429)
    expect((await get('/too-many')).status).toBe(200)
  })

  it('drips, cuts off, resets and garbles', async () => {
    expect(await get('/slow')).toMatchObject({ status: 200, whole: true })
    expect(await get('/truncated')).toMatchObject({ status: 200, whole: false })
    expect(await get('/truncated-chunked')).toMatchObject({ status: 200, whole: false })
    await expect(get('/reset')).rejects.toMatchObject({ code: 'ECONNRESET' })
    await expect(get('/not-http')).rejects.toThrow('Parse Error')
    expect(gunzipSync((await get('/gzip')).bytes).toString()).toContain('A packed page')
    const { bytes } = await get('/gzip-broken')
    expect(() => gunzipSync(bytes)).toThrow()
  })

  it('goes on for ever where it says so, and notices who leaves', async () => {
    const seen = await new Promise<number>((resolve, reject) => {
      let bytes = 0
      const request = http.get(`${site.url}/huge`, { agent: false }, (response) => {
        response.on('data', (part: Buffer) => {
          bytes += part.byteLength
          if (bytes > 10_000_000) request.destroy()
        })
        response.on('close', () => resolve(bytes))
        response.on('error', () => undefined)
      })
      request.on('error', reject)
    })
    expect(seen).toBeGreaterThan(10_000_000)
  })
})

describe('pages that change', () => {
  it.each([
    ['/fresh/', 'etag', 'if-none-match'],
    ['/dated/', 'last-modified', 'if-modified-since'],
  ])('%s answers 304 until it is changed', async (path, gives, takes) => {
    const validator = String((await get(path)).headers[gives])
    expect(await get(path, { [takes]: validator })).toMatchObject({ status: 304, text: '' })
    site.change(path, '<p>Another page.</p>')
    const second = await get(path, { [takes]: validator })
    expect(second).toMatchObject({ status: 200, text: '<p>Another page.</p>' })
    expect(second.headers[gives]).not.toBe(validator)
    site.change(path, null)
    expect((await get(path, { [takes]: validator })).status).toBe(304)
  })

  it('may turn into any answer', async () => {
    site.change(seriesPath(1), { status: 410, body: 'gone' })
    expect((await get(seriesPath(1))).status).toBe(410)
    site.change('/new', { headers: { 'content-type': 'text/plain' }, body: 'new' })
    expect((await get('/new')).text).toBe('new')
  })
})

it('remembers who asked for what', async () => {
  await get('/article/plain/?utm_source=x', { 'user-agent': 'a reader' })
  await get('/trap/anything')
  expect(site.requests()).toEqual([
    { method: 'GET', path: '/article/plain/?utm_source=x', host: `127.0.0.1:${site.port}`, userAgent: 'a reader' },
    { method: 'GET', path: '/trap/anything', host: `127.0.0.1:${site.port}`, userAgent: '' },
  ])
})

it('leaves the network and comes back on the same port', async () => {
  const never = get('/never').catch((error: unknown) => error)
  await get('/')
  await site.stop()
  expect(await never).toMatchObject({ code: 'ECONNRESET' })
  await expect(get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await site.start()
  expect((await get('/')).status).toBe(200)
})
