// The size a JPEG is shown at: its frame header, turned when its camera was held upright.
import type { ImageSize } from './image-size.ts'

/** Walks the segments up to the first frame header; null when there is none. Reads past the end throw RangeError. */
export function jpegSize(view: DataView): ImageSize | null {
  let turned = false
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // fill bytes may stand before any marker
      continue
    }
    if (isFrame(marker)) {
      const height = view.getUint16(at + 5)
      const width = view.getUint16(at + 7)
      return turned ? { width: height, height: width } : { width, height }
    }
    if (marker === 0xd9 || marker === 0xda) return null
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    if (marker === 0xe1) turned ||= isTurned(view, at + 4, at + 2 + length)
    at += 2 + length
  }
  return null
}

/** SOF0 to SOF15, without the tables that share the range (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** True when the Exif orientation (tag 0x0112) is one of the four that swap width and height. */
function isTurned(view: DataView, start: number, end: number): boolean {
  const exif = 0x45786966
  if (end - start < 14 || view.getUint32(start) !== exif) return false
  const tiff = start + 6
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > end) return false
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > end) return false
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5
  }
  return false
}
