import { expect, test } from 'vitest'
import { talkMaterials } from './talk-materials.ts'

const nothing = { description: null, page: null, named: [] }
const own = 'https://talks.test/clocks'

test('a description names slides and code beside their addresses', () => {
  const description = `All about clocks. More at https://clocks.test/.
Slides: https://talks.test/clocks.pdf
Speaker deck https://speakerdeck.com/ida/clocks, code (https://github.com/ida/clocks).
Follow https://github.com/ida and https://talks.test/clocks`
  expect(talkMaterials({ ...nothing, description }, own)).toEqual([
    { kind: 'slides', url: 'https://talks.test/clocks.pdf' },
    { kind: 'slides', url: 'https://speakerdeck.com/ida/clocks' },
    { kind: 'code', url: 'https://github.com/ida/clocks' },
  ])
})

test('of a page those whose words say so: the site’s own repository in its foot is none of the talk’s', () => {
  const html = `<a class="x" href="/files/clocks.pdf?a=1&amp;b=2"><b>Download</b> the slides</a> <a href='https://github.com/ida/clocks'>Example code</a>
<a href="https://github.com/conference/website">GitHub</a> <a href="#slides">Slides</a> <a href="mailto:ida@talks.test">Slides by mail</a> <a>`
  expect(talkMaterials({ ...nothing, page: { html, url: own } }, own)).toEqual([
    { kind: 'slides', url: 'https://talks.test/files/clocks.pdf?a=1&b=2' },
    { kind: 'code', url: 'https://github.com/ida/clocks' },
  ])
})

test('what the recommender named is kept whatever it is, and each address once', () => {
  expect(
    talkMaterials(
      { ...nothing, description: 'Slides https://a.test/s.pdf', named: ['https://b.test/', 'https://a.test/s.pdf', 'no'] },
      own,
    ),
  ).toEqual([
    { kind: 'slides', url: 'https://a.test/s.pdf' },
    { kind: 'other', url: 'https://b.test/' },
  ])
})

test('a page of nothing but beginnings of links takes no time', () => {
  expect(talkMaterials({ ...nothing, page: { html: '<a href="'.repeat(500_000), url: own } }, own)).toEqual([])
})
