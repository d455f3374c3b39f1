import { expect, test } from 'vitest'
import { ask, failureOf, openTestNetwork, serve } from './loopback-server.ts'

/** Takes a body, one part at a time; answers what came. */
function taker(slowMs = 0) {
  const parts: Uint8Array[] = []
  const begun: (number | null)[] = []
  let writing = 0
  let most = 0
  const into = {
    async begin(bytes: number | null) {
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
