// A page about a recorded talk: structured data, a player of another site, chapters, a thumbnail, an oEmbed answer.
import { readFileSync } from 'node:fs'
import { paragraphs, type SiteRoom, sitePage } from './site-page.ts'

const video = {
  '@context': 'https://schema.org',
  '@type': 'VideoObject',
  name: 'Small machines, long evenings',
  description: 'Ida Example takes a clock apart on stage and nearly puts it together again.',
  thumbnailUrl: '/pictures/talk.png',
  uploadDate: '2025-05-17T18:00:00Z',
  duration: 'PT47M12S',
  inLanguage: 'en',
  embedUrl: 'https://www.youtube-nocookie.com/embed/sm4llm4ch1n',
  author: [
    { '@type': 'Person', name: 'Ida Example' },
    { '@type': 'Person', name: 'Otto Sample' },
  ],
  hasPart: [
    { '@type': 'Clip', name: 'The clock', startOffset: 0, endOffset: 900 },
    { '@type': 'Clip', name: 'The springs', startOffset: 900, endOffset: 2045 },
    { '@type': 'Clip', name: 'Questions', startOffset: 2045, endOffset: 2832 },
  ],
}
const player =
  '<iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/sm4llm4ch1n?start=2045" title="Small machines" allowfullscreen></iframe>'

/** A talk on an open platform (PeerTube) that offers its file. */
const openTalk = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
const film = readFileSync(new URL('../recordings/talk.webm', import.meta.url))
const json = (value: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

export const talkRoom: SiteRoom = {
  [`/videos/watch/${openTalk}`]: sitePage({ title: 'Twelve seconds of a tone', body: '<h1>Twelve seconds of a tone</h1>' }),
  [`/api/v1/videos/${openTalk}`]: json({
    name: 'Twelve seconds of a tone',
    duration: 12,
    description: 'A tone, and what comes of it.\n\n0:00 It begins\n0:09 - It goes on\n1:10 Beyond its end',
    account: { displayName: 'Ida Example' },
    files: [
      { fileUrl: '/films/talk.webm', size: film.length, resolution: { id: 54, label: '54p' } },
      { fileUrl: '/films/lost.webm', size: 99_000_000, resolution: { id: 1080, label: '1080p' } },
    ],
  }),
  [`/api/v1/videos/${openTalk}/captions`]: json({ total: 0, data: [] }),
  [`/api/v1/videos/${openTalk}/chapters`]: json({ chapters: [] }),
  '/films/talk.webm': { headers: { 'content-type': 'text/plain' }, body: film },
  '/films/page.webm': { headers: { 'content-type': 'video/webm' }, body: '<!doctype html><title>Not what you think</title>' },
  '/talks/': sitePage({
    title: 'Talks',
    body: '<h1>Talks</h1><ul><li><a href="/talks/small-machines/">Small machines, long evenings</a></li><li><a href="/talks/recorded-here/">Recorded here</a></li></ul>',
  }),
  '/talks/small-machines/': sitePage({
    title: video.name,
    head: `<script type="application/ld+json">${JSON.stringify(video)}</script><link rel="alternate" type="application/json+oembed" href="/oembed?of=small-machines"><meta property="og:type" content="video.other"><meta property="og:image" content="/pictures/talk.png">`,
    body: `<article><h1>${video.name}</h1>${player}<p>${video.description}</p><p><a href="/files/paper.pdf">Slides</a>, <a href="https://github.com/ida-example/clocks">example code</a></p></article>`,
  }),
  // The player stands among many words: an article that shows a recording, not a talk.
  '/talks/article-with-player/': sitePage({
    title: 'What I learned from a clock',
    body: `<article><h1>What I learned from a clock</h1>${paragraphs('clocks that were taken apart', 5)}${player}${paragraphs('clocks that were put together again', 5)}</article>`,
  }),
  '/talks/recorded-here/': sitePage({
    title: 'Recorded here',
    head: '<meta property="og:type" content="video.other"><meta property="og:video" content="/files/recording.mp4"><meta property="og:image" content="/pictures/talk.png"><meta property="video:duration" content="754">',
    body: '<h1>Recorded here</h1><video controls poster="/pictures/talk.png" src="/files/recording.mp4"></video><p>Twelve minutes about hinges, by Otto Sample.</p>',
  }),
  '/oembed': {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      version: '1.0',
      type: 'video',
      title: video.name,
      author_name: 'Ida Example',
      provider_name: 'The Workbench',
      thumbnail_url: '/pictures/talk.png',
      html: player,
      width: 560,
      height: 315,
    }),
  },
}
