// Servers that misbehave: slow, silent, cut off, broken in their encoding, endless, busy.
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { html, paragraphs, type SiteHandler, type SiteRoom, sitePage } from './site-page.ts'

const ordinary = (title: string) => sitePage({ title, body: `<article><h1>${title}</h1>${paragraphs(title.toLowerCase(), 5)}</article>` })

/** Writes `text` in pieces, one every `dripMs`, as long as somebody listens. */
function drip(response: ServerResponse, text: string, pieces: number, dripMs: number): void {
  const size = Math.ceil(text.length / pieces)
  let at = 0
  const timer = setInterval(() => {
    response.write(text.slice(at, at + size))
    at += size
    if (at < text.length) return
    clearInterval(timer)
    response.end()
  }, dripMs)
  response.on('close', () => clearInterval(timer))
}

const slow: SiteHandler = ({ response, dripMs }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  drip(response, String(ordinary('A slow page').body), 20, dripMs)
  return null
}

const huge: SiteHandler = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  const line = `<p>${'and so on '.repeat(6_000)}</p>\n`
  const more = () => {
    while (!response.destroyed && response.write(line));
  }
  response.on('drain', more)
  more()
  return null
}

const busyOnce =
  (status: number): SiteHandler =>
  ({ visitsBefore }) =>
    visitsBefore > 0
      ? ordinary('A busy page')
      : {
          ...html('<title>Busy</title><p>Please come back in a moment.</p>', status),
          headers: { 'retry-after': '1', 'content-type': 'text/html' },
        }

export const faultRoom: SiteRoom = {
  '/slow': slow,
  '/never': () => null,
  '/never-body': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.write('<!doctype html><title>Half a promise</title><p>')
    return null
  },
  // Promises more than it sends.
  '/truncated': ({ response }) => {
    const page = Buffer.from(String(ordinary('A truncated page').body))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.byteLength })
    response.write(page.subarray(0, page.byteLength / 2), () => response.destroy())
    return null
  },
  // Promises nothing, and stops without the last chunk.
  '/truncated-chunked': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.write(String(ordinary('A truncated page').body).slice(0, 900), () => response.destroy())
    return null
  },
  '/reset': ({ request }) => {
    request.socket.resetAndDestroy()
    return null
  },
  '/not-http': ({ request }) => {
    request.socket.end('220 mail.example ESMTP ready\r\n')
    return null
  },
  '/gzip': {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
    body: gzipSync(String(ordinary('A packed page').body)),
  },
  '/gzip-broken': ({ response }) => {
    const packed = gzipSync(String(ordinary('A packed page').body))
    packed.fill(0x55, 40, 80)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(packed)
    return null
  },
  // 200 MB of nothing in 200 kB.
  '/gzip-bomb': ({ response }) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(200_000_000, 32)))
    return null
  },
  '/huge': huge,
  '/busy': busyOnce(503),
  '/too-many': busyOnce(429),
  '/busy-always': { status: 503, headers: { 'content-type': 'text/html' }, body: '<title>Busy</title><p>Come back tomorrow.</p>' },
  '/broken': html('<title>Error</title><h1>500</h1><p>The server fell over.</p>', 500),
}
