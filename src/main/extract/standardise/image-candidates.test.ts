import { expect, test } from 'vitest'
import { parsePage } from '../parse-page.ts'
import { imageCandidates, parseSrcset } from './image-candidates.ts'

const best = (html: string): string[] => {
  const image = parsePage(html).getElementsByTagName('img')[0]
  if (image === undefined) throw new Error('no image')
  return imageCandidates(image, 'https://e.org/a/')
}

test('a srcset is split as browsers split it', () => {
  expect(parseSrcset('a.jpg, b.jpg 2x, https://c/w_10,h_5/d.jpg 300w ,e.jpg 1.5x')).toEqual([
    { url: 'a.jpg', width: null, density: null },
    { url: 'b.jpg', width: null, density: 2 },
    { url: 'https://c/w_10,h_5/d.jpg', width: 300, density: null },
    { url: 'e.jpg', width: null, density: 1.5 },
  ])
  expect(parseSrcset(' , ')).toEqual([])
})

test('the largest useful candidate comes first, the rest follow', () => {
  expect(best('<img src="s.jpg" srcset="m.jpg 800w, l.jpg 1600w, xl.jpg 4000w">')).toEqual([
    'https://e.org/a/l.jpg',
    'https://e.org/a/m.jpg',
    'https://e.org/a/xl.jpg',
    'https://e.org/a/s.jpg',
  ])
  expect(best('<img srcset="h.jpg 3000w, g.jpg 5000w">')[0]).toBe('https://e.org/a/h.jpg')
  expect(
    best(
      '<picture><source type="image/avif" srcset="a.avif 900w"><source type="image/webp" srcset="a.webp 900w"><img src="a.jpg"></picture>',
    ).slice(0, 2),
  ).toEqual(['https://e.org/a/a.webp', 'https://e.org/a/a.avif'])
})

test('what waits for a script is found, placeholders are not believed', () => {
  expect(best('<img src="data:image/gif;base64,R0lGOD" data-src="real.jpg">')).toEqual(['https://e.org/a/real.jpg'])
  expect(best('<img src="/img/blank.gif" data-original="//cdn.org/real.png">')).toEqual(['https://cdn.org/real.png'])
  expect(best('<img src="spacer.gif" data-hero="/x.webp?a=1">')).toEqual(['https://e.org/x.webp?a=1'])
  expect(best('<img src="javascript:x">')).toEqual([])
})

test.each([
  'dot-plot.png',
  'grey-wolf.jpg',
  'pixel-7-review.jpg',
  'lazy-evaluation.svg',
  'loading-dock.jpg',
  'placeholder-syntax.png',
  'blank-page-example.png',
  'blankfein-getty.jpg',
  'blanket-coverage.png',
])('a picture is not thrown away for its name: %s', (name) => {
  expect(best(`<img src="${name}" width="900" height="600">`)).toEqual([`https://e.org/a/${name}`])
  expect(best(`<img data-src="${name}">`)).toEqual([`https://e.org/a/${name}`])
})

test('a name that may be a stand-in gives way to any other, and a known stand-in to nothing', () => {
  expect(best('<img src="loading-bars.svg" data-src="real.jpg">')).toEqual(['https://e.org/a/real.jpg'])
  expect(best('<img src="grey-wolf.jpg" srcset="grey-wolf-800.jpg 800w">')).toHaveLength(2)
  for (const name of ['blank.gif', 'spacer.gif', '1x1.png', 'pixel.gif']) expect(best(`<img src="/i/${name}?v=2">`)).toEqual([])
})
