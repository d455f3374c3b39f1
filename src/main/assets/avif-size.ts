// The size of an AVIF: the largest `ispe` property in its boxes (a picture made of tiles has one for a tile and one for the whole).
import type { ImageSize } from './image-size.ts'

/** Null when the file is of another brand (HEIC, MP4) or names no size. Reads past the end throw RangeError. */
export function avifSize(view: DataView): ImageSize | null {
  const brandsEnd = view.getUint32(0)
  if (!hasAvifBrand(view, brandsEnd)) return null
  return largestIn(view, brandsEnd, view.byteLength, 0)
}

function hasAvifBrand(view: DataView, end: number): boolean {
  if (end < 16 || end > 1_024) return false
  // The major brand, then (after a version of four bytes) the compatible ones.
  for (let at = 8; at + 4 <= end; at += 4) {
    const brand = view.getUint32(at)
    if (brand === box('avif') || brand === box('avis')) return true
  }
  return false
}

function largestIn(view: DataView, start: number, end: number, depth: number): ImageSize | null {
  let largest: ImageSize | null = null
  let at = start
  while (at + 8 <= end) {
    const length = view.getUint32(at)
    const name = view.getUint32(at + 4)
    const next = length === 0 ? end : at + length
    if (next < at + 8 || next > end) break
    let found: ImageSize | null = null
    if (name === box('ispe')) found = { width: view.getUint32(at + 12), height: view.getUint32(at + 16) }
    // `meta` is a full box: four bytes of version and flags come before its children.
    else if (name === box('meta') && depth === 0) found = largestIn(view, at + 12, next, depth + 1)
    else if ((name === box('iprp') || name === box('ipco')) && depth < 4) found = largestIn(view, at + 8, next, depth + 1)
    if (found && (largest === null || found.width * found.height > largest.width * largest.height)) largest = found
    at = next
  }
  return largest
}

function box(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
}
