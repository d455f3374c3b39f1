import { expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'
import { guardSource } from './source-guard.ts'

test('bodies of scripts and styles go, JSON-LD and TeX scripts stay, maths typesetters are noticed', () => {
  const { html, typesetsMaths, scriptLength } = guardSource(
    '<style>a{}</style><script data-x="a>b">alert("</p>")</script><script type="application/ld+json">{"a":1}</script><script type="math/tex">x</script><script>MathJax={}</script>',
  )
  expect(html).toBe(
    '<script data-x="a>b"></script><script type="application/ld+json">{"a":1}</script><script type="math/tex">x</script><script></script>',
  )
  expect(typesetsMaths).toBe(true)
  expect(scriptLength).toBeGreaterThan(10)
})

test('lists that are never closed do not nest for ever', () => {
  const words = 'A list that nobody closed goes on for ever, said the clerk, and she wrote one more line of it. '
  const page = `<article><h1>Lists</h1>${`<ul><li>${words}`.repeat(1_500)}</article>`
  expect(extractPage(page, 'https://example.org/').text.split('goes on for ever').length).toBeGreaterThan(1_400)
})

test('what is too large is refused', () => {
  expect(() => guardSource('x'.repeat(26_000_000))).toThrow(expect.objectContaining({ code: 'page.too-large' }))
})
