// Notes, code, tables: what the reader's tools read out of an article's DOM.
import { describe, expect, test } from 'vitest'
import { alignFigures } from './align-figures.ts'
import { contentOf, noteName, noteOf } from './footnotes.ts'
import { picturesOf } from './pictures.ts'
import { placeInCode, readCode } from './read-code.ts'

// Named as text and not as a module: the package's types would bring all of Node into the renderer's project.
const jsdom = 'jsdom'
const { JSDOM }: { JSDOM: new (html: string) => { readonly window: { readonly document: Document } } } = await import(jsdom)
const documentOf = (html: string) => new JSDOM(`<!doctype html><body><article>${html}</article></body>`).window.document
function one(inside: Document, selector: string): Element {
  const found = inside.querySelector(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

describe('notes', () => {
  const html =
    '<p>a<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">[1]</a></sup> <a id="plain" href="#fn-1">see the note</a></p>' +
    '<section role="doc-endnotes"><ol><li id="fn-1"><p id="p-x">Ink was <em>cheaper</em>. <a id="back" href="#fnref-1" role="doc-backlink">↩</a></p></li></ol></section>'

  test('a reference has a note, a link with words and a way back have none', () => {
    const inside = documentOf(html)
    expect(noteOf(one(inside, '#fnref-1'), one(inside, '#fn-1'))).toBe(one(inside, 'li'))
    expect(noteOf(one(inside, '#plain'), one(inside, '#fn-1'))).toBeNull()
    expect(noteOf(one(inside, '#back'), one(inside, '#fnref-1'))).toBeNull()
    expect(noteName(one(inside, '#fnref-1'))).toBe('Footnote 1')
  })

  test('a number that leads up, or to a heading, is no note', () => {
    const inside = documentOf(
      '<h2 id="h">H</h2><p><sup><a id="up" href="#h">1</a></sup></p><h2 id="below">B</h2><sup><a id="x" href="#below">2</a></sup>',
    )
    expect(noteOf(one(inside, '#up'), one(inside, '#h'))).toBeNull()
    expect(noteOf(one(inside, '#up'), one(inside, '#below'))).toBeNull()
  })

  test('what is shown has neither ids nor ways back, and the note itself keeps them', () => {
    const inside = documentOf(html)
    const before = one(inside, 'li').innerHTML
    const shown = inside.createElement('div')
    shown.append(contentOf(one(inside, 'li')))
    expect(shown.innerHTML).toBe('<p>Ink was <em>cheaper</em>. </p>')
    expect(one(inside, 'li').innerHTML).toBe(before)
  })
})

describe('code', () => {
  test('is read letter by letter, and every letter leads back', () => {
    const pre = one(documentOf('<pre><code>if a:\n\t<b>b</b>\n  c<br>d\n</code></pre>'), 'pre')
    const code = readCode(pre)
    expect(code.text).toBe('if a:\n\tb\n  c\nd\n')
    for (const letter of ['i', 'b', 'c', 'd']) {
      const place = placeInCode(code, code.text.indexOf(letter), false)
      expect(place?.node.data[place.offset]).toBe(letter)
    }
    // The end of a stretch belongs to the node it ends in.
    expect(placeInCode(code, code.text.indexOf('b') + 1, true)?.node.data).toBe('b')
  })
})

describe('figures in tables', () => {
  const figuresOf = (rows: string) => {
    const inside = documentOf(`<table>${rows}</table>`)
    alignFigures(inside)
    return [...inside.querySelectorAll('[data-figure]')].map((cell) => cell.textContent)
  }

  test('a column of figures is in line, with its heading', () => {
    expect(
      figuresOf(
        '<thead><tr><th>Full</th><th>Key</th><th>What</th></tr></thead><tbody><tr><td>Half</td><td>1.39</td><td>x</td></tr><tr><td>All</td><td>−12 %</td><td>3</td></tr><tr><td>None</td><td>–</td><td>4</td></tr></tbody>',
      ),
    ).toEqual(['Key', '1.39', '−12 %', '–'])
  })

  test('not under joined cells, not the numbers that name the rows, not words', () => {
    expect(figuresOf('<tbody><tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr></tbody>')).toEqual([])
    expect(figuresOf('<tbody><tr><td>a</td><td colspan="2">1</td></tr></tbody>')).toEqual([])
  })
})

test('pictures: captions and links; signs inside the text are none', () => {
  const inside = documentOf(
    '<figure><a href="https://shelf.example/large"><img alt=" A desk " width="400" height="300" src="asset/a"></a><figcaption>The <b>desk</b>\n here</figcaption></figure><p>x <img alt="sign" width="16" height="16" src="asset/b"></p>',
  )
  for (const img of inside.querySelectorAll('img')) Object.defineProperty(img, 'complete', { value: true })
  expect(picturesOf(inside.body)).toMatchObject([{ alt: 'A desk', caption: 'The desk here', link: 'https://shelf.example/large' }])
})
