import { describe, expect, test } from 'vitest'
import { type Highlight, HighlightId } from '../../../shared/highlight.ts'
import { CopyId, ItemId } from '../../../shared/item.ts'
import { normaliserVersion } from '../../../shared/text/normalise.ts'
import { readPageText } from '../../page-text/page-text.ts'
import { markPassages } from './mark-passages.ts'

// Named as text and not as a module: the package's types would bring all of Node into the renderer's project.
const jsdom = 'jsdom'
const { JSDOM }: { JSDOM: new (html: string) => { readonly window: { readonly document: Document } } } = await import(jsdom)

function articleOf(html: string): Element {
  const { document } = new JSDOM(`<!doctype html><body><article class="article">${html}</article></body>`).window
  const article = document.querySelector('article')
  if (article === null) throw new Error('no article')
  return article
}

function passage(article: Element, exact: string, colour: Highlight['colour'], note = ''): Highlight {
  const start = readPageText(article).text.indexOf(exact)
  if (start < 0) throw new Error(`no “${exact}”`)
  return {
    id: HighlightId.parse('a'.repeat(32)),
    itemId: ItemId.parse('b'.repeat(32)),
    copyId: CopyId.parse('c'.repeat(32)),
    anchor: { exact, prefix: '', suffix: '', start, end: start + exact.length, normaliserVersion, heading: null },
    seconds: null,
    colour,
    note,
    tags: [],
    createdAt: 0,
    changedAt: 0,
  }
}

describe('passages in the printed article', () => {
  test('one across elements, with its note as a number and in the list', () => {
    const article = articleOf('<p>one <b>two</b> three</p><p>four</p>')
    const notes = markPassages(article, [passage(article, 'two three\nfour', 'blue', 'Why?')])
    expect(article.innerHTML).toBe(
      '<p>one <b><mark class="blue">two</mark></b><mark class="blue"> three</mark></p><p><mark class="blue">four</mark><sup class="print-note">1</sup></p>',
    )
    expect(notes?.querySelector('ol')?.innerHTML).toBe('<li dir="auto">Why?</li>')
  })

  test('two that overlap: every letter once, and the words stay what they were', () => {
    const article = articleOf('<p>one two three four</p>')
    const marks = [passage(article, 'two three', 'green', 'first'), passage(article, 'three four', 'red', 'second')]
    const words = article.textContent
    const notes = markPassages(article, marks)
    expect(article.innerHTML).toBe(
      '<p>one <mark class="green">two </mark><mark class="red">three</mark><sup class="print-note">1</sup><mark class="red"> four</mark><sup class="print-note">2</sup></p>',
    )
    expect(
      [...article.querySelectorAll('sup')].reduce((text, sup) => text.replace(sup.textContent ?? '', ''), article.textContent ?? ''),
    ).toBe(words)
    expect(notes?.querySelectorAll('li')).toHaveLength(2)
  })

  test('none: the article is left alone', () => {
    const article = articleOf('<p>one</p>')
    expect(markPassages(article, [])).toBeNull()
    expect(article.innerHTML).toBe('<p>one</p>')
  })

  test('one whose words are not there stays unmarked', () => {
    const article = articleOf('<p>one two</p>')
    const lost = passage(article, 'two', 'pink', 'gone')
    expect(markPassages(article, [{ ...lost, anchor: { ...lost.anchor, exact: 'three' } }])).toBeNull()
    expect(article.querySelector('mark')).toBeNull()
  })
})
