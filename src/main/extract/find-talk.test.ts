import { expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'
import { seconds } from './find-talk.ts'

const prose = 'The lamp burned low, and the clerk went on reading, line by line, until the last of the oil was gone. '
const player = '<iframe src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>'

test('durations in the forms pages write them', () => {
  expect(seconds('PT34M5S')).toBe(2045)
  expect(seconds('P0DT1H0M0S')).toBe(3600)
  expect(seconds('1:02:03')).toBe(3723)
  expect(seconds('90')).toBe(90)
  expect(seconds('soon')).toBeNull()
})

test('a page with hardly more than a player is a talk; an article that holds one stays an article', () => {
  const talk = extractPage(`<title>Lamps</title><main><h1>Lamps</h1>${player}<p>${prose}</p></main>`, 'https://e.org/talks/lamps')
  expect(talk).toMatchObject({ kind: 'talk', talk: { provider: 'youtube', identity: 'AbCdEfGhIjK', title: 'Lamps' } })
  const article = extractPage(
    `<title>Lamps</title><main><h1>Lamps</h1><p>${prose.repeat(4)}</p>${player}<p>${prose.repeat(8)}</p></main>`,
    'https://e.org/lamps',
  )
  expect(article).toMatchObject({ kind: 'article', talk: null, embeds: [{ url: 'https://www.youtube.com/watch?v=AbCdEfGhIjK' }] })
})

test('a page that calls itself an article is one, video object or not', () => {
  const page = `<title>Lamps</title><meta property="og:type" content="article"><script type="application/ld+json">{"@type":"VideoObject","name":"Lamps","duration":"PT1M","embedUrl":"https://player.vimeo.com/video/1234567"}</script><main><h1>Lamps</h1><p>${prose.repeat(3)}</p><p>${prose.repeat(3)}</p></main>`
  expect(extractPage(page, 'https://e.org/lamps')).toMatchObject({ kind: 'article', talk: { provider: 'vimeo' } })
})

test('a talk’s own address is a talk even without words', () => {
  expect(
    extractPage(
      '<title>Lamps - YouTube</title><div id="player"></div><script src="x"></script>',
      'https://www.youtube.com/watch?v=AbCdEfGhIjK',
    ).kind,
  ).toBe('talk')
})
