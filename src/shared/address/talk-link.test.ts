import { describe, expect, it } from 'vitest'
import { readUuid } from './short-uuid.ts'
import { talkLink } from './talk-link.ts'

const id = 'Y4Gt3Xjd7G8'
const watch = `https://www.youtube.com/watch?v=${id}`

describe('YouTube', () => {
  it.each([
    [`https://www.youtube.com/watch?v=${id}`, null],
    [`https://www.youtube.com/watch?v=${id}&t=2045s`, 2045],
    [`https://www.youtube.com/watch?app=desktop&t=34m5s&v=${id}`, 2045],
    [`http://youtube.com/watch?v=${id}#t=34m5s`, 2045],
    [`https://m.youtube.com/watch?v=${id}`, null],
    [`https://music.youtube.com/watch?v=${id}&si=abc`, null],
    [`https://youtu.be/${id}`, null],
    [`https://youtu.be/${id}?si=xyz&t=98`, 98],
    [`https://youtu.be/${id}&t=98`, 98],
    [`https://www.youtube.com/watch?v=${id}?t=98`, 98],
    [`https://www.youtube.com/live/${id}?feature=share&t=1h2m3s`, 3723],
    [`https://www.youtube.com/shorts/${id}`, null],
    [`https://www.youtube.com/embed/${id}?start=98&end=120`, 98],
    [`https://www.youtube-nocookie.com/embed/${id}?start=98`, 98],
    [`https://www.youtube.com/v/${id}`, null],
    [`https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D${id}%26feature%3Dshare`, null],
    [`https://www.youtube.com/watch/${id}`, null],
    [`https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D${id}`, null],
  ])('%s', (address, startSeconds) => {
    expect(talkLink(address)).toMatchObject({ provider: 'youtube', identity: id, form: 'video', url: watch, startSeconds, playlist: null })
  })

  it('keeps the end of an excerpt', () => {
    expect(talkLink(`https://www.youtube.com/embed/${id}?start=98&end=120`)).toMatchObject({ startSeconds: 98, endSeconds: 120 })
  })

  it('tells a video in a playlist from the playlist', () => {
    expect(talkLink(`${watch}&list=PLabc_-123&index=4`)).toMatchObject({
      form: 'video',
      identity: id,
      playlist: 'PLabc_-123',
      url: `${watch}&list=PLabc_-123`,
    })
    expect(talkLink('https://www.youtube.com/playlist?list=PLabc_-123&si=q')).toMatchObject({
      form: 'playlist',
      identity: 'PLabc_-123',
      url: 'https://www.youtube.com/playlist?list=PLabc_-123',
    })
    expect(talkLink('https://www.youtube.com/embed/videoseries?list=PLabc')).toMatchObject({ form: 'playlist', identity: 'PLabc' })
    expect(talkLink(`${watch}&list=WL`)?.playlist).toBeNull()
  })

  it.each([
    'https://yewtu.be',
    'https://invidious.example.org',
    'https://inv.nadeko.net',
    'https://piped.video',
    'https://piped.kavin.rocks',
  ])('knows the recording behind the mirror %s and stays on it', (mirror) => {
    expect(talkLink(`${mirror}/watch?v=${id}&t=98`)).toMatchObject({
      provider: 'youtube',
      identity: id,
      url: `${mirror}/watch?v=${id}`,
      startSeconds: 98,
    })
  })

  it.each([
    'https://www.youtube.com/',
    'https://www.youtube.com/@somebody',
    'https://www.youtube.com/results?search_query=x',
    'https://www.youtube.com/watch?v=tooshort',
    'https://notyoutube.com/watch?v=Y4Gt3Xjd7G8',
    'https://example.org/watch?v=Y4Gt3Xjd7G8',
    'https://youtube.com.example.org/watch?v=Y4Gt3Xjd7G8',
  ])('%s is no talk', (address) => expect(talkLink(address)).toBeNull())
})

describe('other sites', () => {
  it.each([
    ['https://vimeo.com/71278954', 'vimeo', '71278954', 'https://vimeo.com/71278954', null],
    ['https://vimeo.com/71278954/abcdef1234', 'vimeo', '71278954/abcdef1234', 'https://vimeo.com/71278954/abcdef1234', null],
    ['https://vimeo.com/channels/staff/71278954#t=1m2s', 'vimeo', '71278954', 'https://vimeo.com/71278954', 62],
    ['https://vimeo.com/groups/x/videos/71278954', 'vimeo', '71278954', 'https://vimeo.com/71278954', null],
    ['https://vimeo.com/showcase/123/video/71278954', 'vimeo', '71278954', 'https://vimeo.com/71278954', null],
    [
      'https://player.vimeo.com/video/71278954?h=abcdef1234#t=62s',
      'vimeo',
      '71278954/abcdef1234',
      'https://vimeo.com/71278954/abcdef1234',
      62,
    ],
    [
      'https://media.ccc.de/v/36c3-10-some-talk#l=deu&t=123',
      'media-ccc',
      '36c3-10-some-talk',
      'https://media.ccc.de/v/36c3-10-some-talk',
      123,
    ],
    ['https://media.ccc.de/v/36c3-10-some-talk#t=2045', 'media-ccc', '36c3-10-some-talk', 'https://media.ccc.de/v/36c3-10-some-talk', 2045],
    [
      'https://www.ted.com/talks/a_speaker_a_title?language=de',
      'ted',
      'a_speaker_a_title',
      'https://www.ted.com/talks/a_speaker_a_title',
      null,
    ],
    [
      'https://embed.ted.com/talks/lang/de/a_speaker_a_title.html',
      'ted',
      'a_speaker_a_title',
      'https://www.ted.com/talks/a_speaker_a_title',
      null,
    ],
    [
      'http://www.infoq.com/presentations/Simple-Made-Easy',
      'infoq',
      'Simple-Made-Easy',
      'https://www.infoq.com/presentations/Simple-Made-Easy/',
      null,
    ],
    [
      'https://www.infoq.com/fr/presentations/Simple-Made-Easy/',
      'infoq',
      'Simple-Made-Easy',
      'https://www.infoq.com/presentations/Simple-Made-Easy/',
      null,
    ],
    ['https://archive.org/details/SomeTalk2015?start=98', 'archive-org', 'SomeTalk2015', 'https://archive.org/details/SomeTalk2015', 98],
    [
      'https://pyvideo.org/pycon-us-2015/some-talk.html',
      'pyvideo',
      'pycon-us-2015/some-talk',
      'https://pyvideo.org/pycon-us-2015/some-talk.html',
      null,
    ],
    ['https://www.dailymotion.com/video/x7u5gk_a-title?start=98', 'dailymotion', 'x7u5gk', 'https://www.dailymotion.com/video/x7u5gk', 98],
    ['https://dai.ly/x7u5gk', 'dailymotion', 'x7u5gk', 'https://www.dailymotion.com/video/x7u5gk', null],
    ['https://geo.dailymotion.com/player.html?video=x7u5gk', 'dailymotion', 'x7u5gk', 'https://www.dailymotion.com/video/x7u5gk', null],
    [
      'https://speakerdeck.com/someone/some-slides',
      'speakerdeck',
      'someone/some-slides',
      'https://speakerdeck.com/someone/some-slides',
      null,
    ],
    [
      'https://www.slideshare.net/someone/some-slides',
      'slideshare',
      'someone/some-slides',
      'https://www.slideshare.net/someone/some-slides',
      null,
    ],
    [
      'https://www.slideshare.net/slideshow/some-slides/123',
      'slideshare',
      'slideshow/some-slides/123',
      'https://www.slideshare.net/slideshow/some-slides/123',
      null,
    ],
    ['https://x.org/talks/a.webm#t=10,20', 'video-file', 'https://x.org/talks/a.webm', 'https://x.org/talks/a.webm', 10],
  ])('%s', (address, provider, identity, url, startSeconds) => {
    expect(talkLink(address)).toMatchObject({ provider, identity, url, startSeconds, form: 'video' })
  })

  const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
  it.each([
    ['/w/kkGMgK9ZtnKfYAgnEtQxbv', '/w/kkGMgK9ZtnKfYAgnEtQxbv', null],
    [`/videos/watch/${uuid}?start=1m2s`, `/w/${uuid}`, 62],
    [`/videos/embed/${uuid}`, `/w/${uuid}`, null],
  ])('PeerTube %s', (path, page, startSeconds) => {
    const link = talkLink(`https://any.host.example${path}`)
    expect(link).toMatchObject({ provider: 'peertube', identity: uuid, url: `https://any.host.example${page}`, startSeconds })
  })

  it('reads both forms of a uuid and nothing else', () => {
    expect(readUuid('kkGMgK9ZtnKfYAgnEtQxbv')).toBe(uuid)
    expect(readUuid(uuid.toUpperCase())).toBe(uuid)
    expect(readUuid('kkGMgK9ZtnKfYAgnEtQxb0')).toBeNull()
    expect(readUuid('ZZZZZZZZZZZZZZZZZZZZZZ')).toBeNull()
    expect(readUuid('short')).toBeNull()
  })

  it.each([
    'https://any.host.example/w/an-article',
    'https://any.host.example/videos/watch/12',
    'https://vimeo.com/about',
    'https://vimeo.com/channels/staffpicks',
    'https://media.ccc.de/c/36c3',
    'https://www.ted.com/talks',
    'https://www.infoq.com/news/2020/01/x',
    'https://archive.org/search?query=x',
    'https://pyvideo.org/speakers/somebody.html',
    'https://pyvideo.org/events/pycon.html',
    'https://speakerdeck.com/someone',
    'mailto:a@b.org',
    'not an address',
    '',
  ])('%s is no talk', (address) => expect(talkLink(address)).toBeNull())
})
