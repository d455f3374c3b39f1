import { afterEach, describe, expect, it } from 'vitest'
import { talkLink } from '../../shared/address/talk-link.ts'
import type { Draft } from '../../shared/journey.ts'
import type { Talk, TalkLink } from '../../shared/talk.ts'
import { type LoopbackWorld, openWorld, type Told } from '../testing/loopback-world.ts'
import { describeTalk } from './describe-talk.ts'

let services: LoopbackWorld | undefined
afterEach(() => services?.close())

const clock = { now: () => 0 }
const id = 'Y4Gt3Xjd7G8'
const watch = `https://www.youtube.com/watch?v=${id}`

async function describeLink(
  told: Readonly<Record<string, Told>>,
  address: string | TalkLink,
  more: { page?: Draft; signal?: AbortSignal; deadlineMs?: number; privateHosts?: ReadonlySet<string> } = {},
) {
  services = await openWorld(told)
  const link = typeof address === 'string' ? talkLink(address) : address
  if (!link) throw new Error(`${address} is no talk`)
  return describeTalk(
    { link, url: link.url, page: more.page ?? null, privateHosts: more.privateHosts, signal: more.signal ?? new AbortController().signal },
    { network: services.network, clock, deadlineMs: more.deadlineMs ?? 4_000 },
  )
}

const nothingKnown: Omit<Talk, 'provider' | 'identity'> = {
  title: null,
  speakers: [],
  event: null,
  recordedOn: null,
  durationSeconds: null,
  description: null,
  lang: null,
  licence: null,
  chapters: [],
  thumbnailUrl: null,
}

function emptyDraft(more: Partial<Draft>): Draft {
  const none = { source: 0, copy: 0 }
  return {
    kind: 'article',
    title: 'A page',
    byline: null,
    publishedTime: null,
    modifiedTime: null,
    siteName: null,
    lang: null,
    dir: null,
    excerpt: null,
    canonicalUrl: null,
    html: '',
    assetNonce: '',
    assets: [],
    text: '',
    words: 0,
    codeLines: 0,
    minutes: 0,
    counts: { images: none, codeBlocks: none, tables: none, headings: none, formulas: none, footnotes: none, embeds: none },
    remarks: [],
    talk: null,
    oembedUrl: null,
    embeds: [],
    ...more,
  }
}

const oembed = {
  title: 'Build &amp; break: <b>queues</b> of Vec<T>',
  author_name: 'Ada Example',
  thumbnail_url: 'https://i.ytimg.com/vi/x/hq.jpg',
}
const player = (facts: object) =>
  `<html><script>var ytInitialPlayerResponse = ${JSON.stringify(facts)};var other = {"a":1};</script></html>`

describe('a talk its provider knows', () => {
  it('YouTube: oEmbed and the watch page together', async () => {
    const described = await describeLink(
      {
        [`www.youtube.com/oembed?url=${encodeURIComponent(watch)}&format=json`]: { json: oembed },
        'www.youtube.com/watch': {
          text: player({
            videoDetails: {
              title: 'other',
              lengthSeconds: '2810',
              author: 'x',
              shortDescription: 'A talk with "quotes" and }.\n\n0:00 Begin\n1:30 Middle\n1:02:03 End',
            },
            microformat: { playerMicroformatRenderer: { publishDate: '2015-04-11T00:00:00-07:00' } },
          }),
        },
      },
      `https://youtu.be/${id}?t=98`,
    )
    expect(described).toEqual({
      kind: 'talk',
      remarks: [],
      retryable: false,
      talk: {
        provider: 'youtube',
        identity: id,
        title: 'Build & break: queues of Vec<T>',
        speakers: ['Ada Example'],
        event: null,
        recordedOn: '2015-04-11',
        durationSeconds: 2810,
        description: 'A talk with "quotes" and }.\n\n0:00 Begin\n1:30 Middle\n1:02:03 End',
        lang: null,
        licence: null,
        chapters: [
          { startSeconds: 0, title: 'Begin' },
          { startSeconds: 90, title: 'Middle' },
          { startSeconds: 3723, title: 'End' },
        ],
        thumbnailUrl: 'https://i.ytimg.com/vi/x/hq.jpg',
      },
    })
    expect(services?.asked.every((address) => address.startsWith('https://'))).toBe(true)
  })

  it('YouTube: oEmbed alone is enough, and a consent wall is not taken for the talk', async () => {
    const told: Record<string, Told> = {
      'www.youtube.com/oembed': { json: oembed },
      'www.youtube.com/watch': { text: '<title>Before you continue</title>' },
    }
    const { talk, remarks } = await describeLink(told, watch)
    expect(talk).toMatchObject({ title: 'Build & break: queues of Vec<T>', durationSeconds: null })
    expect(remarks).toEqual([])
  })

  it('YouTube: a conference that put up the recording is the event, not the speaker', async () => {
    const { talk } = await describeLink({ 'www.youtube.com/oembed': { json: { ...oembed, author_name: 'PyCon 2015' } } }, watch)
    expect(talk).toMatchObject({ event: 'PyCon 2015', speakers: [] })
  })

  it('YouTube: a playlist', async () => {
    const list = 'https://www.youtube.com/playlist?list=PLabc'
    const { talk } = await describeLink({ [`www.youtube.com/oembed?url=${encodeURIComponent(list)}&format=json`]: { json: oembed } }, list)
    expect(talk).toMatchObject({ identity: 'PLabc', title: 'Build & break: queues of Vec<T>' })
  })

  it('Vimeo', async () => {
    const told: Record<string, Told> = {
      'vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F71278954%2Fabcdef1234&format=json': {
        json: {
          title: 'On media',
          author_name: 'Bret Example',
          duration: 2400,
          upload_date: '2013-07-30 13:00:12',
          description: 'Words<br>more',
          thumbnail_url: 'https://i.vimeocdn.com/a.jpg',
        },
      },
    }
    const { talk } = await describeLink(told, 'https://player.vimeo.com/video/71278954?h=abcdef1234')
    expect(talk).toMatchObject({
      title: 'On media',
      speakers: ['Bret Example'],
      durationSeconds: 2400,
      recordedOn: '2013-07-30',
      description: 'Words\nmore',
    })
  })

  it('PeerTube: the instance and its chapters', async () => {
    const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
    const { talk } = await describeLink(
      {
        [`peer.example/api/v1/videos/${uuid}`]: {
          json: {
            name: 'Federation',
            description: 'What **it** is',
            duration: 96,
            publishedAt: '2018-10-01T10:52:46.396Z',
            originallyPublishedAt: null,
            language: { id: 'en', label: 'English' },
            licence: { id: 1, label: 'Attribution' },
            account: { displayName: 'Fram Example' },
            previewPath: '/lazy/a.jpg',
          },
        },
        [`peer.example/api/v1/videos/${uuid}/chapters`]: {
          json: {
            chapters: [
              { title: 'One', timecode: 0 },
              { title: 'Two', timecode: 30 },
              { title: 5, timecode: 'x' },
            ],
          },
        },
      },
      'https://peer.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=5s',
    )
    expect(talk).toMatchObject({
      title: 'Federation',
      speakers: ['Fram Example'],
      durationSeconds: 96,
      recordedOn: '2018-10-01',
      lang: 'en',
      licence: 'Attribution',
      thumbnailUrl: 'https://peer.example/lazy/a.jpg',
      chapters: [
        { startSeconds: 0, title: 'One' },
        { startSeconds: 30, title: 'Two' },
      ],
    })
  })

  it('media.ccc.de, by slug', async () => {
    const { talk } = await describeLink(
      {
        'api.media.ccc.de/public/events/36c3-10-a-talk': {
          json: {
            title: 'A talk',
            subtitle: 'and its subtitle',
            persons: ['Ada Example', 'Bob Example', 7],
            conference_title: '36C3',
            date: '2019-12-27T11:30:00.000+01:00',
            length: 3600,
            original_language: 'deu-eng',
            poster_url: 'https://static.media.ccc.de/a.jpg',
            description: 'Words',
          },
        },
      },
      'https://media.ccc.de/v/36c3-10-a-talk#t=5',
    )
    expect(talk).toMatchObject({
      title: 'A talk: and its subtitle',
      speakers: ['Ada Example', 'Bob Example'],
      event: '36C3',
      recordedOn: '2019-12-27',
      durationSeconds: 3600,
      lang: 'de',
    })
  })

  it('media.ccc.de, by its page when the API does not know the slug', async () => {
    const { talk } = await describeLink(
      {
        'media.ccc.de/v/odd-slug': {
          text: '<meta property="og:title" content="An odd &quot;one&quot;"><meta property="og:video:duration" content="60">',
        },
      },
      'https://media.ccc.de/v/odd-slug',
    )
    expect(talk).toMatchObject({ title: 'An odd "one"', durationSeconds: 60 })
  })

  it('TED: its page and oEmbed', async () => {
    const data = {
      props: {
        pageProps: {
          videoData: {
            title: 'Ideas',
            presenterDisplayName: 'Ada Example',
            duration: 900,
            recordedOn: '2012-02-29',
            videoContext: 'TED2012',
            primaryImageSet: [{ url: 'https://pi.tedcdn.com/a.jpg' }],
          },
        },
      },
    }
    const { talk } = await describeLink(
      { 'www.ted.com/talks/ada_ideas': { text: `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script>` } },
      'https://www.ted.com/talks/ada_ideas',
    )
    expect(talk).toMatchObject({
      title: 'Ideas',
      speakers: ['Ada Example'],
      event: 'TED2012',
      recordedOn: '2012-02-29',
      durationSeconds: 900,
      thumbnailUrl: 'https://pi.tedcdn.com/a.jpg',
    })
  })

  it('InfoQ: its page', async () => {
    const { talk } = await describeLink(
      {
        'www.infoq.com/presentations/Simple/': {
          text: '<html lang="en"><meta property="og:title" content="Simple - InfoQ"><meta name="description" content="About it">',
        },
      },
      'https://www.infoq.com/presentations/Simple',
    )
    expect(talk).toMatchObject({ title: 'Simple', event: 'InfoQ', description: 'About it', lang: 'en' })
  })

  it('archive.org: a film is a talk, a scan is a book', async () => {
    const film = {
      metadata: {
        mediatype: 'movies',
        title: 'A lecture',
        creator: ['Ada Example'],
        date: '1996',
        language: 'eng',
        description: '<div>One<br/>two</div>',
      },
      files: [{ name: 'a.mp4', length: '2810.5' }, { name: 'a.thumbs/1.jpg', length: '99999' }, { name: 'b.ogv', length: '46:00' }, 'odd'],
    }
    const described = await describeLink({ 'archive.org/metadata/ALecture': { json: film } }, 'https://archive.org/details/ALecture')
    expect(described.kind).toBe('talk')
    expect(described.talk).toMatchObject({
      title: 'A lecture',
      speakers: ['Ada Example'],
      durationSeconds: 2810.5,
      recordedOn: '1996',
      lang: 'en',
      description: 'One\ntwo',
      thumbnailUrl: 'https://archive.org/services/img/ALecture',
    })
    await services?.close()
    expect(
      (
        await describeLink(
          { 'archive.org/metadata/AScan': { json: { metadata: { mediatype: 'texts', title: 'A book' }, files: [] } } },
          'https://archive.org/details/AScan',
        )
      ).kind,
    ).toBe('book')
    await services?.close()
    const gone = await describeLink({ 'archive.org/metadata/NoThing': { json: {} } }, 'https://archive.org/details/NoThing')
    expect(gone).toMatchObject({ remarks: [{ about: 'talk-details', what: 'page.gone' }], retryable: false })
  })

  it('pyvideo: its data, with the event from the folder', async () => {
    const { talk } = await describeLink(
      {
        'raw.githubusercontent.com/pyvideo/data/HEAD/pycon-us-2015/videos/a-talk.json': {
          json: {
            title: 'A talk',
            speakers: ['Ada Example'],
            recorded: '2015-04-11',
            duration: null,
            description: '',
            summary: 'Short',
            language: 'eng',
            copyright_text: 'CC BY',
          },
        },
        'raw.githubusercontent.com/pyvideo/data/HEAD/pycon-us-2015/category.json': { json: { title: 'PyCon US 2015' } },
      },
      'https://pyvideo.org/pycon-us-2015/a-talk.html',
    )
    expect(talk).toMatchObject({
      title: 'A talk',
      speakers: ['Ada Example'],
      event: 'PyCon US 2015',
      recordedOn: '2015-04-11',
      durationSeconds: null,
      description: 'Short',
      licence: 'CC BY',
    })
  })

  it('Dailymotion', async () => {
    const { talk } = await describeLink(
      {
        'api.dailymotion.com/video/x7u5gk': {
          json: { title: 'A film', duration: 61, created_time: 1_428_710_400, language: 'fr', 'owner.screenname': 'Ada Example' },
        },
      },
      'https://dai.ly/x7u5gk',
    )
    expect(talk).toMatchObject({ title: 'A film', durationSeconds: 61, recordedOn: '2015-04-11', lang: 'fr', speakers: ['Ada Example'] })
  })

  it.each([
    ['https://speakerdeck.com/ada/slides', 'speakerdeck.com/oembed.json'],
    ['https://www.slideshare.net/ada/slides', 'www.slideshare.net/api/oembed/2'],
  ])('%s', async (address, endpoint) => {
    expect((await describeLink({ [endpoint]: { json: oembed } }, address)).talk.title).toBe('Build & break: queues of Vec<T>')
  })

  it('a file is called by its name and asks nobody', async () => {
    const described = await describeLink({}, 'https://x.org/talks/a%20keynote.webm#t=10')
    expect(described).toMatchObject({ talk: { title: 'a keynote.webm' }, remarks: [] })
    expect(services?.asked).toEqual([])
  })
})

describe('a page with a player in it', () => {
  const link: TalkLink = {
    provider: 'embedded',
    identity: 'https://x.org/talk',
    form: 'video',
    url: 'https://x.org/talk',
    startSeconds: null,
    endSeconds: null,
    playlist: null,
  }

  it('tells its own words first, the player what they lack', async () => {
    const page = emptyDraft({
      title: 'My keynote',
      byline: 'Ada Example',
      embeds: [{ url: `https://www.youtube-nocookie.com/embed/${id}`, title: null }],
    })
    const { talk } = await describeLink(
      { 'www.youtube.com/oembed': { json: oembed }, 'www.youtube.com/watch': { text: player({ videoDetails: { lengthSeconds: '60' } }) } },
      link,
      { page },
    )
    expect(talk).toMatchObject({
      provider: 'embedded',
      title: 'My keynote',
      speakers: ['Ada Example'],
      durationSeconds: 60,
      thumbnailUrl: oembed.thumbnail_url,
    })
  })

  it('asks the oEmbed address the page gives', async () => {
    const page = emptyDraft({ title: '', oembedUrl: 'https://player.example/oembed?id=5' })
    const { talk } = await describeLink({ 'player.example/oembed?id=5': { json: { ...oembed, duration: '1:30' } } }, link, { page })
    expect(talk).toMatchObject({ title: 'Build & break: queues of Vec<T>', durationSeconds: 90 })
  })

  it('asks nothing over http but of a private host that was typed', async () => {
    const page = emptyDraft({ title: '', oembedUrl: 'http://10.0.0.5/oembed' })
    expect(await describeLink({ '10.0.0.5/oembed': { json: oembed } }, link, { page })).toMatchObject({ talk: { title: null } })
    expect(services?.asked).toEqual([])
    await services?.close()
    const typed = await describeLink({ '10.0.0.5/oembed': { json: oembed } }, link, { page, privateHosts: new Set(['10.0.0.5']) })
    expect(typed.talk.title).toBe('Build & break: queues of Vec<T>')
  })

  it('reads the page itself when it has not been fetched', async () => {
    const video = {
      '@graph': [
        { '@type': 'WebPage' },
        {
          '@type': ['VideoObject'],
          name: 'Clips',
          duration: 'PT1H2M3S',
          author: { name: 'Ada Example' },
          thumbnailUrl: ['https://x.org/a.jpg'],
          hasPart: [
            { '@type': 'Clip', name: 'One', startOffset: 0 },
            { '@type': 'Clip', name: 'Two', startOffset: 75 },
          ],
        },
      ],
    }
    const { talk } = await describeLink(
      {
        'x.org/talk': {
          text: `<script type="application/ld+json">{broken</script><script type='application/ld+json'>${JSON.stringify(video)}</script>`,
        },
      },
      link,
    )
    expect(talk).toMatchObject({
      title: 'Clips',
      durationSeconds: 3723,
      speakers: ['Ada Example'],
      thumbnailUrl: 'https://x.org/a.jpg',
      chapters: [
        { startSeconds: 0, title: 'One' },
        { startSeconds: 75, title: 'Two' },
      ],
    })
  })

  it('what the fetched page says helps where the provider is silent', async () => {
    const talk: Talk = {
      ...nothingKnown,
      provider: 'youtube',
      identity: id,
      title: 'From the page',
      speakers: [],
      chapters: [],
      durationSeconds: 5,
    }
    const described = await describeLink({}, watch, { page: emptyDraft({ title: 'Consent', talk }) })
    expect(described).toMatchObject({ talk: { title: 'From the page', durationSeconds: 5 }, remarks: [] })
  })
})

describe('a talk whose details cannot be had', () => {
  it.each([
    ['it is gone', { status: 404 }, 'page.gone', false],
    ['it is private', { status: 403 }, 'page.refused', false],
    ['its embedding is forbidden', { status: 401 }, 'page.login', false],
    ['the question was wrong', { status: 400 }, 'page.refused', false],
    ['the service is busy', { status: 429 }, 'page.busy', true],
    ['the service is broken', { status: 500 }, 'page.broken', true],
    ['it answers a page for JSON', { text: '<html>Welcome to this hotel</html>' }, 'page.garbled', true],
    ['it answers half of its JSON', { text: '{"title": "Bui', type: 'application/json' }, 'page.garbled', true],
    ['it answers a list', { json: [1, 2] }, 'page.garbled', true],
    ['it answers nothing of use', { json: { title: 5, author_name: {} } }, 'not-had', false],
  ] as const)('because %s, comes back with what the address tells', async (_, told, what, retryable) => {
    const described = await describeLink({ 'www.youtube.com/oembed': told }, `${watch}&t=5`)
    expect(described).toEqual({
      talk: { provider: 'youtube', identity: id, ...nothingKnown },
      kind: 'talk',
      remarks: [{ about: 'talk-details', what }],
      retryable,
    })
  })

  it('because nobody answers in time, says so and may be tried again', async () => {
    const described = await describeLink({ 'www.youtube.com/oembed': 'silence', 'www.youtube.com/watch': 'silence' }, watch, {
      deadlineMs: 100,
    })
    expect(described).toMatchObject({ talk: { title: null }, remarks: [{ what: 'page.timeout' }], retryable: true })
  })

  it('what came before the deadline is kept', async () => {
    const described = await describeLink({ 'www.youtube.com/oembed': { json: oembed }, 'www.youtube.com/watch': 'silence' }, watch, {
      deadlineMs: 1_500,
    })
    expect(described).toMatchObject({ talk: { title: 'Build & break: queues of Vec<T>' }, remarks: [], retryable: false })
  })

  it('cancelling is no failure and no talk: it unwinds', async () => {
    const stop = new AbortController()
    const described = describeLink({ 'www.youtube.com/oembed': 'silence', 'www.youtube.com/watch': 'silence' }, watch, {
      signal: stop.signal,
    })
    setTimeout(() => stop.abort(), 50)
    await expect(described).rejects.toMatchObject({ name: 'AbortError' })
  })
})
