// The DOM of a browser hands pictures, frames and controls out under their names, before its own properties. The tree of a page does not.
import { expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'
import { parsePage } from './parse-page.ts'

const text =
  '<p>Bread needs flour, water and salt, and above all it needs the time to become what it can be before anybody eats it.</p>'.repeat(6)
const page = (inside: string): string =>
  `<!doctype html><html><head><title>Bread for beginners</title></head><body><article><h1>Bread for beginners</h1>${inside}${text}</article></body></html>`

test.each([
  [
    'a picture named like the body',
    '<img name="body" src="a.png"><img name="head" src="b.png"><img name="createElement" id="x" src="c.png">',
  ],
  [
    'frames and forms named like the document’s own things',
    '<iframe name="documentElement"></iframe><embed name="querySelectorAll"><object id="firstChild" name="all"></object><form name="title"></form>',
  ],
  [
    'a form whose controls are named like an element’s own things',
    '<form id="f"><input name="nextElementSibling"><input name="firstElementChild"><button id="localName">x</button><select name="parentNode"></select><textarea id="attributes"></textarea><input name="readability"></form>',
  ],
  [
    'a control elsewhere, and a picture in a form',
    '<form id="f"><img id="childNodes" src="a.png"></form><input form="f" name="remove"><output form="f" id="nodeType"></output>',
  ],
])('%s', (_, inside) => {
  const document = parsePage(page(inside))
  expect(document.body.localName).toBe('body')
  expect(document.documentElement?.firstElementChild?.localName).toBe('head')
  expect(typeof document.createElement).toBe('function')
  for (const form of document.getElementsByTagName('form')) {
    expect([form.localName, form.nodeType, typeof form.remove, typeof form.attributes.length]).toEqual(['form', 1, 'function', 'number'])
    expect(form.parentElement?.localName).toBe('article')
    for (const control of form.children) expect(control.parentElement).toBe(form)
  }
  expect(extractPage(page(inside), 'http://site.test/bread')).toMatchObject({ title: 'Bread for beginners', words: 138 })
})

test('what text may lead to keeps its name', () => {
  const document = parsePage(
    '<form><img id="figure-1" src="a.png"></form><h2 id="body">x</h2><a name="head">x</a><meta name="author" content="x">',
  )
  expect(document.getElementsByTagName('img')[0]?.id).toBe('figure-1')
  expect(document.getElementsByTagName('h2')[0]?.id).toBe('body')
  expect(document.getElementsByTagName('a')[0]?.getAttribute('name')).toBe('head')
  expect(document.getElementsByTagName('meta')[0]?.getAttribute('name')).toBe('author')
})
