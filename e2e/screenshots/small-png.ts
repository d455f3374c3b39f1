// Makes a screenshot small enough to be committed: the same picture with at most 256 colours. Screens are flat colours and the soft edges of
// letters, so nobody sees the difference. Reads what Chromium writes (eight bits, RGB or RGBA, not interlaced), nothing else.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels, step } = readPng(png)
  const counted = new Map<number, number>()
  const colourAt = (at: number) => ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
  for (let at = 0; at < pixels.length; at += step) {
    const colour = colourAt(at)
    counted.set(colour, (counted.get(colour) ?? 0) + 1)
  }
  const palette = paletteOf([...counted].sort((one, other) => other[1] - one[1]).map(([colour]) => colour))
  const nearest = new Map<number, number>()
  for (const colour of counted.keys()) {
    let best = 0
    for (let index = 1; index < palette.length; index++) {
      if (distance(palette[index] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = index
    }
    nearest.set(colour, best)
  }
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = nearest.get(colourAt((y * width + x) * step)) ?? 0
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The commonest colours, as near to each other as 256 of them can be without leaving any far from all. */
function paletteOf(commonestFirst: readonly number[]): readonly number[] {
  for (let apart = 1; ; apart++) {
    const palette: number[] = []
    for (const colour of commonestFirst) {
      if (palette.every((chosen) => distance(chosen, colour) >= apart)) palette.push(colour)
      if (palette.length > 256) break
    }
    if (palette.length <= 256) return palette
  }
}

function distance(one: number, other: number): number {
  return Math.max(
    Math.abs((one >> 16) - (other >> 16)),
    Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)),
    Math.abs((one & 255) - (other & 255)),
  )
}

function readPng(png: Buffer): { width: number; height: number; pixels: Buffer; step: number } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const step = { 2: 3, 6: 4 }[png[25] ?? 0]
  if (png[24] !== 8 || step === undefined || png[28] !== 0) throw new Error('not a PNG as Chromium writes it')
  const packed: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(packed))
  const long = width * step
  const pixels = Buffer.alloc(long * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (long + 1)]
    for (let x = 0; x < long; x++) {
      const left = x < step ? 0 : (pixels[y * long + x - step] ?? 0)
      const above = y === 0 ? 0 : (pixels[(y - 1) * long + x] ?? 0)
      const corner = x < step || y === 0 ? 0 : (pixels[(y - 1) * long + x - step] ?? 0)
      const guess =
        filter === 1 ? left : filter === 2 ? above : filter === 3 ? (left + above) >> 1 : filter === 4 ? paeth(left, above, corner) : 0
      pixels[y * long + x] = ((rows[y * (long + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return { width, height, pixels, step }
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
