import { expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'
import { parsePage } from './parse-page.ts'
import { isPartLost } from './part-lost.ts'

const paragraph = `<p>${'The kettle is a vessel in which water is brought to the boil, slowly. '.repeat(4)}</p>`
const isLost = (html: string, kept: number): boolean => isPartLost(parsePage(html).body, kept, 'en')

test('a page of which little was kept says so', () => {
  expect(isLost(paragraph.repeat(20), 100)).toBe(true)
  expect(isLost(`<div class="page1-footer">${paragraph.repeat(20)}</div>`, 100)).toBe(true)
  expect(isLost(paragraph.repeat(20), 1_000)).toBe(false)
  expect(isLost(paragraph.repeat(4), 10)).toBe(false)
})

test('comments, menus and teasers are no loss', () => {
  for (const name of ['nav', 'aside', 'footer']) expect(isLost(`<${name}>${paragraph.repeat(20)}</${name}>`, 100)).toBe(false)
  expect(isLost(`<div class="comments">${paragraph.repeat(20)}</div>`, 100)).toBe(false)
  expect(isLost(`<p>${'<a href="/x">The kettle is a vessel for water. </a>'.repeat(9)}</p>`.repeat(20), 100)).toBe(false)
  expect(isLost('<p>The kettle is a vessel for water.</p>'.repeat(200), 100)).toBe(false)
})

test('a page kept whole says nothing', () => {
  const whole = extractPage(`<title>Kettles</title><article><h1>Kettles</h1>${paragraph.repeat(20)}</article>`, 'https://e.org/k')
  expect(whole.remarks).toEqual([])
})

test('a page whose text stands in what looks like a footer says that it was lost', () => {
  const lost = `<div class="page1-footer"><div class="footer-text">${paragraph.repeat(30)}</div></div>`
  const page = extractPage(
    `<title>Kettles</title><div><article><h1>Kettles</h1>${paragraph.repeat(3)}</article></div>${lost}`,
    'https://e.org/k',
  )
  expect(page.words).toBeLessThan(300)
  expect(page.remarks).toEqual([{ about: 'page', what: 'part-lost' }])
})
