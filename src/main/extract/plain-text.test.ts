import { expect, test } from 'vitest'
import { parsePage } from './parse-page.ts'
import { plainText } from './plain-text.ts'

const text = (html: string): string => plainText(parsePage(html).body)

test('blocks are lines, breaks and cells are spaces, code keeps its shape, TeX twins are silent', () => {
  expect(text('<h2>One</h2><p>two<br>three <b>fo</b>ur</p>')).toBe('One\ntwo three four')
  expect(text('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toBe('a b\nc')
  expect(text('<p>x</p><pre><code>if a:\n    b\n</code></pre>y')).toBe('x\nif a:\n    b\ny')
  expect(text('<p>so <math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math></p><pre></pre><p></p>z')).toBe('so x\nz')
})
