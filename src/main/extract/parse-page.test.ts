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
]

XX
    const ours = parsePage(html)
    const theirs = byBrowser(html)
    expect(ours.documentElement?.outerHTML).toBe(theirs.documentElement.outerHTML)
    expect(ours.title).toBe(theirs.title)
    expect(ours.documentElement?.textContent).toBe(theirs.documentElement.textContent)
    const names = (elements: Iterable<{ readonly tagName: string; readonly id: string }>) =>
      Array.from(elements, (each) => `${each.tagName}#${each.id}`)
    expect(names(allElements(ours))).toEqual(names(theirs.getElementsByTagName('*')))
    const copy = ours.body.cloneNode(true)
    expect(copy.outerHTML).toBe(theirs.body.outerHTML)
    copy.innerHTML = ours.body.innerHTML
    theirs.body.innerHTML = String(theirs.body.innerHTML)
    expect(copy.innerHTML).toBe(theirs.body.innerHTML)
})

test('parts put here and there stand where a browser puts them', () => {
  const html = '<ul><li>1</li><li>2</li><li>3</li></ul><p>one<b>two</b>three</p>'
  const [ours, theirs] = [parsePage(html) as unknown as globalThis.Document, byBrowser(html)].map((document) => {
    const [list, paragraph, bold] = ['ul', 'p', 'b'].map((name) => document.getElementsByTagName(name)[0])
    const [first, second, third] = Array.from(document.getElementsByTagName('li'))
    if (!list || !paragraph || !bold || !first || !second || !third) throw new Error('no parts')
    const at = { list, paragraph, bold, first, second, third }
    at.list.appendChild(at.first)
    at.list.insertBefore(at.third, at.third)
    at.second.before(at.third)
    at.second.replaceWith(at.second)
    at.bold.replaceWith('TWO')
    at.paragraph.normalize()
    at.first.append('x', at.bold)
    at.third.prepend('y')
    at.first.after(at.paragraph)
    at.second.setAttribute('class', 'a')
    at.second.id = 'b'
    at.second.removeAttribute('class')
    at.second.textContent = '<&'
    expect(() => at.bold.appendChild(at.list)).toThrow()
    return [
      document.body.innerHTML,
      at.paragraph.childNodes.length,
      at.paragraph.previousElementSibling?.localName,
      at.list.lastElementChild?.localName,
      at.bold.isConnected,
      at.list.childElementCount,
    ]
  })
  expect(ours).toEqual(theirs)
})

test('what comes after what is told as a browser tells it', () => {
  const html = '<div><p><i></i><b></b></p><p><u></u></p></div><hr>'
  const [ours, theirs] = [allElements(parsePage(html)), Array.from(byBrowser(html).getElementsByTagName('*'))]
  const pairs = ours.flatMap((_, a) => ours.map((__, b) => [a, b] as const))
  const told = pairs.map(([a, b]) => ours[a] !== undefined && ours[b] !== undefined && isAfter(ours[a], ours[b]))
  expect(told).toEqual(pairs.map(([a, b]) => ((theirs[b]?.compareDocumentPosition(theirs[a] as globalThis.Node) ?? 0) & 4) !== 0))
})

test('a second body or html tag adds what the first has not, as the standard has it', () => {
  const { body } = parsePage('<body a=1><p>x</p><body a=2 b=3>')
  expect([body.getAttribute('a'), body.getAttribute('b')]).toEqual(['1', '3'])
})
