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

test('title and address stand at the top', () => {
  expect(htmlToMarkdown('<p>Words.</p>', head)).toBe('# Small structures\n\n<https://small.example/1/>\n\nWords.\n')
})
