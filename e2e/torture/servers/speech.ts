// Servers that do not speak HTTP, speak an old or a wrong one, lie about lengths, or break off.
import { always, answer, article, byPath, head, silence } from './answers.ts'
import type { CaseMaker, Ending } from './case.ts'
import { type Converse, goodCertificate, type HostOptions } from './world.ts'

type Odd = readonly [name: string, converse: Converse, ends: readonly Ending[], options?: HostOptions]

const page = article('A page from an odd server')
const garbled: readonly Ending[] = ['page.garbled']
const unreachable: readonly Ending[] = ['page.unreachable']
const whole: readonly Ending[] = ['complete']
const either: readonly Ending[] = ['complete', 'page.garbled']
const of = (status: string, headers: string, body = page) => `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${headers}\r\n${body}`
const length = `Content-Length: ${page.length}\r\n`

const oddities: readonly Odd[] = [
  ['HTTP/1.0', always(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`), whole],
  ['HTTP/0.9', always(page), garbled],
  ['HTTP/2, unasked', always(Buffer.from('000012040000000000000300000064000400100000000600004000', 'hex'), 'stay'), garbled],
  ['the greeting of HTTP/2', always('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'stay'), garbled],
  ['HTTP/3.7', always(`HTTP/3.7 200 OK\r\n${length}\r\n${page}`), garbled],
  ['rubbish', always(Buffer.alloc(5_000, 0xa7), 'stay'), garbled],
  ['zeros', always(Buffer.alloc(5_000), 'stay'), garbled],
  ['SSH', always('SSH-2.0-OpenSSH_9.9\r\n', 'stay'), garbled],
  ['a mail server', always('220 mail.example ESMTP\r\n', 'stay'), garbled],
  ['a TLS alert', always(Buffer.from('15030100020246', 'hex'), 'stay'), garbled],
  ['HTTP on the secure port', always(of('400 Bad Request', '')), [...unreachable, 'page.timeout'], { at: 443 }],
  [
    'an answer before the question',
    silence,
    [...either, ...unreachable, 'page.timeout'],
    { greet: (socket) => socket.write(of('200 OK', length)) },
  ],
  ['two answers for one question', always(of('200 OK', length) + of('200 OK', length)), either],
  ['a status of 999', always(of('999 Beyond', length)), ['page.broken', ...garbled]],
  ['a status of 000', always(of('000 None', length)), garbled],
  ['a status of 99', always(of('99 Few', length)), garbled],
  ['a status of letters', always(of('OK 200', length)), garbled],
  ['100 Continue and no more', always('HTTP/1.1 100 Continue\r\n\r\n'), [...unreachable, ...garbled]],
  [
    '101 Switching Protocols',
    always('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n', 'stay'),
    [...garbled, ...unreachable, 'page.timeout'],
  ],
  ['204 with a body', always(of('204 No Content', length)), ['page.no-article', ...garbled]],
  ['205 with a body', always(of('205 Reset Content', length)), ['page.no-article', 'complete', ...garbled]],
  ['304, though nobody had it', always(of('304 Not Modified', length)), garbled],
  [
    '206 of a part, unasked',
    always(of('206 Partial Content', `Content-Range: bytes 0-${page.length - 1}/${page.length + 5_000}\r\n${length}`)),
    garbled,
  ],
  ['206 that says no range', always(of('206 Partial Content', length)), garbled],
  ['206 of the whole', always(of('206 Partial Content', `Content-Range: bytes 0-${page.length - 1}/${page.length}\r\n${length}`)), whole],
  ['300 with a page', always(of('300 Multiple Choices', length)), whole],
  ['401', always(of('401 No', length)), ['page.login']],
  ['402', always(of('402 Pay', length)), ['page.login']],
  ['403', always(of('403 No', length)), ['page.refused']],
  ['407 from nobody’s proxy', always(of('407 Proxy', length)), unreachable],
  ['410', always(of('410 Gone', length)), ['page.gone']],
  ['418', always(of('418 Teapot', length)), ['page.refused']],
  ['451', always(of('451 Law', length)), ['page.refused']],
  ['500', always(of('500 Broken', length)), ['page.broken']],
  ['no reason and no type', always(`HTTP/1.1 200\r\n\r\n${page}`), whole],
]

const lies: readonly Odd[] = [
  ['more than its length', always(of('200 OK', length) + page), either],
  ['less than its length, and an end', always(of('200 OK', `Content-Length: ${page.length + 100}\r\n`)), garbled],
  ['less than its length, and silence', always(of('200 OK', `Content-Length: ${page.length + 100}\r\n`), 'stay'), ['page.timeout']],
  ['a length of none', always(of('200 OK', 'Content-Length: 0\r\n')), ['page.no-article', ...garbled]],
  ['two lengths', always(of('200 OK', `Content-Length: 5\r\n${length}`)), garbled],
  ['the same length twice', always(of('200 OK', length + length)), either],
  [
    'a length and chunks',
    always(of('200 OK', `${length}Transfer-Encoding: chunked\r\n`, `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`)),
    either,
  ],
  ['a negative length', always(of('200 OK', 'Content-Length: -1\r\n')), garbled],
  ['a length with a sign', always(of('200 OK', `Content-Length: +${page.length}\r\n`)), either],
  ['a length in words', always(of('200 OK', 'Content-Length: many\r\n')), garbled],
  ['an unknown transfer', always(of('200 OK', 'Transfer-Encoding: parcel\r\n')), either],
  ['chunks of nonsense', always(of('200 OK', 'Transfer-Encoding: chunked\r\n', 'ZZ\r\nabc\r\n')), garbled],
  ['a negative chunk', always(of('200 OK', 'Transfer-Encoding: chunked\r\n', '-5\r\nabcde\r\n0\r\n\r\n')), garbled],
  ['a chunk longer than it says', always(of('200 OK', 'Transfer-Encoding: chunked\r\n', '3\r\nabcdef\r\n0\r\n\r\n')), garbled],
  ['chunks without an end', always(of('200 OK', 'Transfer-Encoding: chunked\r\n', `${page.length.toString(16)}\r\n${page}\r\n`)), garbled],
  ['a header without a colon', always(of('200 OK', `No colon here\r\n${length}`)), either],
  ['a header with a zero byte', always(of('200 OK', `X: a\0b\r\n${length}`)), either],
  ['a header over two lines', always(of('200 OK', `X: a\r\n b\r\n${length}`)), either],
  ['a space before the colon', always(of('200 OK', `X-Space : a\r\n${length}`)), either],
  ['bare line ends', always(of('200 OK', length).replace('\r\n\r\n', '\n\n')), [...either, ...unreachable]],
]

const resets: readonly Odd[] = [
  ['closes at the door', silence, unreachable, { greet: (socket) => socket.end() }],
  ['resets at the door', silence, unreachable, { greet: (socket) => socket.resetAndDestroy() }],
  ['closes before its answer', (socket) => socket.end(), unreachable],
  ['resets before its answer', (socket) => socket.resetAndDestroy(), unreachable],
  ['resets in its headers', always('HTTP/1.1 200 OK\r\nContent-Ty', 'reset'), unreachable],
  ['resets in its body', always(`${head({ 'content-length': '100000' })}<p>half`, 'reset'), [...garbled, ...unreachable]],
  ['resets between its chunks', always(`${head({ 'transfer-encoding': 'chunked' })}5\r\nhello\r\n`, 'reset'), [...garbled, ...unreachable]],
  [
    'resets after the hello of TLS',
    silence,
    unreachable,
    { at: 443, greet: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
  ],
  ['closes after the hello of TLS', silence, unreachable, { at: 443, greet: (socket) => socket.once('data', () => socket.end()) }],
  ['resets inside TLS', (socket) => socket.destroy(), unreachable, { certificate: goodCertificate }],
  ['resets once, then is well', onceReset(), whole],
]

function onceReset(): Converse {
  let asked = 0
  return (socket, requestHead, n) => {
    asked += 1
    if (asked === 1) socket.resetAndDestroy()
    else byPath({ '/': answer(article('A page at the second try')) })(socket, requestHead, n)
  }
}

export const speechCases: CaseMaker = async (world) => {
  const groups = { 'odd speech': oddities, 'lies about length': lies, 'breaks off': resets }
  const made = Object.entries(groups).flatMap(([group, servers], g) =>
    servers.map(async ([name, converse, ends, options = {}], n) => {
      const secure = options.at === 443 || options.certificate !== undefined
      const host = `odd-${g}-${n}.${secure ? 'secure.' : ''}example`
      await world.host(host, converse, options)
      return { group, name, link: `${secure ? 'https' : 'http'}://${host}/`, ends }
    }),
  )
  world.lead('nobody-home.example', [['93.184.99.99']])
  return [
    ...(await Promise.all(made)),
    { group: 'breaks off', name: 'a number nobody answers', link: 'http://nobody-home.example/', ends: unreachable },
    { group: 'breaks off', name: 'a name nobody has', link: 'http://no-such-name.example/', ends: ['page.unreachable', 'network.offline'] },
  ]
}
