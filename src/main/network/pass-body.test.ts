import { expect, test } from 'vitest'
import { ask, failureOf, openTestNetwork, serve } from './loopback-server.ts'

/** Takes a body, one part at a time; answers what came. */
function taker(slowMs = 0) {
  const parts: Uint8Array[] = []
  const begun: (number | null)[] = []
  let writing = 0
  let most = 0
  const into = {
    async begin({ bytes }: { readonly bytes: number | null }) {
      begun.push(bytes)
      parts.length = 0
    },
    async write(part: Uint8Array) {
      writing += 1
      most = Math.max(most, writing)
      if (slowMs > 0) await new Promise((done) => setTimeout(done, slowMs))
      parts.push(part)
      writing -= 1
    },
  }
  return { into, begun, most: () => most, whole: () => Buffer.concat(parts) }
}
const body = Buffer.alloc(300_000, 'film and sound ')

test('a body is handed on as it comes, whole, one part after the other, and none of it stands in the answer', async () => {
  const server = await serve((_request, response) => void response.writeHead(200, { 'content-length': body.length }).end(body))
  const taken = taker(1)
  const answer = await ask(openTestNetwork(), server.url('/film'), { into: taken.into })
  expect([answer.status, answer.body.length, taken.begun, taken.most()]).toEqual([200, 0, [body.length], 1])
  expect(taken.whole().equals(body)).toBe(true)
})

test('past the limit, packed, or cut off it is a failure; what writing throws comes through', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/packed') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)
    if (request.url === '/gone') return void response.writeHead(404).end('not here')
    // Nobody says how long it is.
    response.write(body)
    response.end(body)
  })
  const fetched = (path: string, into = taker().into) => failureOf(ask(openTestNetwork(), server.url(path), { into, maxBytes: 400_000 }))
  expect(await fetched('/long')).toMatchObject({ code: 'page.too-large' })
  expect(await fetched('/packed')).toMatchObject({ code: 'page.garbled', facts: { reason: 'encoding' } })
  const taken = taker()
  expect(await fetched('/gone', taken.into)).toMatchObject({ code: 'page.gone' })
  expect(taken.begun).toEqual([])
  const full = { ...taker().into, write: () => Promise.reject(new DOMException('stopped', 'AbortError')) }
  expect(await fetched('/long', full)).toBeInstanceOf(Error)
})

test('what broke off is gone on with behind what is held, unless the server has another file meanwhile or sends another part', async () => {
  const asked: unknown[] = []
  const server = await serve((request, response) => {
    const { range } = request.headers
    asked.push([request.url, range, request.headers['if-range']])
    const from = request.url === '/other' || range === undefined ? 0 : Number(/\d+/.exec(range)?.[0])
    const told = `bytes ${request.url === '/wrong' ? from + 1 : from}-${body.length - 1}/${body.length}`
    const headers = { etag: request.url === '/other' ? '"two"' : '"one"', 'content-length': body.length - from }
    response.writeHead(from === 0 ? 200 : 206, from === 0 ? headers : { ...headers, 'content-range': told })
    if (range === undefined && request.url === '/cut')
      response.write(body.subarray(0, 100_000), () => setImmediate(() => response.destroy()))
    else response.end(body.subarray(from))
  })
  const fetched = async (path: string, before: number) => {
    let parts = [body.subarray(0, before)]
    let validator: string | null = before === 0 ? null : '"one"'
    const begun: number[] = []
    const into = {
      held: () => (validator === null ? null : { bytes: Buffer.concat(parts).length, validator }),
      async begin(start: { readonly from: number; readonly validator: string | null }) {
        begun.push(start.from)
        if (start.from === 0) parts = []
        validator = start.validator
      },
      async write(part: Uint8Array) {
        parts.push(Buffer.from(part))
      },
    }
    const failure = await failureOf(ask(openTestNetwork(), server.url(path), { into })).catch(() => null)
    return { failure, begun, whole: Buffer.concat(parts).equals(body), validator }
  }
  const cut = await fetched('/cut', 0)
  expect(cut).toMatchObject({ failure: null, whole: true, validator: '"one"' })
  expect(cut.begun[0]).toBe(0)
  expect(cut.begun[1]).toBeGreaterThan(0)
  expect(await fetched('/rest', 50_000)).toMatchObject({ failure: null, begun: [50_000], whole: true })
  expect(await fetched('/other', 50_000)).toMatchObject({ failure: null, begun: [0], whole: true, validator: '"two"' })
  expect(await fetched('/wrong', 50_000)).toMatchObject({ failure: { code: 'page.garbled' }, begun: [] })
  expect(asked).toContainEqual(['/rest', 'bytes=50000-', '"one"'])
})
