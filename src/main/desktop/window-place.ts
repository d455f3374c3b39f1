// Where the window was, kept in a small file, and where it may be now that the displays may have changed.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const WindowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1).max(100_000),
  height: z.number().int().min(1).max(100_000),
  maximised: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export const leastSize = { width: 480, height: 400 }
const firstSize = { width: 1240, height: 840 }
/** So much of the window's upper edge must be on a display that it can be taken hold of. */
const gripPixels = 120

/** The place kept in `file`, or null when there is none or it cannot be read. */
export async function readPlace(file: string): Promise<WindowPlace | null> {
  try {
    const read = WindowPlace.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Keeps the place; a full disk or a read-only home costs the place and nothing else. */
export async function writePlace(file: string, place: WindowPlace): Promise<void> {
  try {
    await writeFile(`${file}.new`, JSON.stringify(place))
    await rename(`${file}.new`, file)
  } catch {
    // Next time the window opens where it did before.
  }
}

/**
 * Size and, when it still lies on a display, position for a new window. `displays` are work areas, the first one the primary.
 * Without x and y the system centres it.
 */
export function placeWindow(
  saved: WindowPlace | null,
  displays: readonly Bounds[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const home = saved === null ? undefined : displays.find((display) => canBeHeld(saved, display))
  const within = home ?? displays[0] ?? { x: 0, y: 0, ...firstSize }
  const wanted = saved ?? firstSize
  const width = Math.max(leastSize.width, Math.min(wanted.width, within.width))
  const height = Math.max(leastSize.height, Math.min(wanted.height, within.height))
  return saved !== null && home !== undefined ? { width, height, x: saved.x, y: saved.y } : { width, height }
}

/** A step down and to the right, so that both windows can be seen. */
const cascadePixels = 28

/** Where a further window stands: a step beside the one it was opened from, within the display that one is on. */
export function placeBeside(from: Bounds, displays: readonly Bounds[]): Bounds {
  const display = displays.find((one) => canBeHeld(from, one)) ?? displays[0] ?? from
  const width = Math.min(from.width, display.width)
  const height = Math.min(from.height, display.height)
  const x = from.x + cascadePixels
  const y = from.y + cascadePixels
  const fits = x >= display.x && x + width <= display.x + display.width && y + height <= display.y + display.height
  // At the edge the steps begin anew, at the display's own corner.
  return fits ? { x, y, width, height } : { x: display.x, y: display.y, width, height }
}

function canBeHeld(window: Bounds, display: Bounds): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  const top = window.y >= display.y && window.y <= display.y + display.height - gripPixels
  return top && across >= gripPixels
}
