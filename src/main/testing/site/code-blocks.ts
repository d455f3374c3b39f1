// Code as highlighters leave it in pages: coloured spans, line numbers in a table, a class that names the language, tabs.

export const pythonLines: readonly string[] = [
  'class Ring:',
  '    """A queue in a fixed box."""',
  '    def __init__(self, size: int) -> None:',
  '        self.box = [None] * size',
  '        self.head = self.count = 0',
  '',
  '    def push(self, thing) -> bool:',
  '        if self.count == len(self.box):',
  '            return False  # full & said so',
  '        self.box[(self.head + self.count) % len(self.box)] = thing',
  '        self.count += 1',
  '        return True',
]
export const cLines: readonly string[] = [
  'static int bit_is_set(const uint64_t *words, size_t n)',
  '{',
  '\treturn (words[n >> 6] >> (n & 63)) & 1;',
  '}',
  '',
  'int main(void)',
  '{',
  '\tuint64_t words[4] = {0};',
  '\tfor (size_t n = 0; n < 256; n += 3)',
  '\t\twords[n >> 6] |= UINT64_C(1) << (n & 63);',
  '\tprintf("%d\\n", bit_is_set(words, 9));',
  '}',
]
export const shellLines: readonly string[] = [
  '$ python3 -m timeit -s "import ring" "ring.work()"',
  '200000 loops, best of 5: 1.7 usec per loop',
]
export const diffLines: readonly string[] = ['--- heap.py', '+++ heap.py', '@@ -1,2 +1,2 @@', '-    while at > 1:', '+    while at > 0:']
export const rustLines: readonly string[] = [
  'fn split(&self, at: usize) -> (Rope, Rope) {',
  '    match self {',
  '        Rope::Leaf(text) => (Rope::leaf(&text[..at]), Rope::leaf(&text[at..])),',
  '        Rope::Node { left, right, .. } if at < left.len() => {',
  '            let (a, b) = left.split(at);',
  '            (a, b.join(right))',
  '        }',
  '        _ => unimplemented!("<left as an exercise>"),',
  '    }',
  '}',
]

/** As Pygments writes it: `div.highlight > pre > span`, every word in a span of its own, the language on the outer box. */
export function pygments(language: string, lines: readonly string[]): string {
  return `<div class="highlight-${language} notranslate"><div class="highlight"><pre><span></span>${lines.map(coloured).join('\n')}\n</pre></div></div>`
}

/** As Pygments writes it with line numbers: a table of two cells, the numbers in the first. */
export function pygmentsTable(language: string, lines: readonly string[]): string {
  const numbers = lines.map((_, at) => `<span class="normal">${String(at + 1).padStart(2)}</span>`).join('\n')
  return (
    `<div class="highlight-${language}"><table class="highlighttable"><tbody><tr><td class="linenos"><div class="linenodiv"><pre>${numbers}</pre></div></td>` +
    `<td class="code"><div><pre><span></span>${lines.map(coloured).join('\n')}\n</pre></div></td></tr></tbody></table></div>`
  )
}

/** As Markdown writes it: `pre > code.language-…`. */
export function fenced(language: string, lines: readonly string[]): string {
  return `<pre><code class="language-${language}">${lines.map(escapeText).join('\n')}\n</code></pre>`
}

/** As some highlighters write it: a block per line, no newline between them, and a button for copying. */
export function linePerBlock(language: string, lines: readonly string[]): string {
  const rows = lines.map((line) => `<span class="line" style="display:block">${coloured(line)}</span>`).join('')
  return `<div class="code-toolbar"><button>Copy</button><pre class="shiki" data-language="${language}"><code>${rows}</code></pre></div>`
}

function coloured(line: string): string {
  return line.replace(/(\s+)|([A-Za-z_]\w*)|(\d+)|([^\sA-Za-z_\d])/g, (all, space, name, number) => {
    if (space !== undefined) return all
    const kind = name !== undefined ? 'n' : number !== undefined ? 'mi' : 'o'
    return `<span class="${kind}">${escapeText(all)}</span>`
  })
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
