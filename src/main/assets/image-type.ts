// What a picture's bytes really are, and how large it is drawn: read from the header, whatever a server or a file name says.
import { avifSize } from './avif-size.ts'
import type { ImageSize } from './image-size.ts'
import { jpegSize } from './jpeg-size.ts'
import { isSvg, svgSize } from './svg-size.ts'

export type ImageMime =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/svg+xml'
  | 'image/bmp'
  | 'image/x-icon'

/** Pixels; null for a drawing (SVG) that names no size. */
export type ImageType = { readonly mime: ImageMime; readonly width: number | null; readonly height: number | null }

/** The types every reader of ours can show; null for anything else (also TIFF, HEIC, JPEG XL), for error pages and for broken headers. */
export function imageType(bytes: Uint8Array): ImageType | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [mime, matches, size] of formats) {
    if (!matches(bytes)) continue
    const found = readSize(() => size(view))
    return found && found.width > 0 && found.height > 0 ? { mime, ...found } : null
  }
  return isSvg(bytes) ? { mime: 'image/svg+xml', ...svgSize(bytes) } : null
}

/** A header that ends too early is a broken picture, not a mistake of ours. */
function readSize(read: () => ImageSize | null): ImageSize | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type Format = readonly [mime: ImageMime, matches: (bytes: Uint8Array) => boolean, size: (view: DataView) => ImageSize | null]

const formats: readonly Format[] = [
  ['image/png', starts('\x89PNG\r\n\x1a\n'), (view) => ({ width: view.getUint32(16), height: view.getUint32(20) })],
  ['image/jpeg', starts('\xff\xd8\xff'), jpegSize],
  ['image/gif', starts('GIF8'), (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) })],
  ['image/webp', (bytes) => starts('RIFF')(bytes) && starts('WEBP', 8)(bytes), webpSize],
  ['image/avif', starts('ftyp', 4), avifSize],
  ['image/bmp', (bytes) => starts('BM')(bytes) && starts('\0\0\0\0', 6)(bytes), bmpSize],
  ['image/x-icon', starts('\0\0\x01\0'), iconSize],
]

function starts(signature: string, at = 0): (bytes: Uint8Array) => boolean {
  return (bytes) =>
    bytes.length >= at + signature.length && Array.from(signature).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

/** The three forms of WebP: https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: DataView): ImageSize | null {
  switch (view.getUint32(12)) {
    case 0x56503820: // 'VP8 ': lossy, after the frame's start code
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      // 'VP8L': lossless, two fields of 14 bits, each one less than the size
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // 'VP8X': extended, 24 bits each, one less
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
    default:
      return null
  }
}

/** The oldest header has 16-bit sizes; a negative height means rows from the top. */
function bmpSize(view: DataView): ImageSize | null {
  const headerLength = view.getUint32(14, true)
  if (headerLength === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  if (headerLength < 40 || headerLength > 124) return null
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
}

/** The largest picture of an icon file; a side of 0 means 256. */
function iconSize(view: DataView): ImageSize | null {
  const count = view.getUint16(4, true)
  let largest: ImageSize | null = null
  for (let index = 0; index < Math.min(count, 64); index++) {
    const entry = 6 + index * 16
    const width = view.getUint8(entry) || 256
    const height = view.getUint8(entry + 1) || 256
    const end = view.getUint32(entry + 8, true) + view.getUint32(entry + 12, true)
    if (end <= view.byteLength && (largest === null || width * height > largest.width * largest.height)) largest = { width, height }
  }
  return largest
}
