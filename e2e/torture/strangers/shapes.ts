// What is hardly HTTP: smuggled requests, pipelines, other methods, other versions, other protocols, addresses and headers without end.
import { randomBytes } from 'node:crypto'
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { type Case, deed, deedCall, tryAll } from './case.ts'
import type { Served } from './served.ts'
import { request } from './speak.ts'

export async function inOddShapes(given: Given, served: Served): Promise<Outcome> {
  const { port, token } = served
  const host = `Host: 127.0.0.1:${port}`
  const auth = `Authorization: Bearer ${token}`
  const raw = (name: string, lines: readonly string[], body = '', is: Case['is'] = 'refused'): Case => ({
    name,
    send: [`${lines.join('\r\n')}\r\n\r\n${body}`],
    is,
  })
  const hidden = `POST ${deedCall} HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: ${deed.length}\r\n\r\n${deed}`

  // The hidden request has no token, so it may only ever be refused; where the outer one ends is what is disputed.
  const smuggled = [
    ['Content-Length: 4', 'Transfer-Encoding: chunked'],
    ['Transfer-Encoding: chunked', 'Content-Length: 4'],
    ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
    ['Transfer-Encoding: identity', 'Transfer-Encoding: chunked'],
    ['Transfer-Encoding: xchunked'],
    ['Transfer-Encoding : chunked'],
    ['Transfer-Encoding: chunked, chunked'],
    ['Transfer-Encoding: chunked, identity'],
    ['Transfer-Encoding:\tchunked', 'Content-Length: 5'],
    ['Transfer-Encoding: \x0bchunked'],
    ['X: y\nTransfer-Encoding: chunked', 'Content-Length: 5'],
    ['Content-Length: 5', 'Content-Length: 6'],
    ['Content-Length: 5, 6'],
    ['Content-Length: +5'],
    ['Content-Length: -5'],
    ['Content-Length: 0x5'],
    ['Content-Length: 5 '],
    ['Content-Length:'],
    ['Content-Length: 5', ' folded: x'],
    ['Connection: Content-Length', 'Content-Length: 5'],
  ].map((lines) => raw(`smuggled by ${lines.join(' | ')}`, [`POST ${deedCall} HTTP/1.1`, host, ...lines], `0\r\n\r\n${hidden}`))
  const chunks = [
    'g\r\n',
    '-1\r\n',
    '1;x=\r\n\r\n',
    `${'f'.repeat(20)}\r\n`,
    `1;${'x'.repeat(20_000)}\r\na\r\n0\r\n\r\n`,
    '1\na\n0\n\n',
    '1\r\nab\r\n0\r\n\r\n',
    '0\r\nTrailer: x\r\nHost: evil\r\n\r\n',
    ' 1\r\na\r\n',
  ].map((body) =>
    raw(
      `chunks ${JSON.stringify(body.slice(0, 20))}`,
      [`POST ${deedCall} HTTP/1.1`, host, 'Content-Type: application/json', 'Transfer-Encoding: chunked', 'Connection: close'],
      body,
    ),
  )
  const pipelined = [
    raw('a hundred in one breath', [`GET / HTTP/1.1`, host], `GET / HTTP/1.1\r\n${host}\r\n\r\n`.repeat(100)),
    raw('a stranger behind the owner', [`HEAD /index.html HTTP/1.1`, host, auth], hidden, [200]),
    raw(
      'after a refusal',
      ['GET / HTTP/1.1', 'Host: attacker.example'],
      `POST ${deedCall} HTTP/1.1\r\n${host}\r\n${auth}\r\nContent-Type: application/json\r\nContent-Length: ${deed.length}\r\n\r\n${deed}`,
    ),
  ]

  const methods = [
    'TRACE',
    'TRACK',
    'CONNECT',
    'OPTIONS',
    'PUT',
    'DELETE',
    'PATCH',
    'PROPFIND',
    'PRI',
    'PURGE',
    'get',
    'EVIL',
    'POST',
    'GET\0',
    '',
  ]
  const asMethod = methods.flatMap((method) => [
    raw(`${method} by a stranger`, [`${method} / HTTP/1.1`, host, 'Connection: close', 'Cookie: x=1']),
    raw(`${method} by the owner`, [`${method} / HTTP/1.1`, host, auth, 'Connection: close']),
  ])
  const connect = [
    raw('CONNECT to somewhere', ['CONNECT attacker.example:443 HTTP/1.1', host, auth]),
    raw('OPTIONS *', ['OPTIONS * HTTP/1.1', host, auth]),
  ]
  const versions = ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.2', 'HTTP/1.11', 'HTTP/11', 'http/1.1', 'ICE/1.0', ''].map((version) =>
    raw(`the version ${version}`, [`GET / ${version}`, host, 'Connection: close']),
  )
  const lines = [
    'GET',
    'GET /',
    '/',
    ' GET / HTTP/1.1',
    'GET  /  HTTP/1.1',
    'GET\t/\tHTTP/1.1',
    'GET / HTTP/1.1 x',
    `GET /\r HTTP/1.1`,
    'GET /\n HTTP/1.1',
    'GET /\0 HTTP/1.1',
    'GET /\x7f HTTP/1.1',
    'GET /\xff HTTP/1.1',
  ].map((line) => raw(`the line ${JSON.stringify(line)}`, [line, host, 'Connection: close']))
  const headers = [
    'a',
    ':',
    ': x',
    'a b: c',
    'a\0: b',
    'a: b\0c',
    'a: b\rc',
    '\xff: x',
    'a: \xff\xfe',
    `a: ${'b'.repeat(20_000)}`,
    `${'a'.repeat(20_000)}: b`,
    Array.from({ length: 3_000 }, (_, n) => `h${n}: x`).join('\r\n'),
  ].map((header) => raw(`the header ${JSON.stringify(header.slice(0, 20))}`, ['GET / HTTP/1.1', host, header, 'Connection: close']))
  const long = [10_000, 20_000, 1_000_000].map((length) =>
    raw(`an address of ${length}`, [`GET /${'a'.repeat(length)} HTTP/1.1`, host, 'Connection: close']),
  )
  const bytes: readonly (readonly [string, Buffer | string])[] = [
    ['HTTP/2', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${'\0'.repeat(9)}`],
    ['TLS', Buffer.from('1603010200010001fc0303', 'hex')],
    ['SSH', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['SMTP', 'EHLO attacker.example\r\nMAIL FROM:<a@attacker.example>\r\n'],
    ['Redis', '*1\r\n$4\r\nPING\r\n'],
    ['an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['nothing but lines', '\r\n'.repeat(10_000)],
    ['nothing but zeros', Buffer.alloc(100_000)],
  ]
  const chance = chanceFrom(given.seed + 4)
  const noise = Array.from({ length: given.length === 'full' ? 500 : 20 }, () => randomBytes(chance.between(1, 3_000)))
  const good = request(
    `POST ${deedCall}`,
    { host: `127.0.0.1:${port}`, 'content-type': 'application/json', 'content-length': String(deed.length) },
    deed,
  )
  const flipped = Array.from({ length: given.length === 'full' ? 2_000 : 60 }, () => {
    const copy = Buffer.from(good, 'latin1')
    for (let n = chance.between(1, 4); n > 0; n--) copy[chance.between(0, copy.length - 1)] = chance.between(0, 255)
    return copy
  })
  const spoken = [
    ...bytes,
    ...noise.map((one, at) => [`noise ${at}`, one] as const),
    ...flipped.map((one, at) => [`a request with wrong bytes, ${at}`, one] as const),
  ].map(
    // Whatever is no request yet is waited for, until the time for headers is over: that is what slow.ts tries.
    ([name, send]): Case => ({ name, send: [send], is: 'harmless', quietMs: 150 }),
  )
  const cases = [...smuggled, ...chunks, ...pipelined, ...asMethod, ...connect, ...versions, ...lines, ...headers, ...long]
  return tryAll(served, 'shapes: smuggling, methods, noise', [...cases.map((one) => ({ quietMs: 1_500, ...one })), ...spoken])
}
