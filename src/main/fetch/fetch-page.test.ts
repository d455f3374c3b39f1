import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { isCancelled } from '../../shared/failure.ts'
import { failureOf, openTestNetwork, serve } from '../network/loopback-server.ts'
import { fetchPage, type PageRequest } from './fetch-page.ts'
import { metaRefresh } from './meta-refresh.ts'

const failed = (code: string, facts: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })
const clock = { now: () => 1_750_000_000_000 }

function fetching(url: string, more: Partial<PageRequest> = {}) {
  const request = { url, privateHosts: new Set([new URL(url).host]), maxBytes: 100_000, signal: new AbortController().signal, ...more }
  return fetchPage(request, { network: openTestNetwork(), clock })
}

describe('a page', () => {
  test('comes with everything that is known about it', async () => {
    const html = '<!doctype html><title>Привет</title>'
    const server = await serve((request, response) => {
      if (request.url === '/old') return response.writeHead(301, { Location: '/new' }).end()
      response.setHeader('Content-Type', 'text/html; charset=windows-1251').setHeader('ETag', '"1"')
      response.setHeader('Last-Modified', 'Tue, 01 Jul 2025 10:00:00 GMT').end(iconv.encode(html, 'windows-1251'))
    })
    expect(await fetching(server.url('/old'))).toEqual({
      requestedUrl: server.url('/old'),
      url: server.url('/new'),
      status: 200,
      kind: 'html',
      mime: 'text/html',
      charset: 'windows-1251',
      charsetGuessed: false,
      body: iconv.encode(html, 'windows-1251'),
      text: html,
      etag: '"1"',
      lastModified: 'Tue, 01 Jul 2025 10:00:00 GMT',
      fetchedAt: 1_750_000_000_000,
      source: 'web',
      companions: new Map(),
    })
  })

  test('that is a file has no text', async () => {
    const server = await serve((_request, response) => response.setHeader('Content-Type', 'text/html').end('%PDF-1.7 \0'))
    expect(await fetching(server.url('/'))).toMatchObject({
      kind: 'pdf',
      mime: 'application/pdf',
      text: null,
      charset: null,
      charsetGuessed: false,
    })
  })

  test('that is known already is unchanged', async () => {
    const server = await serve((request, response) =>
      request.headers['if-none-match'] === '"1"' ? response.writeHead(304).end() : response.end('new'),
    )
    expect(await fetching(server.url('/'), { etag: '"1"' })).toBe('unchanged')
    expect(await fetching(server.url('/'), { etag: '"2"' })).toMatchObject({ status: 200 })
  })

  test.each([
    [204, {}, ''],
    [205, {}, ''],
    [200, {}, ''],
    [200, { 'Content-Type': 'text/html; charset=utf-8' }, ''],
    [200, { 'Content-Type': 'text/plain' }, ' \r\n\t'],
    [200, { 'Content-Type': 'text/plain; charset=utf-8' }, '\ufeff'],
    [200, { 'Content-Type': 'application/pdf' }, ''],
  ])('with nothing in it has nothing to read: %i %o %j', async (status, headers, body) => {
    const server = await serve((_request, response) => response.writeHead(status, headers).end(body))
    expect(await failureOf(fetching(server.url('/')))).toEqual(failed('page.no-article', { status, host: server.host }))
  })

  test('said to be unchanged though nobody asked is garbled', async () => {
    const server = await serve((_request, response) => response.writeHead(304).end())
    expect(await failureOf(fetching(server.url('/')))).toEqual(failed('page.garbled', { status: 304 }))
  })

  test.each([
    [400, 'page.refused'],
    [402, 'page.login'],
    [403, 'page.refused'],
    [404, 'page.gone'],
    [406, 'page.refused'],
  ])('refused with %i is %s', async (status, code) => {
    const server = await serve((_request, response) => response.writeHead(status).end('no'))
    expect(await failureOf(fetching(server.url('/')))).toEqual(failed(code, { status, host: server.host }))
  })

  test.each(['data:text/html,hello', 'file:///etc/passwd', 'ftp://a.example/', 'about:blank', 'mailto:a@a.example'])(
    'at %s is unsupported',
    async (url) => {
      expect(await failureOf(fetching(url))).toEqual(failed('link.unsupported', { scheme: new URL(url).protocol }))
    },
  )

  test('past the limit is too large', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(2_000)))
    expect(await failureOf(fetching(server.url('/'), { maxBytes: 1_000 }))).toEqual(failed('page.too-large', { maxBytes: 1_000 }))
  })

  test('cancelled is no failure', async () => {
    expect(isCancelled(await failureOf(fetching('http://127.0.0.1:1/', { signal: AbortSignal.abort() })))).toBe(true)
  })
})

describe('a meta refresh', () => {
  test('is followed, and leaves no validators that belong elsewhere', async () => {
    const server = await serve((request, response) => {
      response.setHeader('ETag', '"x"').setHeader('Content-Type', 'text/html')
      response.end(request.url === '/old' ? '<meta http-equiv="refresh" content="0; url=new?a=1&amp;b=2">' : '<p>here')
    })
    expect(await fetching(server.url('/old'), { etag: '"mine"' })).toMatchObject({
      requestedUrl: server.url('/old'),
      url: server.url('/new?a=1&b=2'),
      text: '<p>here',
      etag: null,
      lastModified: null,
    })
  })

  test('in circles ends', async () => {
    const server = await serve((request, response) => {
      response.setHeader('Content-Type', 'text/html').end(`<meta http-equiv=refresh content="1;url=${request.url === '/a' ? '/b' : '/a'}">`)
    })
    expect(await failureOf(fetching(server.url('/a')))).toEqual(failed('page.redirects', { reason: 'meta-refresh' }))
    expect(server.hits).toEqual(['GET /a', 'GET /b'])
  })

  test('without end ends', async () => {
    const server = await serve((request, response) => {
      response.setHeader('Content-Type', 'text/html').end(`<meta http-equiv=refresh content="0;url=${request.url}x">`)
    })
    expect(await failureOf(fetching(server.url('/')))).toEqual(failed('page.redirects'))
    expect(server.hits).toHaveLength(5)
  })

  test('into the private network is refused', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end('<meta http-equiv=refresh content="0;url=http://192.168.1.1/reboot">')
    })
    expect(await failureOf(fetching(server.url('/')))).toEqual(failed('link.private', { host: '192.168.1.1' }))
  })

  const meta = (content: string) => `<html><head><meta http-equiv="Refresh" content="${content}"></head>`
  test.each([
    [meta('0;url=/new'), 'https://a.example/new'],
    [meta('0;URL=&#39;/new&#39;'), 'https://a.example/new'],
    [meta("5; url='/new'"), 'https://a.example/new'],
    [meta('0 , https://b.example/'), 'https://b.example/'],
    [meta('0; /new'), 'https://a.example/new'],
    [meta('0.5; url=/new'), 'https://a.example/new'],
    [`<META CONTENT='0;url="/new"' HTTP-EQUIV=refresh>`, 'https://a.example/new'],
    [meta('6; url=/new'), null],
    [meta('300'), null],
    [meta('0'), null],
    [meta('0; url='), null],
    [meta('0; url=/page#top'), null],
    [meta('0; url=javascript:alert(1)'), null],
    [`<!-- ${meta('0;url=/new')} -->`, null],
    [`<noscript>${meta('0;url=/enable-js')}</noscript>`, null],
    [`<noscript>${meta('0;url=/enable-js')}</noscript>${meta('0;url=/new')}`, 'https://a.example/new'],
    [`<script>'${meta('0;url=/new')}'</script>`, null],
    [`<textarea>${meta('0;url=/new')}`, null],
    ['<meta name="refresh" content="0;url=/new">', null],
  ])('%s leads to %s', (html, expected) => {
    expect(metaRefresh(html, 'https://a.example/page')).toBe(expected)
  })
})

test('a page full of text is read where it stands, whatever its refresh says', () => {
  const refresh = '<meta http-equiv="refresh" content="0;url=/elsewhere">'
  expect(metaRefresh(`${refresh}<p>You are sent on.</p>`, 'https://a.example/')).toBe('https://a.example/elsewhere')
  expect(metaRefresh(`<p>${'Plenty of words to read. '.repeat(120)}</p>${refresh}`, 'https://a.example/')).toBeNull()
})
