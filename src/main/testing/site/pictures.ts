// Real picture bytes: PNGs drawn here, the other formats as the smallest files an encoder gave. All drawings are our own.
import { crc32, deflateSync } from 'node:zlib'
import type { SiteAnswer, SiteRoom } from './site-page.ts'

/** A PNG of `width` x `height` pixels: a slope of colour in steps, with a grid, different for every `seed`. */
export function drawPng(width: number, height: number, seed = 1): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3
      const onGrid = x % 16 === seed % 16 || y % 16 === seed % 16
      rows[at] = onGrid ? 250 : (x + seed * 37) % 200
      rows[at + 1] = onGrid ? 245 : ((y >> 4) * 16 + seed * 53) % 200
      rows[at + 2] = onGrid ? 230 : (seed * 71) % 200
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

export const smallJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCABAAGADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAVEQEBAAAAAAAAAAAAAAAAAAAAEf/aAAwDAQACEQMRAD8Ay5JVkldREpJVkkpEpJVkkpEpJVkkpEpJVkkpEpJVkkpFZJVkllVxKSVZJKRKSVZJKRKSVZJKRKSVZJKRKSVZJKRSSVZJZ1pEpJVkkpEpJVkkpEpJVkkpEpJVkkpEpJVkkpFZJUkllVxOSVJJKROSVJJKROSVJJKROSVJJKROSVJJKR//2Q==',
  'base64',
)
export const smallWebp = Buffer.from(
  'UklGRoQAAABXRUJQVlA4IHgAAAAwBgCdASpgAEAAPxGCtFO4tyUipXQN+xAiCWUBOs6+kA2DX32Xqy33CMS6NrcJL9GMLpZcIrmgnGiwAP7o8CgUoCZpgcmidztdLUaFVusutmu9DMOhVxUcF8NLkzNh2Qe4P4AAH/BZuZUCjgZjqnkK0NGbIHB9AAA=',
  'base64',
)
/** A GIF of one colour, 40 x 24: 960 pixels as a run of LZW codes, each between two clear codes so that their width stays. */
export const smallGif = drawGif(40, 24)
/** One transparent pixel: what counts visits on real pages. */
export const pixelGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

function drawGif(width: number, height: number): Uint8Array {
  // Codes of 3 bits: 4 clears the table, 5 ends; a clear before every pixel keeps the width from growing.
  const codes = [...Array.from({ length: width * height }, () => [4, 1]).flat(), 5]
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const code of codes) {
    bits |= code << held
    held += 3
    while (held >= 8) {
      bytes.push(bits & 255)
      bits >>= 8
      held -= 8
    }
  }
  bytes.push(bits & 255)
  const blocks: number[] = []
  for (let at = 0; at < bytes.length; at += 255) blocks.push(Math.min(255, bytes.length - at), ...bytes.slice(at, at + 255))
  const palette = [0, 0, 0, 0x2f, 0x7d, 0x6b, 0xee, 0xe8, 0xd5, 0xff, 0xff, 0xff]
  const screen = [width, 0, height, 0, 0x91, 0, 0, ...palette]
  return Buffer.from([...Buffer.from('GIF89a'), ...screen, 0x2c, 0, 0, 0, 0, width, 0, height, 0, 0, 2, ...blocks, 0, 0x3b])
}

export const drawnSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80"><style>text{font:14px sans-serif}</style>' +
  '<rect x="4" y="20" width="60" height="40" fill="none" stroke="#333"/><text x="18" y="45">head</text>' +
  '<rect x="120" y="20" width="60" height="40" fill="none" stroke="#333"/><text x="138" y="45">tail</text><path d="M64 40H120" stroke="#333"/></svg>'

/** Everything an SVG may try: it must be harmless or gone once it is kept. */
export const hostileSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="60" onload="fetch(\'/trap/svg-onload\')">' +
  '<script>fetch(\'/trap/svg-script\')</script><image xlink:href="/trap/svg-image" width="9" height="9"/>' +
  '<foreignObject width="60" height="60"><iframe xmlns="http://www.w3.org/1999/xhtml" src="/trap/svg-frame"></iframe></foreignObject>' +
  '<a xlink:href="javascript:fetch(\'/trap/svg-link\')"><circle cx="30" cy="30" r="20" fill="#a33"/></a></svg>'

const picture = (type: string, body: string | Uint8Array): SiteAnswer => ({ headers: { 'content-type': `image/${type}` }, body })

/** The favicon as browsers still ask for it: a PNG inside an ICO. */
function favicon(): Uint8Array {
  const png = drawPng(16, 16, 5)
  const head = Buffer.alloc(22)
  head.set([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0])
  head.writeUInt32LE(png.byteLength, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}

const named = [
  'ring',
  'bits',
  'gap',
  'levels',
  'filter',
  'trie',
  'forest',
  'heap',
  'rope',
  'cache',
  'sums',
  'probe',
  'arena',
  'lead',
  'talk',
]

export const pictureRoom: SiteRoom = {
  '/favicon.ico': { headers: { 'content-type': 'image/x-icon' }, body: favicon() },
  ...Object.fromEntries(named.map((name, at) => [`/pictures/${name}.png`, picture('png', drawPng(160, 96, at + 1))])),
  '/pictures/wide-320.png': picture('png', drawPng(320, 180, 20)),
  '/pictures/wide-640.png': picture('png', drawPng(640, 360, 21)),
  '/pictures/wide-1280.png': picture('png', drawPng(1280, 720, 22)),
  '/pictures/photo.jpg': picture('jpeg', smallJpeg),
  '/pictures/photo.webp': picture('webp', smallWebp),
  '/pictures/square.gif': picture('gif', smallGif),
  '/pictures/pixel.gif': picture('gif', pixelGif),
  '/pictures/drawing.svg': picture('svg+xml', drawnSvg),
  '/pictures/hostile.svg': picture('svg+xml', hostileSvg),
  // Says PNG, is HTML: the type is to be sniffed, not believed.
  '/pictures/lies.png': picture('png', '<!doctype html><title>No picture</title><p>Please sign in to see this picture.</p>'),
  // Says nothing, is PNG.
  '/pictures/untyped': { body: drawPng(64, 48, 30) },
}
