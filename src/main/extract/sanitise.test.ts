import { describe, expect, test } from 'vitest'
import { parsePage } from './parse-page.ts'
import { purify, sanitise } from './sanitise.ts'
import { sanitiseSvg } from './sanitise-svg.ts'

describe('sanitise', () => {
  test.each([
    ['<p onclick="x()" style="a" class="b">a</p>', '<p>a</p>'],
    ['<script>x</script><style>y</style>t', 't'],
    ['<a href="javascript:x">a</a><a href=" java\nscript:x">b</a>', 'ab'],
    [
      '<a href="data:text/html,x">a</a><a href="ftp://x/">b</a><a href="mailto:a@b.c" target="_blank">c</a>',
      'ab<a href="mailto:a@b.c">c</a>',
    ],
    ['<iframe src="https://x"></iframe><form action="/"><input><button>b</button></form><meta><base href="x"><link>', 'b'],
    [
      '<img src="data:image/png;base64,AA" alt="a" width="9" height="x"><img src="https://a/b.png" srcset="c 2x">',
      '<img alt="a" width="9"><img src="https://a/b.png">',
    ],
    ['<p id="location">a</p><a href="#location">b</a><a href="#gone">c</a>', '<p id="p-location">a</p><a href="#p-location">b</a>c'],
    ['<p id="p-">a</p><p id="p-b c">b</p>', '<p>a</p><p id="p-b-c">b</p>'],
    ['<a href="http:/call">a</a><a href="https:x">b</a><a href="http:\\\\x">c</a><img src="http:/a.png">', 'abc<img>'],
    ['<frameset><frame src="x"></frameset>', ''],
    ['<p is="x-y">a</p>', '<p>a</p>'],
    ['<p>a<table><tr><td>b</table></p>', '<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table><p></p>'],
    ['<a href="http://a b">a</a><a href="http://[x">b</a>', 'ab'],
    ['<code class="x language-c++ y">a</code><p class="language-x">b</p>', '<code class="language-c++">a</code><p>b</p>'],
    [
      '<math display="block" alttext="x"><mi href="https://x">x</mi><maction actiontype="a">y</maction></math>',
      '<math display="block" alttext="x"><mi>x</mi>y</math>',
    ],
    ['<svg><circle r="1"/></svg><p dir="rtl" lang="ar">a</p>', '<p dir="rtl" lang="ar">a</p>'],
    [
      '<section role="doc-endnotes"><ol><li id="fn-1">a</li></ol></section><p role="button">b</p>',
      '<section role="doc-endnotes"><ol><li id="fn-1">a</li></ol></section><p>b</p>',
    ],
  ])('%s', (given, wanted) => {
    expect(purify(given).innerHTML).toBe(wanted)
    expect(purify(wanted).innerHTML).toBe(wanted)
    expect(sanitise(parsePage(given).body).innerHTML).toBe(wanted)
  })
})

describe('sanitise an SVG', () => {
  test.each([
    [
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 2 2"><path d="M0 0"/></svg>',
      '<svg viewBox="0 0 2 2" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"></path></svg>',
    ],
    [
      '<svg onload="x()"><script>x</script><rect width="1" onclick="x" fill="url(https://x/#a)"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1"></rect></svg>',
    ],
    [
      '<svg><image href="https://x/y.png"/><foreignObject><p>x</p></foreignObject><rect fill="url(#a)"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)"></rect></svg>',
    ],
    [
      '<svg><use href="https://x/#a"/><use href="#a"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><use></use><use href="#a"></use></svg>',
    ],
    [
      '<svg><defs><path id="m1" d="M0 0"/></defs><use xlink:href="#m1" x="1"/><use xlink:href="a.svg#m1"/><text>a&nbsp;b</text></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="m1" d="M0 0"></path></defs><use x="1" href="#m1"></use><use></use><text>a&#160;b</text></svg>',
    ],
  ])('%s', (given, wanted) => expect(sanitiseSvg(given)).toBe(wanted))

  test('what is no drawing is nothing', () => {
    expect(sanitiseSvg('<p>no</p>')).toBeNull()
    expect(sanitiseSvg('<svg><script>x</script></svg>')).toBeNull()
    expect(sanitiseSvg('<frameset><svg ></svg></frameset>')).toBeNull()
  })
})
