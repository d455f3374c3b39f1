import { afterEach, describe, expect, test } from 'vitest'
import { talkLink } from '../../../shared/address/talk-link.ts'
import { type LoopbackWorld, openWorld, type Told } from '../../testing/loopback-world.ts'
import { findOpenTranscript, type TalkPage } from './find-open-transcript.ts'

let world: LoopbackWorld | undefined
afterEach(() => world?.close())

const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n'
const captions = (text = vtt): Told => ({ text, type: 'text/vtt' })

async function find(told: Readonly<Record<string, Told>>, address: string, more: { lang?: string; page?: Partial<TalkPage> } = {}) {
  world = await openWorld(told)
  const page = more.page && { url: address, html: '', text: '', ...more.page }
  const found = await findOpenTranscript(
    {
      link: talkLink(address),
      url: address,
      lang: more.lang ?? null,
      privateHosts: new Set(),
      signal: new AbortController().signal,
      page: async () => page ?? null,
    },
    world,
  )
  return { ...found, bytes: new TextDecoder().decode(found.bytes) }
}

describe('open platforms', () => {
  const ccc = 'https://media.ccc.de/v/38c3-springs'
  const recordings = [
    { recording_url: 'https://cdn.media.ccc.de/springs.mp4', mime_type: 'video/mp4', language: 'deu' },
    { recording_url: 'https://cdn.media.ccc.de/springs-eng.vtt', mime_type: 'text/vtt', language: 'eng' },
    { recording_url: 'https://cdn.media.ccc.de/springs-deu.vtt', mime_type: 'text/vtt', language: 'deu' },
  ]
  const event = { 'api.media.ccc.de/public/events/38c3-springs': { json: { recordings } } }

  test('media.ccc.de: the caption file in the talk’s language', async () => {
    const found = await find({ ...event, 'cdn.media.ccc.de/springs-deu.vtt': captions() }, ccc, { lang: 'de' })
    expect(found).toMatchObject({ origin: 'platform', url: 'https://cdn.media.ccc.de/springs-deu.vtt', lang: 'de', bytes: vtt })
  })

  test('a file that is empty is passed over for the next; when all are, it is said', async () => {
    const files = { 'cdn.media.ccc.de/springs-deu.vtt': captions(' \n'), 'cdn.media.ccc.de/springs-eng.vtt': captions() }
    expect(await find({ ...event, ...files }, ccc, { lang: 'de' })).toMatchObject({ lang: 'en' })
    await world?.close()
    const empty = { ...files, 'cdn.media.ccc.de/springs-eng.vtt': captions('') }
    await expect(find({ ...event, ...empty }, ccc)).rejects.toMatchObject({ code: 'transcript.empty', facts: { host: 'cdn.media.ccc.de' } })
  })

  test('PeerTube: what people wrote before what a machine heard', async () => {
    const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
    const data = [
      { language: { id: 'en' }, automaticallyGenerated: true, fileUrl: 'https://tube.example/a.vtt' },
      { language: { id: 'en' }, automaticallyGenerated: false, captionPath: '/lazy-static/b.vtt' },
    ]
    const told = {
      [`tube.example/api/v1/videos/${uuid}/captions`]: { json: { total: 2, data } },
      'tube.example/lazy-static/b.vtt': captions(),
    }
    expect(await find(told, `https://tube.example/videos/watch/${uuid}`)).toMatchObject({
      url: 'https://tube.example/lazy-static/b.vtt',
      generated: false,
    })
  })

  test('archive.org: a caption file beside the recording', async () => {
    const files = [{ name: 'lecture.mp4' }, { name: 'discs/lecture one.asr.srt' }]
    const told = {
      'archive.org/metadata/lecture': { json: { files } },
      'archive.org/download/lecture/discs/lecture%20one.asr.srt': captions(),
    }
    expect(await find(told, 'https://archive.org/details/lecture')).toMatchObject({ generated: true, lang: null })
  })

  test('a service that is away is what went wrong; one without captions has none', async () => {
    await expect(find({ 'api.media.ccc.de/public/events/38c3-springs': { status: 503 } }, ccc)).rejects.toMatchObject({
      code: 'page.broken',
    })
    await world?.close()
    await expect(
      find({ 'archive.org/metadata/lecture': { json: { files: [] } } }, 'https://archive.org/details/lecture'),
    ).rejects.toMatchObject({
      code: 'transcript.none',
      facts: { host: 'archive.org' },
    })
  })
})

describe('the talk’s page', () => {
  const address = 'https://conf.example/2025/springs'
  const words = Array.from({ length: 12 }, (_, at) => `Sentence ${at} of what was said there.`)

  test('a track of its player, at the page’s base', async () => {
    const html = `<base href="/files/"><video src=a.mp4><track kind=chapters src=c.vtt><track src='s.vtt?a=1&amp;b=2' srclang=fr></video>`
    expect(await find({ 'conf.example/files/s.vtt?a=1&b=2': captions() }, address, { page: { html } })).toMatchObject({
      origin: 'platform',
      lang: 'fr',
    })
  })

  test('a track that leads into the private network is not asked for over http', async () => {
    const html = '<track src="http://192.168.1.1/admin.vtt">'
    await expect(find({}, address, { page: { html } })).rejects.toMatchObject({ code: 'page.insecure' })
    expect(world?.asked).toEqual([])
  })

  test('the recording of an open platform it shows', async () => {
    const html = '<iframe src="https://archive.org/embed/lecture"></iframe>'
    const told = {
      'archive.org/metadata/lecture': { json: { files: [{ name: 'a.en.vtt' }] } },
      'archive.org/download/lecture/a.en.vtt': captions(),
    }
    expect(await find(told, address, { page: { html } })).toMatchObject({ lang: 'en' })
  })

  test('the transcript of its structured data', async () => {
    const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'VideoObject', transcript: words.join(' ') })}</script>`
    expect(await find({}, address, { page: { html } })).toMatchObject({ origin: 'page', bytes: words.join(' ') })
  })

  test('the text under a heading of that name, up to what is none of it', async () => {
    const text = ['A talk on springs', 'Transcript', ...words, 'See more presentations with transcripts', 'Buy something.'].join('\n')
    expect((await find({}, address, { page: { text } })).bytes).toBe(words.join('\n\n'))
  })

  test('a mere link to a transcript is none', async () => {
    await expect(find({}, address, { page: { text: 'A talk\nTranscript\nSign in to read it.' } })).rejects.toMatchObject({
      code: 'transcript.none',
    })
  })
})
