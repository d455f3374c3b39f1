// Servers that take their time: at every stage of an exchange, and for ever.
import { always, answer, article, byPath, drip, dripInto, head, pathOf, pour, silence } from './answers.ts'
import type { CaseMaker, Ending } from './case.ts'
import { type Converse, goodCertificate, type HostOptions } from './world.ts'

const late: readonly Ending[] = ['page.timeout']
const lateOrGarbled: readonly Ending[] = ['page.timeout', 'page.garbled']
const chunked = head({ 'transfer-encoding': 'chunked' })

type Slow = readonly [name: string, converse: Converse, ends?: readonly Ending[], options?: HostOptions]

const servers: readonly Slow[] = [
  ['accepts and says nothing', silence],
  ['never reads', silence, late, { greet: (socket) => socket.pause() }],
  ['a byte of its status line now and then', drip('', 'HTTP/1.1 200 OK', 400)],
  ['a header line now and then, for ever', drip('HTTP/1.1 200 OK\r\n', [Buffer.from('X-Drip: 1\r\n')], 300)],
  ['half a header, then nothing', always('HTTP/1.1 200 OK\r\nContent-Ty', 'stay')],
  ['a byte of the body every 100 ms, for ever', drip(head(), 'x', 100)],
  ['a byte of the body, then nothing', always(Buffer.concat([head({ 'content-length': '100000' }), Buffer.from('<')]), 'stay')],
  [
    'a byte now and then of what is compressed',
    drip(head({ 'content-encoding': 'gzip' }), [Buffer.from([0x1f]), Buffer.from([0])], 150),
    lateOrGarbled,
  ],
  ['a chunk of one byte every 100 ms', drip(chunked, [Buffer.from('1\r\nx\r\n')], 100)],
  ['a chunk size that never ends', drip(chunked, '0', 50), lateOrGarbled],
  ['a chunk extension that never ends', pour(Buffer.concat([chunked, Buffer.from('1;')]), 'x'.repeat(65_536)), lateOrGarbled],
  [
    'trailers that never end',
    drip(Buffer.concat([chunked, Buffer.from('1\r\nx\r\n0\r\n')]), [Buffer.from('X-T: 1\r\n')], 100),
    lateOrGarbled,
  ],
  ['early hints for ever', drip('', [Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n')], 100), lateOrGarbled],
  ['a flood of early hints', pour('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(500)), lateOrGarbled],
  ['a flood of 100 Continue', pour('', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000)), [...lateOrGarbled, 'page.unreachable']],
  ['a secure port that never answers the hello', silence, late, { at: 443 }],
  [
    'a secure port that drips a hello',
    silence,
    [...late, 'page.unreachable'],
    { at: 443, greet: (socket) => dripInto(socket, [Buffer.from([0x16])], 300) },
  ],
  ['a secure server that never answers', silence, late, { certificate: goodCertificate }],
  ['too busy for a hundred years', always(answer('', { 'retry-after': '3155760000' }, '503 Busy'), 'stay'), ['page.busy']],
  [
    'too busy until the year 9999',
    always(answer('', { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, '429 Busy'), 'stay'),
    ['page.busy'],
  ],
  ['too busy for a number that is none', always(answer('', { 'retry-after': '1e999' }, '503 Busy'), 'stay'), ['page.busy']],
  ['too busy, less than no time', always(answer('', { 'retry-after': '-5' }, '429 Busy'), 'stay'), ['page.busy']],
  ['a refusal whose body never ends', pour(head({}, '404 Not Found'), 'x'.repeat(65_536)), ['page.gone']],
  ['a redirect whose body never ends', slowChain(0, true), ['page.redirects']],
  ['redirects, each as late as may be', slowChain(400, false), ['page.redirects']],
]

/** Sends on for ever, each time after a pause. */
function slowChain(pauseMs: number, withBody: boolean): Converse {
  return (socket, requestHead) => {
    const next = answer('', { location: `${pathOf(requestHead)}x`, 'content-length': withBody ? '1000000' : '0' }, '302 Found')
    setTimeout(() => (withBody ? pour(next, 'x'.repeat(10_000))(socket, '', 1) : socket.write(next)), pauseMs)
  }
}

export const slowCases: CaseMaker = async (world) => {
  const cases = await Promise.all(
    servers.map(async ([name, converse, ends = late, options = {}], n) => {
      const host = `slow-${n}.${options.at === 443 || options.certificate ? 'secure.' : ''}example`
      await world.host(host, converse, options)
      const scheme = options.at === 443 || options.certificate ? 'https' : 'http'
      return { group: 'slow', name, link: `${scheme}://${host}/`, ends }
    }),
  )
  world.lead('never-found.example', [['silence']])
  // Good pages of a host that keeps others waiting: they have to wait their turn, and no more.
  const beside = await world.host(
    'slow-and-good.example',
    byPath({ '/stuck/1': silence, '/stuck/2': silence, '/stuck/3': silence, '*': answer(article('A page beside a stuck one')) }),
  )
  return [
    ...cases,
    { group: 'slow', name: 'a name that is never found nor not found', link: 'http://never-found.example/', ends: late },
    ...[1, 2, 3].map((n) => ({ group: 'slow', name: `stuck beside good pages, ${n}`, link: `${beside}/stuck/${n}`, ends: late })),
    ...[1, 2, 3].map((n) => ({
      group: 'good pages beside',
      name: `of a host with stuck ones, ${n}`,
      link: `${beside}/good/${n}`,
      ends: ['complete'] as const,
    })),
  ]
}
