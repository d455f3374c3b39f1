import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { placeBeside, placeWindow, readPlace, writePlace } from './window-place.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 2560, height: 1440 }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'carrel-place-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('opens where it was while that display is there', () => {
  const saved = { x: 1600, y: 100, width: 1200, height: 900, maximised: false }
  expect(placeWindow(saved, [laptop, beside])).toEqual({ x: 1600, y: 100, width: 1200, height: 900 })
})

it('comes back to the first display when the other one is gone, no larger than it', () => {
  const saved = { x: 1600, y: 100, width: 2000, height: 1300, maximised: false }
  expect(placeWindow(saved, [laptop])).toEqual({ width: 1440, height: 875 })
})

it('does not open with its upper edge out of reach', () => {
  const above = { x: 100, y: -200, width: 900, height: 700, maximised: false }
  const below = { x: 100, y: 860, width: 900, height: 700, maximised: false }
  for (const saved of [above, below]) expect(placeWindow(saved, [laptop])).toEqual({ width: 900, height: 700 })
})

it('has a size of its own the first time', () => {
  expect(placeWindow(null, [laptop])).toEqual({ width: 1240, height: 840 })
})

it('puts a further window a step beside the first, and begins anew at the edge', () => {
  const first = { x: 100, y: 100, width: 900, height: 700 }
  expect(placeBeside(first, [laptop])).toEqual({ x: 128, y: 128, width: 900, height: 700 })
  expect(placeBeside({ ...first, x: 520 }, [laptop])).toEqual({ x: 0, y: 25, width: 900, height: 700 })
  expect(placeBeside({ ...first, x: 1600 }, [laptop, beside])).toEqual({ x: 1628, y: 128, width: 900, height: 700 })
  expect(placeBeside({ x: 0, y: 25, width: 4000, height: 3000 }, [laptop])).toEqual(laptop)
})

it('keeps the place in a file and leaves nothing else behind', async () => {
  const file = path.join(folder, 'window.json')
  const place = { x: 1, y: 2, width: 900, height: 700, maximised: true }
  await writePlace(file, place)
  expect(await readPlace(file)).toEqual(place)
  expect(await readdir(folder)).toEqual(['window.json'])
})

it('forgets a place it cannot read or believe', async () => {
  const file = path.join(folder, 'window.json')
  expect(await readPlace(file)).toBeNull()
  for (const text of ['{"x":1', '{"x":1,"y":2,"width":-5,"height":700,"maximised":false}', 'null']) {
    await writeFile(file, text)
    expect(await readPlace(file)).toBeNull()
  }
})
