// The hybrid logical clock: stamps that sort as text, never repeat, and lie after everything seen, whatever the wall clock says.

/** 48-bit milliseconds, 16-bit counter, 64-bit device, as hex: `0196…-0003-a1b2…`. A later stamp is a greater string. */
export type Stamp = string

const largestCounter = 0xffff

/**
 * The next stamp of a device: the wall clock's time, or one step after the last stamp made or seen when the wall clock is not
 * beyond it (it was moved back, or another machine's runs ahead).
 */
export function nextStamp(wallMs: number, last: Stamp | null, device: string): Stamp {
  const before = last === null ? { ms: -1, counter: 0 } : readStamp(last)
  if (wallMs > before.ms) return writeStamp(wallMs, 0, device)
  if (before.counter < largestCounter) return writeStamp(before.ms, before.counter + 1, device)
  return writeStamp(before.ms + 1, 0, device)
}

/** The parts of a stamp. */
export function readStamp(stamp: Stamp): { readonly ms: number; readonly counter: number; readonly device: string } {
  const [ms = '', counter = '', device = ''] = stamp.split('-')
  return { ms: Number.parseInt(ms, 16), counter: Number.parseInt(counter, 16), device }
}

function writeStamp(ms: number, counter: number, device: string): Stamp {
  return `${Math.floor(ms).toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`
}
