import { expect, test } from 'vitest'
import { htmlToMarkdown } from './markdown.ts'

const head = { title: 'Small structures', url: 'https://small.example/1/' }

test('code keeps its language, its indentation and its backticks', () => {
  const html = '<pre><code class="language-python">def f():\n    return "```"\n</code></pre>'
  expect(htmlToMarkdown(html, head)).toContain('````python\ndef f():\n    return "```"\n````')
})

test('a table becomes a pipe table and a formula its TeX', () => {
  const html =
    '<table><thead><tr><th>n</th><th>cost</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>' +
    '<p>so <math alttext="n^2"><mi>n</mi></math> grows</p>'
  const markdown = htmlToMarkdown(html, head)
  expect(markdown).toMatch(/\| n +\| cost \|\n\| -+ \| -+ \|\n\| 1 +\| 2 +\|/)
  expect(markdown).toContain('so $n^2$ grows')
})

test('a footnote is defined where Markdown looks for it', () => {
  const html =
    '<p>Said<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>.</p><section role="doc-endnotes"><ol><li id="fn-1"><p>Why. <a href="#fnref-1">↩</a></p></li></ol></section>'
  const markdown = htmlToMarkdown(html, head)
  expect(markdown).toContain('Said[^1].')
  expect(markdown).toMatch(/^\[\^1\]: Why\.$/m)
})

test('two prices are no formula', () => {
  expect(htmlToMarkdown('<p>It costs $5 at the door and $7 later.</p>', head)).toContain('costs \\$5 at the door and \\$7')
})

test('title and address stand at the top', () => {
  expect(htmlToMarkdown('<p>Words.</p>', head)).toBe('# Small structures\n\n<https://small.example/1/>\n\nWords.\n')
})
