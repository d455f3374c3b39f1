import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPageText } from './page-text.ts'

// Named as text and not as a module: the package's types would bring all of Node into the renderer's project.
const jsdom = 'jsdom'
const { JSDOM }: { JSDOM: new (html: string) => { readonly window: { readonly document: Document } } } = await import(jsdom)

/** The article of a copy's frame, as the door serves it. */
function articleOf(html: string): Element {
  const { document } = new JSDOM(`<!doctype html><body><article class="article">${html}</article></body>`).window
  const article = document.querySelector('article')
  if (article === null) throw new Error('no article')
  return article
}
const read = (html: string) => readPageText(articleOf(html))

describe('the text is the one the library stores', () => {
  test.each([
    [
      'blocks, lists, line breaks',
      '<h2>One</h2>\n<p>two<br>three <b>fo</b>ur</p>\n<ul><li>a</li><li>b</li></ul>',
      'One\ntwo three four\na\nb',
    ],
    ['a table', '<table><tbody><tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr></tbody></table>', 'a b\nc'],
    ['code', '<p>x</p><pre><code>if a:\n\tb\n\n</code></pre><p>y</p>', 'x\nif a:\n\tb\n\ny'],
    ['curly quotes, dashes, soft hyphens', '<p>“It’s” a well\u00adknown\u00a0fact\u2014ok</p>', '"It\'s" a wellknown fact-ok'],
    ['right to left with its marks dropped', '<p dir="rtl">\u200fسلام می\u200cخواهم</p>', 'سلام می\u200cخواهم'],
    ['Chinese and emoji', '<p>安静的<b>书桌</b>👩‍💻好</p>', '安静的书桌👩‍💻好'],
    [
      'a formula without its TeX twin',
      '<p>so <math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math> is</p>',
      'so x is',
    ],
    ['a picture that is missing', '<p>a<span class="missing-image" role="img" aria-label="A desk"></span>b</p>', 'ab'],
  ])('%s', (_name, html, text) => {
    expect(read(html).text).toBe(text)
  })
})

describe('offsets lead to the DOM and back', () => {
  const page =
    '<h2>The “desk”</h2>\n<p>Some <em>quiet <b>wo</b>rds</em>,\n   and\u00ad more<br>below.</p>' +
    '<ul><li>one</li><li><p>two</p></li></ul><pre><code>if a:\n    b("👩‍💻")\n</code></pre>' +
    '<table><tbody><tr><td>سلام</td><td>安静</td></tr></tbody></table><p>\n</p><p>x<math><mi>y</mi></math>z</p>'
  const article = articleOf(page)
  const text = readPageText(article)

  test('a range holds exactly its words', () => {
    for (const words of ['quiet words, and more', 'rds, and', 'b("👩‍💻")', 'سلام', '"desk"']) {
      const at = text.text.indexOf(words)
      const range = text.rangeOf(at, at + words.length)
      const folded = range
        ?.toString()
        .replace(/\u00ad/g, '')
        .replace(/[“”]/g, '"')
        .replace(/\s+/g, ' ')
      expect(folded).toBe(words)
    }
  })

  test('whatever its ends, a range leads back to the same letters', () => {
    fc.assert(
      fc.property(fc.nat(text.text.length - 1), fc.integer({ min: 1, max: 40 }), (start, length) => {
        const end = Math.min(text.text.length, start + length)
        const range = text.rangeOf(start, end)
        if (range === null) throw new Error('no range')
        const back = [text.offsetOf(range.startContainer, range.startOffset), text.offsetOf(range.endContainer, range.endOffset)] as const
        // White space that stands for a break has no place of its own: it leads to the letter beside it.
        expect(text.text.slice(...back).trim()).toBe(text.text.slice(start, end).trim())
      }),
    )
  })

  test('places between elements, and in text that is not read, lead to the next letter', () => {
    const place = (selector: string, offset: number) => text.offsetOf(article.querySelector(selector) as Element, offset)
    expect(place('h2', 0)).toBe(0)
    expect(place('h2', 1)).toBe(text.text.indexOf('Some'))
    expect(place('em', 2)).toBe(text.text.indexOf('rds'))
    expect(text.offsetOf(article, 0)).toBe(0)
    expect(text.offsetOf(article, article.childNodes.length)).toBe(text.text.length)
    const formula = articleOf('<p>a <math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math> b</p>')
    const read = readPageText(formula)
    expect(read.offsetOf(formula.querySelector('semantics') as Element, 1)).toBe(read.text.indexOf(' b'))
    expect(read.offsetOf(formula.querySelector('annotation')?.firstChild as Node, 1)).toBe(read.text.indexOf(' b'))
  })

  test('there is no range outside the text', () => {
    expect([text.rangeOf(-1, 2), text.rangeOf(2, 2), text.rangeOf(0, text.text.length + 1)]).toEqual([null, null, null])
  })
})
