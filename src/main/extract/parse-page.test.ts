// Our tree against the DOM of a browser's make (jsdom): the same markup is read and written alike, whatever is done to it in between.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allElements, isAfter } from './dom-walk.ts'
import { gateWindow } from './gate-window.ts'
import { goldenFile, goldenSlugs } from './golden/cases.ts'
import { parsePage } from './parse-page.ts'

const byBrowser = (html: string): globalThis.Document => new (gateWindow().DOMParser)().parseFromString(html, 'text/html')

const odd = [
  '<p>no head, no body',
  '<title> a\n title </title><svg><title>of a drawing</title></svg>',
  '<table><p>before</p><tr><td>1<td>2<table><tr><td>in',
  '<p><b>a<i>b</b>c</i><div>d</p>e',
  '<template><p>held</p><template>twice</template></template><noscript><img src=a></noscript>',
  '<svg viewBox="0 0 1 1"><foreignObject><p>x</p></foreignObject><use xlink:href="#a"/></svg><math definitionurl=a><mi>x',
  '<body a=1><html lang=en><frameset><frame></frameset>',
  '<frameset><frame></frameset>',
  '<pre>\n\nx</pre><textarea>\n<b></textarea><plaintext></plaintext>',
  '<a href=1>x<a href=2>y</a><form><form><input></form>&nbsp;&lt;&amp;"<p title="&nbsp;&lt;&quot;">',
  '<!-- a --><!doctype html><!-- b --><p>c<!-- d -->e</html><!-- f --> g',
].map((html) => ({ name: html, html }))
const golden = goldenSlugs.map((slug) => ({ name: slug, html: readFileSync(goldenFile(slug, 'page.html'), 'utf8') }))

test.each([...odd, ...golden])('read and written alike: $name', ({ html }) => {
  const ours = parsePage(html)
  const theirs = byBrowser(html)
  expect(ours.documentElement?.outerHTML).toBe(theirs.documentElement.outerHTML)
  expect(ours.documentElement?.textContent).toBe(theirs.documentElement.textContent)
  expect(ours.title).toBe(theirs.title)
  const names = (elements: Iterable<{ readonly tagName: string; readonly id: string }>): readonly string[] =>
    Array.from(elements, ({ tagName, id }) => `${tagName}#${id}`)
  expect(names(allElements(ours))).toEqual(names(theirs.getElementsByTagName('*')))
  const copy = ours.body.cloneNode(true)
  expect(copy.outerHTML).toBe(theirs.body.outerHTML)
  copy.innerHTML = ours.body.innerHTML
  theirs.body.innerHTML = ours.body.innerHTML
  expect(copy.innerHTML).toBe(theirs.body.innerHTML)
})

test('parts put here and there stand where a browser puts them', () => {
  const html = '<ul><li>1</li><li>2</li><li>3</li></ul><p>one<b>two</b>three</p>'
  const [ours, theirs] = [parsePage(html) as unknown as globalThis.Document, byBrowser(html)].map((document) => {
    const [list, paragraph, bold] = ['ul', 'p', 'b'].map((name) => document.getElementsByTagName(name)[0])
    const [first, second, third] = Array.from(document.getElementsByTagName('li'))
    if (!list || !paragraph || !bold || !first || !second || !third) throw new Error('no parts')
    list.appendChild(first)
    list.insertBefore(third, third)
    second.before(third)
    second.replaceWith(second)
    bold.replaceWith('TWO')
    paragraph.normalize()
    const texts = paragraph.childNodes.length
    first.append('x', bold)
    third.prepend('y')
    first.after(paragraph)
    second.setAttribute('class', 'a')
    second.id = 'b'
    second.removeAttribute('class')
    second.textContent = '<&'
    expect(() => bold.appendChild(list)).toThrow()
    return [
      document.body.innerHTML,
      texts,
      paragraph.previousElementSibling?.localName,
      list.lastElementChild?.localName,
      bold.isConnected,
      list.childElementCount,
    ]
  })
  expect(ours).toEqual(theirs)
})

test('what comes after what is told as a browser tells it', () => {
  const html = '<div><p><i></i><b></b></p><p><u></u></p></div><hr>'
  const ours = allElements(parsePage(html))
  const theirs = Array.from(byBrowser(html).getElementsByTagName('*'))
  expect(ours.map((element) => ours.map((other) => isAfter(element, other)))).toEqual(
    theirs.map((element) => theirs.map((other) => (other.compareDocumentPosition(element) & 4) !== 0)),
  )
})

test('a second body tag adds what the first has not, as the standard has it', () => {
  const { body } = parsePage('<body a=1><p>x</p><body a=2 b=3>')
  expect([body.getAttribute('a'), body.getAttribute('b')]).toEqual(['1', '3'])
})
