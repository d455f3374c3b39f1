// Pages whose pictures are the weapon: too many, too large, without end, not what they say, and drawings that grow when they are drawn.
import zlib from 'node:zlib'
import { samplePictures } from '../../../src/main/assets/sample-pictures.ts'
import type { ItemSummary } from '../../../src/shared/item.ts'
import { always, answer, article, byPath, head, pathOf, picture, png, pour, silence } from './answers.ts'
import type { Case, CaseMaker } from './case.ts'
import { crowds } from './crowds.ts'
import type { Converse } from './world.ts'

type What = readonly string[]

/** Bytes that claim to be enormous, from few. */
function claims(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const wide = (bytes: Uint8Array, change: (copy: Buffer) => void) => {
    const copy = Buffer.from(bytes)
    change(copy)
    return copy
  }
  return [
    [
      'a PNG of 65,000 by 65,000',
      wide(samplePictures.png, (b) => {
        b.writeUInt32BE(65_000, 16)
        b.writeUInt32BE(65_000, 20)
      }),
    ],
    [
      'a PNG of 2^32 - 1',
      wide(samplePictures.png, (b) => {
        b.writeUInt32BE(0xffffffff, 16)
        b.writeUInt32BE(0xffffffff, 20)
      }),
    ],
    [
      'a PNG of 20,000 by 6,000',
      wide(samplePictures.png, (b) => {
        b.writeUInt32BE(20_000, 16)
        b.writeUInt32BE(6_000, 20)
      }),
    ],
    ['a PNG 25,000 wide', samplePictures.bomb],
    [
      'a GIF of 65,535',
      wide(samplePictures.gif, (b) => {
        b.writeUInt16LE(65_535, 6)
        b.writeUInt16LE(65_535, 8)
      }),
    ],
    [
      'a JPEG of 65,500',
      wide(samplePictures.jpeg, (b) => {
        const at = b.indexOf(Buffer.from([0xff, 0xc0]))
        b.writeUInt16BE(65_500, at + 5)
        b.writeUInt16BE(65_500, at + 7)
      }),
    ],
    ['a WebP of 16 million', wide(samplePictures.webpExtended, (b) => b.fill(0xff, 24, 30))],
    [
      'a BMP of 2^31',
      wide(samplePictures.bmp, (b) => {
        b.writeInt32LE(0x7fffffff, 18)
        b.writeInt32LE(-0x7fffffff, 22)
      }),
    ],
    [
      'an AVIF of 60,000',
      wide(samplePictures.avif, (b) => {
        const at = b.indexOf('ispe')
        b.writeUInt32BE(60_000, at + 8)
        b.writeUInt32BE(60_000, at + 12)
      }),
    ],
  ]
}

const svg = (inside: string, attributes = 'width="40" height="30"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`
const laughs = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "haha">${'bcdefghij'
  .split('')
  .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n]};`.repeat(10)}">`)
  .join('')}]>${svg('<text y="9">&j;</text>')}`
const uses = (deep: number) =>
  svg(
    `<defs><g id="u0"><path d="M0 0h9v9z"/></g>${Array.from({ length: deep }, (_, n) => `<g id="u${n + 1}">${`<use href="#u${n}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#u${deep}"/>`,
  )
const patterns = svg(
  `<defs>${Array.from({ length: 10 }, (_, n) => `<pattern id="p${n + 1}" width="9" height="9">${`<rect width="9" height="9" fill="url(#p${n})"/>`.repeat(10)}</pattern>`).join('')}</defs><rect width="40" height="30" fill="url(#p10)"/>`,
)
const circle = svg('<defs><g id="a"><use href="#b"/><path d="M0 0h1v1z"/></g><g id="b"><use href="#a"/></g></defs><use href="#a"/>')

/** Drawings: what is drawn may be small once cleaned, so each is either refused or kept; that it grows is not. */
const drawings = (many: number): readonly (readonly [string, string, readonly ('kept' | 'refused')[]])[] => [
  ['a drawing of a billion laughs', laughs, ['kept', 'refused']],
  ['a drawing that uses itself ten to the nine times', uses(9), ['refused']],
  ['a drawing that uses itself in a circle', circle, ['kept', 'refused']],
  ['a drawing of patterns in patterns', patterns, ['refused']],
  ['a drawing nested ten thousand deep', svg(`${'<g>'.repeat(10_000)}<path d="M0 0h9v9z"/>${'</g>'.repeat(10_000)}`), ['kept', 'refused']],
  ['a drawing of very many paths', svg('<path/>'.repeat(many)), ['kept', 'refused']],
  ['a drawing of a billion by a billion', svg('<path d="M0 0h9v9z"/>', 'width="1000000000" height="1000000000"'), ['kept', 'refused']],
  ['a drawing that is cut', svg('<path d="M0').slice(0, -10), ['kept', 'refused']],
]

function frames(count: number): Buffer {
  const [start, frame] = [samplePictures.gif.subarray(0, 19), samplePictures.gif.subarray(19, samplePictures.gif.length - 1)]
  return Buffer.concat([start, ...Array.from({ length: count }, () => frame), Buffer.from([0x3b])])
}

const odd: readonly (readonly [string, Converse | Uint8Array, What])[] = [
  [
    'a picture without end',
    pour(Buffer.concat([head({ 'content-type': 'image/png' }), samplePictures.png]), Buffer.alloc(65_536)),
    ['page.too-large', 'image.too-large'],
  ],
  [
    'a picture of 10 GB',
    always(head({ 'content-type': 'image/png', 'content-length': '10000000000' }), 'stay'),
    ['page.too-large', 'image.too-large'],
  ],
  [
    'a picture in a gzip bomb',
    answer(zlib.gzipSync(Buffer.concat([samplePictures.png, Buffer.alloc(30_000_000)])), {
      'content-encoding': 'gzip',
      'content-type': 'image/png',
    }),
    ['page.too-large', 'image.too-large'],
  ],
  ['a page as a picture', answer(article('No picture')), ['image.unreadable']],
  ['an empty picture', answer('', { 'content-type': 'image/png' }), ['image.unreadable']],
  ['half an AVIF', answer(samplePictures.avif.subarray(0, 40), { 'content-type': 'image/avif' }), ['image.unreadable']],
  [
    'an AVIF of rubbish',
    answer(Buffer.concat([Buffer.from('\0\0\0\x1cftypavif', 'latin1'), Buffer.alloc(5_000, 0xff)]), { 'content-type': 'image/avif' }),
    ['image.unreadable'],
  ],
  ['a JPEG cut in its head', answer(samplePictures.jpeg.subarray(0, 30), { 'content-type': 'image/jpeg' }), ['image.unreadable']],
  ['a picture that never comes', silence, ['page.timeout']],
  ['a picture that redirects inside', answer('', { location: 'http://127.0.0.1/secret.png' }, '302 Found'), ['link.private']],
  [
    'a picture that redirects for ever',
    (socket, request) => socket.write(answer('', { location: `${pathOf(request)}x` }, '302 Found')),
    ['page.redirects'],
  ],
  [
    'a part of a picture, unasked',
    answer(samplePictures.png, { 'content-type': 'image/png', 'content-range': `bytes 0-99/100000` }, '206 Partial Content'),
    ['page.garbled'],
  ],
]

/** A page with one good picture and one that is a weapon. */
function pageWith(title: string, path: string): Uint8Array {
  return answer(article(title, picture('/good.png') + picture(path)))
}

export const pictureCases: CaseMaker = async (world, { length }) => {
  const group = 'hostile pictures'
  const cases: Case[] = []
  const add = async (name: string, weapon: Converse | Uint8Array, wanted: What) => {
    const path = `/weapon-${cases.length}`
    const origin = await world.host(`picture-${cases.length}.example`, (socket, request, asked) =>
      byPath({
        '/': pageWith(`A page with ${name}`, path),
        '/good.png': png,
        ...(pathOf(request).startsWith(path) ? { '*': weapon } : {}),
      })(socket, request, asked),
    )
    cases.push({
      group,
      name,
      link: `${origin}/`,
      ends: wanted.length === 0 ? ['complete'] : ['partial', ...(wanted.includes('kept') ? (['complete'] as const) : [])],
      holds: (item) => missed(item, wanted),
    })
  }
  for (const [name, bytes] of claims()) await add(name, answer(bytes, { 'content-type': 'image/png' }), ['image.too-large'])
  for (const [name, text, wanted] of drawings(length === 'full' ? 200_000 : 5_000)) {
    await add(
      name,
      answer(text, { 'content-type': 'image/svg+xml' }),
      wanted.flatMap((one) => (one === 'kept' ? [one, 'page.unreadable'] : ['image.unreadable'])),
    )
  }
  for (const [name, weapon, wanted] of odd) await add(name, weapon, wanted)
  await add('a GIF of very many frames', answer(frames(length === 'full' ? 30_000 : 1_000), { 'content-type': 'image/gif' }), [])
  for (const [name, bytes] of claims().slice(0, 3)) {
    const origin = await world.host(
      `inline-${cases.length}.example`,
      always(
        answer(
          article(
            `A page that holds ${name}`,
            picture('http://picture-0.example/good.png') +
              picture(`data:image/png;base64,${Buffer.concat([bytes, Buffer.alloc(600)]).toString('base64')}`),
          ),
        ),
      ),
    )
    cases.push({
      group,
      name: `${name}, in the page itself`,
      link: `${origin}/`,
      ends: ['partial'],
      holds: (item) => missed(item, ['image.too-large']),
    })
  }
  return [...cases, ...(await crowds(world, length === 'full' ? 100_000 : 600, length === 'full' ? 1_000 : 40))]
}

/** Every picture that is missing is so for one of these reasons, and one is missing unless it may be kept. */
function missed(item: ItemSummary, wanted: What): string | null {
  const reasons = (item.report?.missing ?? []).filter(({ about }) => about === 'image').map(({ what }) => what)
  const strange = reasons.filter((reason) => !wanted.includes(reason))
  if (strange.length > 0) return `a picture is missing for ${strange.join(', ')}`
  return reasons.length === 0 && wanted.length > 0 && !wanted.includes('kept') ? 'no picture is missing' : null
}
