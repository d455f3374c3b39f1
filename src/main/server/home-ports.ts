// The ports at which a library is served when nobody chose one: the same at every start, because a browser keeps what belongs to a place
// (the theme, folded panels, half-written notes) by host and port.
import { createHash } from 'node:crypto'

/** Below every system's range for outgoing connections (Linux begins at 32768, the others at 49152), above what services are given. */
const lowest = 17_000
const span = 15_000
const count = 4

/** To be tried in this order. Worked out from the folder, so that nothing has to be kept; the next is for when something else has the first. */
export function homePorts(libraryFolder: string): readonly number[] {
  const hash = createHash('sha256').update(libraryFolder).digest()
  return Array.from({ length: count }, (_, nth) => lowest + (hash.readUInt32LE(nth * 4) % span))
}
