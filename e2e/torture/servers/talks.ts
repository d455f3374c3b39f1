// Services that describe talks, asked by us over https, answering as hostile servers do: the talk is kept, whatever they say.
import zlib from 'node:zlib'
import { always, answer, article, byPath, head, pour, silence } from './answers.ts'
import type { Case, CaseMaker } from './case.ts'
import { type Converse, goodCertificate } from './world.ts'

const json = (text: string | Uint8Array, more: Readonly<Record<string, string>> = {}) =>
  answer(text, { 'content-type': 'application/json', ...more })
const told = (fields: Readonly<Record<string, unknown>>) =>
  json(JSON.stringify({ type: 'video', version: '1.0', title: 'A talk', ...fields }))

const answers: readonly (readonly [name: string, Converse])[] = [
  ['silence', silence],
  ['a body without end', pour(head({ 'content-type': 'application/json' }), Buffer.alloc(65_536, ' '))],
  ['a gzip bomb', always(json(zlib.gzipSync(Buffer.alloc(20_000_000, ' ')), { 'content-encoding': 'gzip' }), 'stay')],
  ['rubbish', always(json('{"title": '))],
  ['an array nested a million deep', always(json('['.repeat(1_000_000)))],
  ['another shape', always(json('{"title": {"a": [1]}, "thumbnail_url": 7, "author_name": null}'))],
  ['a title of two million letters', always(told({ title: 'x'.repeat(2_000_000) }))],
  ['a prototype', always(json('{"__proto__": {"title": "x"}, "constructor": {"prototype": {}}, "title": "A talk"}'))],
  ['a thumbnail inside', always(told({ thumbnail_url: 'http://127.0.0.1/secret.png' }))],
  ['a thumbnail of the metadata', always(told({ thumbnail_url: 'http://169.254.169.254/latest/' }))],
  ['a thumbnail of a file', always(told({ thumbnail_url: 'file:///etc/passwd' }))],
  ['a thumbnail without end', always(told({ thumbnail_url: 'https://thumbs.secure.example/endless.png' }))],
  ['a redirect inside', always(answer('', { location: 'https://127.0.0.1/oembed' }, '302 Found'))],
  ['a redirect for ever', always(answer('', { location: '?again' }, '302 Found'))],
  ['a page', always(answer(article('No answer')))],
  ['nothing', always(answer('', {}, '204 No Content'))],
  ['a length of eternity', always(json('{}', { duration: '1e999' }))],
  ['too busy', always(answer('', { 'retry-after': '31536000' }, '429 Busy'))],
]

export const talkCases: CaseMaker = async (world) => {
  const group = 'talks'
  const video = (n: number, more = '') =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'VideoObject', name: `A talk of number ${n}`, duration: 'PT47M', embedUrl: 'https://player.example/1' })}</script><meta property="og:type" content="video.other">${more}`
  await world.host('thumbs.secure.example', byPath({ '*': pour(head({ 'content-type': 'image/png' }), Buffer.alloc(65_536)) }), {
    certificate: goodCertificate,
  })
  const cases = answers.map(async ([name, converse], n): Promise<Case> => {
    await world.host(`oembed-${n}.secure.example`, converse, { certificate: goodCertificate })
    const discovery = `<link rel="alternate" type="application/json+oembed" href="https://oembed-${n}.secure.example/oembed?of=x">`
    const page = answer(
      `<!doctype html><html><head><meta charset="utf-8"><title>A talk of number ${n}</title>${video(n, discovery)}</head><body><main><article><h1>A talk of number ${n}</h1><iframe src="https://player.example/1" width="560" height="315"></iframe><p>Forty-seven minutes about small machines.</p></article></main></body></html>`,
    )
    const origin = await world.host(`talk-${n}.example`, byPath({ '/': page }))
    return {
      group,
      name: `oEmbed says ${name}`,
      link: `${origin}/`,
      ends: ['complete', 'partial'],
      holds: (item) => (item.kind === 'talk' ? null : `it became ${item.kind}`),
    }
  })
  await world.host('www.youtube.com', byPath({ '*': silence }), { certificate: goodCertificate })
  world.lead('player.example', [['127.0.0.1']])
  world.lead('inner-oembed.secure.example', [['192.168.1.1']])
  return [
    ...(await Promise.all(cases)),
    { group, name: 'a service that never answers', link: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', ends: ['partial', 'complete'] },
    { group, name: 'a service whose name leads inside', link: 'https://vimeo.com/76979871', ends: ['partial', 'complete'] },
  ]
}
