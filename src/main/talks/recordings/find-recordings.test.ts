import { afterEach, expect, test } from 'vitest'
import { talkLink } from '../../../shared/address/talk-link.ts'
import { type LoopbackWorld, openWorld, type Told } from '../../testing/loopback-world.ts'
import { findRecordings } from './find-recordings.ts'

let world: LoopbackWorld | undefined
afterEach(() => world?.close())

async function offers(told: Readonly<Record<string, Told>>, address: string) {
  world = await openWorld(told)
  const wanted = {
    link: talkLink(address),
    host: new URL(address).host,
    privateHosts: new Set<string>(),
    signal: new AbortController().signal,
  }
  return (await findRecordings(wanted, world)).map(({ url, bytes, label, host }) => [url, bytes, label, host])
}

test('media.ccc.de: films and sound with their sizes, the smallest first; captions and other things are none', async () => {
  const recordings = [
    { recording_url: 'https://cdn.media.ccc.de/springs-hd.mp4', mime_type: 'video/mp4', language: 'deu-eng', size: 340, height: 1080 },
    { recording_url: 'https://cdn.media.ccc.de/springs.mp3', mime_type: 'audio/mpeg', language: 'deu', size: '31' },
    { recording_url: 'https://cdn.media.ccc.de/springs-eng.vtt', mime_type: 'text/vtt', language: 'eng', size: 0 },
    { recording_url: 'javascript:alert(1)', mime_type: 'video/mp4' },
  ]
  expect(
    await offers({ 'api.media.ccc.de/public/events/38c3-springs': { json: { recordings } } }, 'https://media.ccc.de/v/38c3-springs'),
  ).toEqual([
    ['https://cdn.media.ccc.de/springs.mp3', 31_000_000, 'German, sound only', 'cdn.media.ccc.de'],
    ['https://cdn.media.ccc.de/springs-hd.mp4', 340_000_000, '1080p, German and English', 'cdn.media.ccc.de'],
  ])
})

test('PeerTube: its whole files, else those of its stream', async () => {
  const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
  const file = (height: number, size: number) => ({
    fileUrl: `https://cdn.tube.example/${height}.mp4`,
    size,
    resolution: { id: height, label: `${height}p` },
  })
  const told = {
    [`tube.example/api/v1/videos/${uuid}`]: { json: { files: [], streamingPlaylists: [{ files: [file(720, 9_000), file(360, 4_000)] }] } },
  }
  expect(await offers(told, `https://tube.example/videos/watch/${uuid}`)).toEqual([
    ['https://cdn.tube.example/360.mp4', 4_000, '360p', 'cdn.tube.example'],
    ['https://cdn.tube.example/720.mp4', 9_000, '720p', 'cdn.tube.example'],
  ])
})

test('archive.org: what can be played of an item, and nothing larger than what is kept', async () => {
  const files = [
    { name: 'discs/lecture one.mp4', size: '5000', height: '480', format: 'MPEG4' },
    { name: 'lecture.ogv', size: '9000000000000', format: 'Ogg Video' },
    { name: 'lecture.srt', size: '20' },
    { name: 'lecture.avi', size: '5000' },
  ]
  expect(await offers({ 'archive.org/metadata/lecture': { json: { files } } }, 'https://archive.org/details/lecture')).toEqual([
    ['https://archive.org/download/lecture/discs/lecture%20one.mp4', 5_000, '480p, MPEG4', 'archive.org'],
  ])
})

test('a site that offers none says so, and is not asked', async () => {
  await expect(offers({}, 'https://www.youtube.com/watch?v=abcdefghijk')).rejects.toMatchObject({
    code: 'recording.none',
    facts: { host: 'www.youtube.com' },
  })
  expect(world?.asked).toEqual([])
})
