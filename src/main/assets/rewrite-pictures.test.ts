import { expect, test } from 'vitest'
import { type Outcome, rewritePictures } from './rewrite-pictures.ts'

const here = 'a'.repeat(64)
const outcomes: Record<string, Outcome> = {
  'carrel-asset:n-0': { became: 'local', sha256: here, width: 40, height: 30 },
  'carrel-asset:n-1': { became: 'missing', url: 'https://example.org/pictures/map%20of%20it.png' },
  'carrel-asset:n-2': { became: 'nothing' },
}
function rewrite(html: string) {
  return rewritePictures(html, (src) => {
    const outcome = outcomes[src]
    return outcome ? { n: Number(src.at(-1)), outcome } : null
  })
}

test('a picture that is here points to its blob, and gets the size the page did not give', () => {
  expect(rewrite('<p>a <img alt="x &amp; y" src="carrel-asset:n-0"> b</p>').html).toBe(
    `<p>a <img src="asset/${here}" alt="x &amp; y" width="40" height="30"> b</p>`,
  )
  expect(rewrite('<img src="carrel-asset:n-0" width="20">').html).toBe(`<img src="asset/${here}" width="20">`)
})

test('a missing picture leaves its words and its address, and no text of its own', () => {
  const { html, missing, here: count } = rewrite('<figure><img id="f1" src="carrel-asset:n-1" alt="The &quot;map&quot;"></figure>')
  expect(html).toBe(
    '<figure><span class="missing-image" role="img" aria-label="The &quot;map&quot;" data-url="https://example.org/pictures/map%20of%20it.png" id="f1"></span></figure>',
  )
  expect([...missing]).toEqual([[1, 1]])
  expect(count).toBe(0)
  expect(rewrite('<img src="carrel-asset:n-1" alt="">').html).toContain('aria-label="map of it.png"')
})

test('a tracking pixel goes without a trace', () => {
  expect(rewrite('<p>a<img src="carrel-asset:n-2">b</p>')).toMatchObject({ html: '<p>ab</p>', dropped: 1, here: 0 })
})

test('no remote address is left in anything that loads', () => {
  const { html } = rewrite(
    [
      '<img src="https://example.org/a.png" srcset="https://example.org/a2.png 2x" alt="a">',
      '<img src="carrel-asset:other-0">',
      '<img src="carrel-asset:n-0" srcset="https://example.org/b.png 2x">',
      '<picture><source srcset="https://example.org/c.webp"><img src=carrel-asset:n-0></picture>',
      '<video poster="https://example.org/p.jpg" src="//example.org/v.mp4" controls>v</video>',
      '<video poster="carrel-asset:n-0"></video>',
      '<table background="http://example.org/t.gif"><tr><td background="x.gif">t</table>',
      '<img alt="a > b" title=\'"\' src="https://example.org/d.png">',
      '<img alt="no source">',
      '<image src="https://example.org/e.png">',
    ].join(''),
  )
  expect(html).not.toMatch(/(?:src|srcset|poster|background)\s*=\s*"?(?!"?asset\/)/)
  expect(html).toContain('<video controls="">v</video>')
  expect(html).toContain(`<video poster="asset/${here}"></video>`)
  expect(html).toContain('aria-label="a &gt; b"')
  expect(html).not.toContain('srcset')
})

test.each([
  '<IMG/SRC=https://example.org/a.png>',
  '<imAGE\nsrc="https://example.org/a.png">',
  '<video\tPOSTER\n=\n"https://example.org/a.png">v</video>',
  '<p title="a"background=https://example.org/a.png>b</p>',
  '<source/srcset="https://example.org/a.png 2x"/>',
])('whatever the spelling, it is found: %s', (html) => {
  expect(rewrite(html).html).not.toMatch(/(?:src|srcset|poster|background)\s*=/i)
})

test('everything else is kept to the letter, also when it looks like a picture', () => {
  const html =
    '<pre><code class="language-html">&lt;img src="x.png"&gt;\n  a  &amp; b</code></pre><!-- <img src="x.png"> --><P Title=\'<img src="y">\'>é&nbsp;</P>'
  expect(rewrite(html).html).toBe(html)
})

test('a picture inside the page itself stays', () => {
  const html = '<p><img src="data:image/png;base64,AAAA"></p>'
  expect(rewrite(html)).toMatchObject({ html, here: 1 })
  expect(rewrite('<img src="data:text/html,x" alt="t">').html).not.toContain('data:')
})
