// Servers that send too much: bodies, headers, and little that becomes much.
import zlib from 'node:zlib'
import { always, answer, article, head, pour } from './answers.ts'
import type { CaseMaker, Ending } from './case.ts'
import type { Converse } from './world.ts'

type Large = readonly [name: string, converse: Converse, ends: readonly Ending[]]
const tooLarge: readonly Ending[] = ['page.too-large']
const garbled: readonly Ending[] = ['page.garbled']
const block = Buffer.alloc(65_536, '<p>x</p>')
const page = Buffer.from(article('A page that was squeezed'))

const encoded = (encoding: string, bytes: Uint8Array) => always(answer(bytes, { 'content-encoding': encoding }), 'stay')
const endless = (encoding: string, start: Uint8Array, piece: Uint8Array) =>
  pour(
    Buffer.concat([head({ 'content-encoding': encoding }), start]),
    Buffer.concat(Array.from({ length: Math.ceil(16_384 / piece.length) }, () => piece)),
  )

/** `bytes` of nothing, small when sent. */
function bombs(bytes: number): readonly Large[] {
  const zeros = Buffer.alloc(bytes)
  const gzip = zlib.gzipSync(zeros)
  const twice = zlib.gzipSync(gzip)
  const brotli = zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } })
  return [
    ['a gzip bomb', encoded('gzip', gzip), tooLarge],
    ['a deflate bomb', encoded('deflate', zlib.deflateSync(zeros)), tooLarge],
    ['a bare deflate bomb', encoded('deflate', zlib.deflateRawSync(zeros)), tooLarge],
    ['a brotli bomb', encoded('br', brotli), tooLarge],
    ['a zstd bomb', encoded('zstd', zlib.zstdCompressSync(zeros)), tooLarge],
    ['a bomb in a bomb', encoded('gzip, gzip', twice), tooLarge],
    ['a bomb in a bomb in a box', encoded('gzip, gzip, br', zlib.brotliCompressSync(twice)), tooLarge],
    [
      'a bomb of many members',
      encoded('gzip', Buffer.concat(Array.from({ length: 40 }, () => zlib.gzipSync(Buffer.alloc(bytes / 20))))),
      tooLarge,
    ],
  ]
}

const bodies: readonly Large[] = [
  ['a body without end', pour(head(), block), tooLarge],
  [
    'chunks without end',
    pour(head({ 'transfer-encoding': 'chunked' }), Buffer.concat([Buffer.from('10000\r\n'), block, Buffer.from('\r\n')])),
    tooLarge,
  ],
  [
    'chunks of one byte without end',
    pour(head({ 'transfer-encoding': 'chunked' }), '1\r\nx\r\n'.repeat(5_000)),
    [...tooLarge, 'page.timeout'],
  ],
  ['10 GB announced, none sent', always(head({ 'content-length': '10000000000' }), 'stay'), tooLarge],
  ['10 GB announced and begun', pour(head({ 'content-length': '10000000000' }), block), tooLarge],
  ['a length past all numbers', always(head({ 'content-length': '99999999999999999999999999' }), 'stay'), [...tooLarge, ...garbled]],
  [
    'a chunk past all numbers',
    always(Buffer.concat([head({ 'transfer-encoding': 'chunked' }), Buffer.from('FFFFFFFFFFFFFFFFFF\r\n')]), 'stay'),
    garbled,
  ],
]

const nothings: readonly Large[] = [
  // What is sent for ever here unpacks to nothing: a limit on what comes out never ends it.
  ['empty gzip members without end', endless('gzip', Buffer.alloc(0), zlib.gzipSync('')), tooLarge],
  ['empty blocks of deflate without end', endless('deflate', Buffer.from([0x78, 0x9c]), Buffer.from([0, 0, 0, 0xff, 0xff])), tooLarge],
  [
    'frames of zstd to be skipped, without end',
    endless('zstd', Buffer.alloc(0), Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0])),
    [...tooLarge, ...garbled],
  ],
  ['empty blocks of brotli without end', endless('br', Buffer.from([0x0b]), Buffer.from([0x06])), [...tooLarge, ...garbled]],
]

const broken: readonly Large[] = [
  ['gzip cut in the middle', always(answer(zlib.gzipSync(page).subarray(0, 200), { 'content-encoding': 'gzip' })), garbled],
  ['deflate cut in the middle', always(answer(zlib.deflateSync(page).subarray(0, 200), { 'content-encoding': 'deflate' })), garbled],
  ['brotli cut in the middle', always(answer(zlib.brotliCompressSync(page).subarray(0, 200), { 'content-encoding': 'br' })), garbled],
  ['zstd cut in the middle', always(answer(zlib.zstdCompressSync(page).subarray(0, 200), { 'content-encoding': 'zstd' })), garbled],
  [
    'gzip that turns to rubbish',
    always(answer(Buffer.concat([zlib.gzipSync(page).subarray(0, 200), Buffer.alloc(2_000, 7)]), { 'content-encoding': 'gzip' })),
    garbled,
  ],
  ['gzip with a wrong sum', always(answer(wrongSum(), { 'content-encoding': 'gzip' })), garbled],
  [
    'rubbish behind whole gzip',
    always(answer(Buffer.concat([zlib.gzipSync(page), Buffer.alloc(500, 7)]), { 'content-encoding': 'gzip' })),
    ['complete', ...garbled],
  ],
  ['gzip that is none', always(answer(page, { 'content-encoding': 'gzip' })), garbled],
  ['gzip that nobody told of', always(answer(zlib.gzipSync(page))), ['page.not-html']],
  ['four encodings', always(answer(page, { 'content-encoding': 'gzip, gzip, gzip, gzip' })), garbled],
  ['a thousand encodings', always(answer(page, { 'content-encoding': 'gzip,'.repeat(1_000) })), garbled],
  ['an encoding nobody knows', always(answer(page, { 'content-encoding': 'shrink-ray' })), garbled],
]

const headers: readonly Large[] = [
  ['headers without end', pour('HTTP/1.1 200 OK\r\n', `X-Much: ${'x'.repeat(1_000)}\r\n`.repeat(20)), garbled],
  ['small headers without end', pour('HTTP/1.1 200 OK\r\n', 'a:b\r\n'.repeat(2_000)), garbled],
  ['one header without end', pour('HTTP/1.1 200 OK\r\nX-Much: ', 'x'.repeat(65_536)), garbled],
  ['one header name without end', pour('HTTP/1.1 200 OK\r\n', 'x'.repeat(65_536)), garbled],
  ['a reason without end', pour('HTTP/1.1 200 ', 'x'.repeat(65_536)), [...garbled, 'page.timeout']],
  [
    'a thousand headers',
    always(`HTTP/1.1 200 OK\r\n${'a:b\r\n'.repeat(1_000)}Content-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n${page}`),
    ['complete', ...garbled],
  ],
  ['cookies past counting', always(`HTTP/1.1 200 OK\r\n${`Set-Cookie: a=${'x'.repeat(500)}\r\n`.repeat(10_000)}\r\n`), garbled],
  [
    'trailers in a flood',
    pour(Buffer.concat([head({ 'transfer-encoding': 'chunked' }), Buffer.from('1\r\nx\r\n0\r\n')]), 'X-T: 1\r\n'.repeat(5_000)),
    [...garbled, ...tooLarge],
  ],
]

function wrongSum(): Buffer {
  const gzip = zlib.gzipSync(page)
  gzip.writeUInt32LE(0, gzip.length - 8)
  return gzip
}

export const largeCases: CaseMaker = async (world, { length }) => {
  const groups = {
    'too large': bodies,
    'bombs in a parcel': [...bombs(length === 'full' ? 200_000_000 : 20_000_000), ...nothings, ...broken],
    'headers past counting': headers,
  }
  const made = Object.entries(groups).flatMap(([group, servers], g) =>
    servers.map(async ([name, converse, ends], n) => ({
      group,
      name,
      link: `${await world.host(`large-${g}-${n}.example`, converse)}/`,
      ends,
    })),
  )
  return Promise.all(made)
}
