// One long page with everything an article can hold, for the reader's tools: code, pictures, notes, links, tables, formulas, other scripts.
import { cLines, fenced, pythonLines, rustLines } from './code-blocks.ts'
import { seriesPath } from './series.ts'
import { paragraphs, type SiteRoom, sitePage } from './site-page.ts'

export const everythingPath = '/article/everything/'
/** The code of the first block, as it must come out of the clipboard. */
export const everythingCode = pythonLines.join('\n')
/** A word that stands on the page this often, in several spellings of case and accent. */
export const everythingWord = { word: 'resume', times: 4 } as const

const wideRow = (name: string, n: number) =>
  `<tr><td>${name}</td>${Array.from({ length: 14 }, (_, at) => `<td>${(n * (at + 3)) / 8}</td>`).join('')}</tr>`

export const everythingRoom: SiteRoom = {
  [everythingPath]: sitePage({
    title: 'Everything on one page',
    head: '<meta name="author" content="Ida Example"><meta property="article:published_time" content="2025-03-09T08:00:00Z">',
    body: `<article class="post"><h1>Everything on one page</h1>
<p>A page that holds one of each thing is a fair test of whoever reads it.<sup id="fnref1"><a href="#fn1" class="footnote-ref">1</a></sup> It was put together for that purpose, on a <a href="${seriesPath(1)}#full-or-empty">long evening with the ring buffer</a>, and it is none the worse for it.</p>
${paragraphs('a page with everything', 3)}
<h2 id="code">Code of several kinds</h2>
<p>The first block is the class from the ring buffer. A r\u00e9sum\u00e9 of it would be longer than the class, so there is none.</p>
${fenced('python', pythonLines)}
<p>The second is wider than any column, on purpose.</p>
${fenced('rust', [...rustLines, `// ${'a remark that goes on and on '.repeat(8)}`])}
<p>The third is in C, with tabs at the beginning of its lines, and the last one does not say what it is.</p>
${fenced('c', cLines)}
<pre><code>one two three
  four five six</code></pre>
<h2 id="pictures">Pictures</h2>
<figure><img src="/pictures/heap.png" alt="A heap as a tree and as an array"><figcaption>The same heap, twice.</figcaption></figure>
<figure><a href="/pictures/photo.webp"><img src="/pictures/bits.png" alt="Sixty-four bits in a row"></a><figcaption>A picture that leads to a larger one.</figcaption></figure>
${paragraphs('pictures inside of pages', 2)}
<h2 id="tables">Tables and formulas</h2>
<table><caption>Slots looked at, on average.</caption><thead><tr><th>Full</th><th>Key is there</th><th>Spare memory</th></tr></thead>
<tbody><tr><td>One half</td><td>1.39</td><td>100 %</td></tr><tr><td>Two thirds</td><td>1.65</td><td>50 %</td></tr><tr><td>Nine tenths</td><td>12.56</td><td>11 %</td></tr></tbody></table>
<p>The next one is too wide for every column that can be read with pleasure, and scrolls inside its own box.</p>
<table><thead><tr><th>Measured thing</th>${Array.from({ length: 14 }, (_, at) => `<th>Round ${at + 1}</th>`).join('')}</tr></thead><tbody>${['Insertion', 'Removal', 'Search'].map((name, at) => wideRow(name, at + 2)).join('')}</tbody></table>
<p>The average length of a search is <math><mfrac><mn>1</mn><mrow><mn>1</mn><mo>-</mo><mi>a</mi></mrow></mfrac></math>, and its sum:</p>
<math display="block"><mrow><munderover><mo>\u2211</mo><mrow><mi>k</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover><msup><mi>a</mi><mi>k</mi></msup><mo>=</mo><mfrac><mrow><mn>1</mn><mo>-</mo><msup><mi>a</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup></mrow><mrow><mn>1</mn><mo>-</mo><mi>a</mi></mrow></mfrac></mrow></math>
<h2 id="quotes">Quotes, lists and folds</h2>
<blockquote><p>Who keeps a resume of everything keeps nothing else.</p><blockquote><p>And who quotes that keeps less, said the second voice, and meant the first.</p></blockquote></blockquote>
<dl><dt>Slot</dt><dd>A place for one thing.</dd><dt>Probe</dt><dd>A look into a slot, to Resume where the last one stopped.</dd></dl>
<ul><li>One thing<ol><li>and a part of it</li><li>and another</li></ol></li><li>Another thing</li></ul>
<details><summary>What was left out</summary><p>The proof, which is long, and the resum\u00e9 of its critics.</p></details>
<h2 id="scripts">Other scripts</h2>
<p lang="ar" dir="rtl">\u0647\u0630\u0647 \u0641\u0642\u0631\u0629 \u0642\u0635\u064a\u0631\u0629 \u062a\u0643\u062a\u0628 \u0645\u0646 \u0627\u0644\u064a\u0645\u064a\u0646 \u0625\u0644\u0649 \u0627\u0644\u064a\u0633\u0627\u0631\u060c \u0648\u0641\u064a\u0647\u0627 <a href="${seriesPath(3)}">\u0631\u0627\u0628\u0637</a> \u0648\u0627\u062d\u062f.</p>
<p lang="zh">\u8fd9\u662f\u4e00\u4e2a\u7b80\u77ed\u7684\u6bb5\u843d\uff0c\u7528\u6765\u770b\u4e2d\u6587\u5982\u4f55\u6392\u5217\u3002\u91cc\u9762\u6709<em>\u7740\u91cd</em>\u7684\u5b57\u3002</p>
<p>The last paragraph leads to <a href="${seriesPath(2)}">the bit set</a>, which nobody may have saved yet, and to <a href="#code">the code above</a>.</p>
<section class="footnotes"><hr><ol><li id="fn1"><p>It could be fairer, with <em>two</em> of each and <code>a[i]</code> in a note. <a href="#fnref1" class="footnote-backref">\u21a9</a></p></li></ol></section></article>`,
  }),
}
