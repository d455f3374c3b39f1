import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../platform/clock.ts'
import { type LoopbackWorld, openWorld, type Told } from '../testing/loopback-world.ts'
import { fetchArchivedPage } from './web-archive.ts'

let world: LoopbackWorld | undefined
afterEach(() => world?.close())

const gone = 'https://gone.example/essay/'
const snapshot = { available: true, timestamp: '20190304050607', status: '200', url: 'http://web.archive.org/web/20190304050607/x' }

async function fetchFrom(told: Readonly<Record<string, Told>>) {
  world = await openWorld(told)
  const request = { url: gone, maxBytes: 1_000_000, signal: new AbortController().signal }
  return fetchArchivedPage(request, { network: world.network, clock: systemClock })
}

test('the newest copy comes as the original server sent it, under its own address', async () => {
  const { page, pictureAddress } = await fetchFrom({
    'archive.org/wayback/available': { json: { archived_snapshots: { closest: snapshot } } },
    [`web.archive.org/web/20190304050607id_/${gone}`]: { text: '<html><title>Essay</title><p>It was here.' },
  })
  expect(page).toMatchObject({ url: gone, requestedUrl: gone, kind: 'html', source: 'web-archive', etag: null })
  expect(page.text).toContain('It was here.')
  expect(pictureAddress('https://gone.example/a.png')).toBe('https://web.archive.org/web/20190304050607im_/https://gone.example/a.png')
  expect(world?.asked[0]).toBe(`https://archive.org/wayback/available?url=${encodeURIComponent(gone)}`)
})

test.each<[string, Told]>([
  ['none', { json: { archived_snapshots: {} } }],
  ['one that is not available', { json: { archived_snapshots: { closest: { ...snapshot, available: false } } } }],
  ['nonsense', { text: '<html>maintenance' }],
  ['a timestamp that is none', { json: { archived_snapshots: { closest: { ...snapshot, timestamp: '../../etc' } } } }],
])('an archive that has %s is said to have no copy', async (_what, told) => {
  await expect(fetchFrom({ 'archive.org/wayback/available': told })).rejects.toMatchObject({ code: 'archive.none' })
})
