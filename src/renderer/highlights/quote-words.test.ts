import { describe, expect, test } from 'vitest'
import { readPageText } from '../page-text/page-text.ts'
import { quoteWords } from './quote-words.ts'

// Named as text and not as a module: the package's types would bring all of Node into the renderer's project.
const jsdom = 'jsdom'
const { JSDOM }: { JSDOM: new (html: string) => { readonly window: { readonly document: Document } } } = await import(jsdom)

/** The quote of the whole article, or of `words` in it. */
function quoteOf(html: string, words?: string) {
  const article = new JSDOM(`<!doctype html><article>${html}</article>`).window.document.querySelector('article')
  if (article === null) throw new Error('no article')
  const { text, rangeOf } = readPageText(article)
  const start = words === undefined ? 0 : text.indexOf(words)
  const range = rangeOf(start, words === undefined ? text.length : start + words.length)
  if (range === null) throw new Error('no range')
  return quoteWords(range)
}

const fraction = '<math alttext="\\frac{a}{b}"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>'

describe('what is quoted', () => {
  test('is without the marks of notes', () => {
    const mark = '<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>'
    expect(quoteOf(`<p>A footnote here${mark} and on.</p>`)?.words).toBe('A footnote here and on.')
    expect(quoteOf(`<p>A footnote here${mark} and on.</p>`, 'here1 and')?.words).toBe('here and')
    expect(quoteOf('<p>old<sup>[<a href="#n2">2</a>]</sup> ones</p>')?.words).toBe('old ones')
  })

  test('has the TeX of a formula', () => {
    expect(quoteOf(`<p>so ${fraction} is</p>`)).toEqual({ words: 'so $\\frac{a}{b}$ is', formulas: ['$\\frac{a}{b}$'] })
    const annotated = '<math display="block"><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></math>'
    expect(quoteOf(`<p>so</p>${annotated}<p>is</p>`)?.words).toContain('$$x_1$$')
  })

  test('is the exact text wherever nothing has to be left out', () => {
    expect(quoteOf('<p>10<sup>2</sup> and <a href="#part">a part</a></p>')).toBeNull()
    expect(quoteOf(`<p>so ${fraction} is</p>`, 'so')).toBeNull()
    expect(quoteOf('<p>only a mark<sup><a href="#fn-1" role="doc-noteref">1</a></sup></p>', '1')).toBeNull()
  })

  test('keeps the lines of code', () => {
    const mark = '<sup><a href="#fn-1" role="doc-noteref">1</a></sup>'
    expect(quoteOf(`<pre><code>if a:${mark}\n    b()\n</code></pre>`)?.words).toBe('if a:\n    b()')
  })
})
