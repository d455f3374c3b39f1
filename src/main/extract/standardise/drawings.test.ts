import { expect, test } from 'vitest'
import { extractPage } from '../extract-page.ts'

const prose =
  '<p>The kettle is a vessel in which water is brought to the boil, and this line says so at some length, twice, for good measure.</p>'
const page = (drawing: string): ReturnType<typeof extractPage> =>
  extractPage(`<title>Kettles</title><article><h1>Kettles</h1>${prose.repeat(4)}${drawing}${prose.repeat(4)}</article>`, 'https://e.org/k')

const marks = '<defs><path id="m" d="M0 0L0 3"></path></defs><use xlink:href="#m" x="5" y="9"></use><use href="#m" x="50" y="9"></use>'
const label = '<g><rect width="90" height="40"/><foreignObject width="90" height="40"><div>Pour the water</div></foreignObject></g>'

test.each([
  ['with parts used again', `<svg width="600" height="300">${marks}</svg>`],
  ['sized in points', `<svg width="450pt" height="225pt" viewBox="0 0 450 225">${marks}</svg>`],
  [
    'of few shapes, in a figure',
    '<figure><svg viewBox="0 0 300 120"><rect width="9" height="9"/></svg><figcaption>A box</figcaption></figure>',
  ],
  ['of few shapes, with words', '<svg width="300" height="120"><rect width="9" height="9"/><text>Lid</text></svg>'],
  [
    'that says its words twice',
    `<svg width="300" height="120"><switch>${'<foreignObject><p>Lid</p></foreignObject>'}<text>Lid</text></switch></svg>`,
  ],
])('a drawing %s is kept as a picture', (_, drawing) => {
  const draft = page(drawing)
  expect(draft.counts.images).toEqual({ source: 1, copy: 1 })
  expect(draft.remarks).toEqual([])
  expect(Buffer.from(draft.assets[0]?.urls[0]?.split(',')[1] ?? '', 'base64').toString()).toMatch(/^<svg [\s\S]*<(?:use|rect|text)[ >]/)
})

test.each([
  ['whose words are HTML', `<svg viewBox="0 0 300 200">${label}</svg>`],
  ['whose parts stand elsewhere', '<figure><svg viewBox="0 0 300 200"><use href="#elsewhere"/></svg><figcaption>Lid</figcaption></figure>'],
  ['of which nothing safe is left', '<figure><svg viewBox="0 0 300 200"><use href="https://e.org/a.svg#b"/></svg></figure>'],
])('a drawing %s is counted as missing', (_, drawing) => {
  const draft = page(drawing)
  expect(draft.counts.images).toEqual({ source: 1, copy: 0 })
  expect(draft.remarks).toEqual([{ about: 'image', what: 'missing', count: 1 }])
  expect(draft.html).not.toContain('<img')
})

test('the words of a drawing that cannot be kept stay', () => {
  expect(page(`<svg viewBox="0 0 300 200">${label}${label.replace('Pour', 'Boil')}</svg>`).text).toContain(
    'Pour the water · Boil the water',
  )
})

test.each([
  '<svg width="24" height="24"><path d="M0 0"/></svg>',
  '<svg viewBox="0 0 512 512"><path d="M0 0"/></svg>',
  '<svg viewBox="0 0 512 512"><use href="#icon"/></svg>',
  `<a href="/"><svg width="600" height="300">${marks}</svg></a>`,
  `<button><svg width="600" height="300">${marks}</svg></button>`,
  '<svg width="1440" height="120"><path d="M0 0"/></svg>',
])('an icon or ornament is neither kept nor counted: %s', (drawing) => {
  expect(page(drawing).counts.images).toEqual({ source: 0, copy: 0 })
})
