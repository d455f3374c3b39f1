import { describe, expect, test } from 'vitest'
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

test('tags that a page shows as words stay words, wherever they stand', () => {
  const tag = '&lt;img src=x onerror=alert(1)&gt;'
  const html = `<h2>${tag}</h2><p>${tag} &amp;lt;b&amp;gt; 1 < 2</p><p><img src="https://small.example/p.png" alt="a](x) ${tag}"></p><p><math alttext="x$ ${tag}"><mi>x</mi></math> <math alttext="a<b"><mi>a</mi></math></p>`
  const markdown = htmlToMarkdown(html, { ...head, title: '<b>About</b> [tags](javascript:x)' })
  expect(markdown.replaceAll('<https://small.example/1/>', '')).not.toMatch(/(?<!\\)<(?=[a-z/!?])/i)
  expect(markdown).toContain('# \\<b>About\\</b> \\[tags\\](javascript:x)\n')
  expect(markdown).toContain('\\&lt;b\\&gt;')
  expect(markdown).toContain('x $a< b$')
})

test('title and address stand at the top', () => {
  expect(htmlToMarkdown('<p>Words.</p>', head)).toBe('# Small structures\n\n<https://small.example/1/>\n\nWords.\n')
})

describe('marked passages', () => {
  const marked = (html: string, notes: readonly string[] = []) =>
    htmlToMarkdown(html, { title: 'T', url: 'https://desk.test/', notes }).replace('# T\n\n<https://desk.test/>\n\n', '')
  const ref = '<sup class="note-ref" id="note-ref-1"><a href="#note-1">1</a></sup>'

  test('stand between signs that Markdown programs read as a mark, white space outside', () => {
    expect(marked('<p>a <mark class="yellow">quiet <em>desk</em> </mark>here</p>')).toBe('a ==quiet *desk*== here\n')
    expect(marked('<p>a <mark class="yellow"><a href="https://desk.test/x">desk</a></mark></p>')).toBe(
      'a ==[desk](https://desk.test/x)==\n',
    )
  })

  test('are not ended by signs of the text, which stays as it is without marks', () => {
    expect(marked('<p><mark class="yellow">a == b</mark></p>')).toBe('==a \\=\\= b==\n')
    expect(marked('<p>a == b</p>')).toBe('a == b\n')
  })

  test('have their notes as footnotes, many lines and all', () => {
    expect(marked(`<p><mark class="yellow">desk</mark>${ref}.</p>`, ['Mine:\n\n- *one*'])).toBe(
      '==desk==[^note-1].\n\n[^note-1]: Mine:\n\n    - *one*\n',
    )
  })

  test('in a line of code and in a formula', () => {
    expect(marked('<p><code>a<mark class="blue">`b`</mark>c</code></p>')).toBe('`a`==`` `b` ``==`c`\n')
    expect(marked('<p><mark class="blue"><math alttext="x+y"><mi>x</mi></math></mark></p>')).toBe('==$x+y$==\n')
  })

  test('of fenced code follow the fence, which is the code alone', () => {
    expect(
      marked(`<pre><code class="language-python">if a:\n<mark class="red">  b\n  c</mark>${ref}\nd</code></pre><p>e</p>`, ['Mine']),
    ).toBe('```python\nif a:\n  b\n  c\nd\n```\n\n> ==`b`==  \n> ==`c`==[^note-1]\n\ne\n\n[^note-1]: Mine\n')
  })
})
