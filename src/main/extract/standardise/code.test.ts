import { describe, expect, test } from 'vitest'
import { parsePage } from '../parse-page.ts'
import { standardiseCode } from './code.ts'
import { reveal } from './reveal.ts'

const code = (html: string): string => {
  const document = parsePage(html)
  reveal(document)
  standardiseCode(document)
  return document.body.innerHTML
}

describe('every highlighter’s code becomes the text its author wrote', () => {
  test.each([
    [
      'plain, language on the code',
      '<pre><code class="language-rust">fn a() {\n    b\n}\n</code></pre>',
      '<pre><code class="language-rust">fn a() {\n    b\n}</code></pre>',
    ],
    ['a div a line', '<pre><code><div>a</div><div>  b</div><div></div><div>c</div></code></pre>', '<pre><code>a\n  b\n\nc</code></pre>'],
    ['breaks', '<pre>a<br>&nbsp; b<br><br>c</pre>', '<pre><code>a\n  b\n\nc</code></pre>'],
    [
      'block lines with numbers that cannot be selected',
      '<pre><code><span style="display:flex"><span style="user-select:none">1</span><span>a\n</span></span><span style="display:flex"><span style="user-select:none">2</span><span>b</span></span></code></pre>',
      '<pre><code>a\nb</code></pre>',
    ],
    [
      'numbers without a telling class',
      '<pre><div><div><span>1</span><div>a</div></div><div><span>2</span><div>  b</div></div></div></pre>',
      '<pre><code>a\n  b</code></pre>',
    ],
    [
      'a toolbar and a label',
      '<div class="code-toolbar"><pre class="language-sql"><code>select 1</code></pre><div class="toolbar"><button>Copy</button></div></div>',
      '<pre><code class="language-sql">select 1</code></pre>',
    ],
    [
      'a file name is kept',
      '<div class="block"><div class="title">app/main.py</div><pre><code>x</code></pre></div>',
      '<p>app/main.py</p><pre><code>x</code></pre>',
    ],
    [
      'an editor',
      '<div class="cm-content"><div class="cm-line">a</div><div class="cm-line"><br></div><div class="cm-line">b</div></div>',
      '<pre><code>a\n\nb</code></pre>',
    ],
    ['code without a pre', '<p><code>a<br>&nbsp;b</code></p>', '<pre><code>a\n b</code></pre>'],
    ['inline code stays inline', '<p>a <code class="hljs">b</code> c</p>', '<p>a <code class="hljs">b</code> c</p>'],
    [
      'prose with its code stays where it is',
      '<section><h2>T</h2><p>Words beside it.</p><pre>x</pre></section>',
      '<section><h2>T</h2><p>Words beside it.</p><pre><code>x</code></pre></section>',
    ],
    ['links of a plain pre stay', '<pre>see <a href="x">y</a>\n  z</pre>', '<pre>see <a href="x">y</a>\n  z</pre>'],
  ])('%s', (_, given, wanted) => expect(code(given)).toBe(wanted))
})
