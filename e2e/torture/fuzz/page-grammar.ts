// Random pages from a grammar that loves nastiness: foreign content, what is never closed, tables in tables, names of our own marks.
import fc from 'fast-check'
import { allVectors } from '../hostile-pages/all-vectors.ts'

const elements =
  `a abbr article aside audio b base bdo big blockquote body br button canvas caption center cite code col colgroup dd del details dfn
  dialog dir div dl dt em embed fieldset figcaption figure font footer form frameset h1 h2 h3 h6 head header hr html i iframe image img input ins
  isindex kbd keygen label legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup
  option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong
  style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
  annotation-xml desc foreignObject g mglyph mi mo mn mrow mtext ms malignmark path semantics annotation title use image
  x-y pearl-box amp-img mjx-container tex-math lite-youtube app-root font`.split(/\s+/)
const names =
  `id class href src srcset style onclick onerror onload title alt data-src data-srcset data-original name lang dir hidden role itemprop width
  height type value xmlns xlink:href action formaction background is slot colspan rowspan start datetime cite srcdoc data-latex aria-hidden aria-label
  for rel content property http-equiv charset encoding definitionurl data-carrel-n data-carrel-image data-carrel-formula data-carrel-note data-carrel-table
  data-carrel-id data-carrel-wanted data-carrel-embed videoid data-lang display alttext viewBox poster usemap`.split(/\s+/)
const values = [
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://a.example/x?y=1&z="2"',
  '//b.example/pot.png',
  '/kettle/1x1.gif',
  'pot.png 2x, cup.png 900w, ,',
  '#fn1',
  'fn1',
  'p-1',
  'fnref-1',
  '0',
  '-1',
  '1e9',
  '99999999999',
  'sidebar comment',
  'language-js hljs highlight',
  'katex-display',
  'footnote',
  'lineno',
  '" onload="alert(1)',
  'display:none;background:url(x)',
  'true',
  '',
  '__proto__',
  'constructor',
  'vbscript:x',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'http://[::1',
  'http:call',
  'https://user:pw@a.example/',
  'mailto:pot@a.example',
  'mailto:',
  'carrel-asset:0123456789abcdef-0',
  'asset/../../x',
  'page',
  'readability-page-1',
  'S:0',
  'B:0',
  'mw-editsection',
  'byline author',
  'x_1^2',
  '\\frac{1}{2}',
  '\u202ereversed\u0000',
  '%E0%A4%A',
  'https://www.youtube.com/embed/aaaaaaaaaaa',
  'https://a.example/%00',
  'doc-noteref',
  'presentation',
  'application/ld+json',
  'math/tex; mode=display',
  'long'.repeat(800),
]
const prose = [
  'The kettle sang, and the tea was poured before anybody had asked for it. ',
  'Nobody counted the cups, for there were always too few of them. ',
  'A spoon, she said, is a small oar; and a cup is a harbour. ',
  'By noon the house smelled of bread: the oven had been lit at five. ',
]
const oddities = [
  '&amp; &lt;b&gt; &#0; &#xD800; &NotEqualTilde; &nosuch; &#1114112; &ampamp; ',
  '&lt;script&gt;alert(1)&lt;/script&gt; ',
  '\u202e\u200b\ufeff\u0000\u2028 ',
  '< </ <! <? ]]> --> <!--> <!--',
  '<![CDATA[ pot ]]> ',
  '$x_1^2$ and $\\alpha_{2}$ and $$\\sum_{k=1}^n k$$ ',
  '\\(a+b\\) \\[c\\] \\begin{align}d\\end{align} \\begin{cases} ',
  '{{pot}} #{cup} <%= spoon %> ',
  '🫖👨‍👩‍👧 e\u0301 \ud83d ',
  'قوري 茶壶 やかん ',
  ' \n\n\t ',
  '</p></div></article></body></html> ',
  '</table></template></svg></math></select> ',
]

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...prose) },
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((drawn) => ` ${drawn} `) },
)
const attributes = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values), fc.constantFrom('"', "'", '')), { maxLength: 4 })
  .map((all) => all.map(([name, value, quote]) => (quote === '' ? ` ${name}=${value}` : ` ${name}=${quote}${value}${quote}`)).join(''))
const endings = fc.oneof(
  { weight: 8, arbitrary: fc.constant('closed') },
  { weight: 3, arbitrary: fc.constant('open') },
  { weight: 1, arbitrary: fc.constantFrom(...elements) },
  { weight: 1, arbitrary: fc.constant('self') },
)

const { nodes } = fc.letrec<{ nodes: string; element: string; chain: string }>((tie) => ({
  nodes: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 5, arbitrary: text },
        { weight: 8, arbitrary: tie('element') },
        { weight: 1, arbitrary: fc.constantFrom(...allVectors).map(({ markup }) => markup) },
        { weight: 1, arbitrary: tie('chain') },
      ),
      { maxLength: 6 },
    )
    .map((all) => all.join('')),
  element: fc
    .tuple(fc.constantFrom(...elements), attributes, tie('nodes'), endings)
    .map(([name, given, inside, end]) =>
      end === 'self' ? `<${name}${given}/>` : `<${name}${given}>${inside}${end === 'open' ? '' : `</${end === 'closed' ? name : end}>`}`,
    ),
  chain: fc
    .tuple(fc.constantFrom(...elements), fc.integer({ min: 2, max: 300 }), fc.boolean())
    .map(([name, depth, closed]) => `<${name}>`.repeat(depth) + prose[0] + (closed ? `</${name}>`.repeat(depth) : '')),
}))

const honest = prose.map((sentence) => `<p>${sentence.repeat(3)}</p>`).join('\n')

/** A page: most have an article around or beside what the grammar made, since what has none is only refused. */
export const somePage: fc.Arbitrary<string> = fc
  .tuple(nodes, nodes, nodes, fc.integer({ min: 0, max: 9 }))
  .map(([head, first, second, kind]) => {
    if (kind === 0) return first + second
    if (kind === 1) return `<head>${head}</head><body>${first}${honest}${second}`
    return `<!doctype html><html><head><meta charset="utf-8"><title>About kettles</title>${kind > 6 ? head : ''}</head><body><main><article><h1>About kettles</h1>
${honest}${first}<p>${prose[0]}</p>${second}${honest}</article></main></body></html>`
  })
