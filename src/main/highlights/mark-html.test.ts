import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markHtml, type Passage } from './mark-html.ts'
import { isElement, readStoredPage, type StoredNode, type StoredParent } from './stored-page.ts'

const passage = (start: number, end: number, more: Partial<Passage> = {}): Passage => ({
  start,
  end,
  colour: 'yellow',
  note: null,
  ...more,
})
/** The page with `words` marked. */
function marking(html: string, words: string, more: Partial<Passage> = {}): string {
  const at = readStoredPage(html).text.indexOf(words)
  expect(at).toBeGreaterThanOrEqual(0)
  return markHtml(html, [passage(at, at + words.length, more)])
}

describe('a passage is marked', () => {
  test.each([
    ['in the middle of a paragraph', '<p>a quiet desk</p>', 'quiet', '<p>a <mark class="yellow">quiet</mark> desk</p>'],
    [
      'over elements in a line, as one',
      '<p>a <em>qui<b>e</b>t</em> desk</p>',
      'quiet desk',
      '<p>a <mark class="yellow"><em>qui<b>e</b>t</em> desk</mark></p>',
    ],
    [
      'that cuts an element',
      '<p>a <em>quiet</em> desk</p>',
      'et de',
      '<p>a <em>qui<mark class="yellow">et</mark></em><mark class="yellow"> de</mark>sk</p>',
    ],
    [
      'over paragraphs and lists',
      '<p>one</p>\n<ul><li>two</li><li>three</li></ul>',
      'one\ntwo\nth',
      '<p><mark class="yellow">one</mark></p>\n<ul><li><mark class="yellow">two</mark></li><li><mark class="yellow">th</mark>ree</li></ul>',
    ],
    [
      'over cells',
      '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
      'a b',
      '<table><tbody><tr><td><mark class="yellow">a</mark></td><td><mark class="yellow">b</mark></td></tr></tbody></table>',
    ],
    [
      'in code, with its line breaks',
      '<pre><code>\n\nif a:\n  b</code></pre>',
      'if a:\n  b',
      '<pre><code>\n\n<mark class="yellow">if a:\n  b</mark></code></pre>',
    ],
    [
      'whatever the page spelled differently',
      '<p>“so\u00adft   &amp; —”</p>',
      '"soft & -"',
      '<p><mark class="yellow">“so\u00adft   &amp; —”</mark></p>',
    ],
    ['right to left', '<p dir="rtl">سلام دنیا</p>', 'دنیا', '<p dir="rtl">سلام <mark class="yellow">دنیا</mark></p>'],
    ['in Chinese and emoji', '<p>安静👩‍💻书桌</p>', '👩‍💻书', '<p>安静<mark class="yellow">👩‍💻书</mark>桌</p>'],
    [
      'in a formula, which is marked whole',
      '<p>so <math><mi>x</mi><mo>+</mo><mi>y</mi></math> is</p>',
      '+y',
      '<p>so <mark class="yellow"><math><mi>x</mi><mo>+</mo><mi>y</mi></math></mark> is</p>',
    ],
  ])('%s', (_name, html, words, expected) => {
    expect(marking(html, words)).toBe(expected)
  })

  test('where several lie over each other the newest gives the colour', () => {
    expect(markHtml('<p>abcdef</p>', [passage(0, 4), passage(2, 6, { colour: 'blue' })])).toBe(
      '<p><mark class="yellow">ab</mark><mark class="blue">cd</mark><mark class="blue">ef</mark></p>',
    )
  })

  test('its note is pointed to behind its last letter', () => {
    const ref = (note: number) => `<sup class="note-ref" id="note-ref-${note}"><a href="#note-${note}">${note}</a></sup>`
    expect(marking('<p>a <em>quiet</em> desk</p><p>and more</p>', 'quiet desk\nand', { note: 1 })).toBe(
      `<p>a <mark class="yellow"><em>quiet</em> desk</mark></p><p><mark class="yellow">and</mark>${ref(1)} more</p>`,
    )
    expect(markHtml('<p>abc</p>', [passage(0, 2, { note: 2 }), passage(1, 2, { note: 1 })])).toBe(
      `<p><mark class="yellow">a</mark><mark class="yellow">b</mark>${ref(2)}${ref(1)}c</p>`,
    )
  })

  test('one that is not in the text marks nothing', () => {
    expect(markHtml('<p>abc</p>', [passage(10, 20)])).toBe('<p>abc</p>')
  })
})

const words = fc
  .array(fc.constantFrom('desk', 'the', 'ab\u00adc', '—', '  ', '\n', '“x”', '安静', 'سلام', '👩‍💻', '&amp;', ' & '), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
const escaped = words.map((text) => text.replaceAll(' & ', ' &amp; '))
const { line } = fc.letrec<{ line: string; piece: string }>((tie) => ({
  line: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3 },
    escaped,
    fc.constant('<br>'),
    fc.constant('<img src="asset/0" alt="x">'),
    fc.tuple(fc.constantFrom('em', 'a', 'code', 'sup', 'span'), tie('line')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
  ),
}))
const block = fc.oneof(
  line.map((inner) => `<p>${inner}</p>`),
  line.map((inner) => `<h2>${inner}</h2>`),
  line.map((inner) => `<ul><li>${inner}</li><li><p>${inner}</p></li></ul>`),
  line.map((inner) => `<pre><code>${inner}\n\n  ${inner}</code></pre>`),
  fc.tuple(line, line).map(([one, other]) => `<table><tbody><tr><td>${one}</td><th>${other}</th></tr></tbody></table>`),
)
const article = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n'))

function isMarked(node: StoredNode | StoredParent): boolean {
  if (isElement(node) && node.tagName === 'mark') return true
  return 'parentNode' in node && node.parentNode !== null && isMarked(node.parentNode as StoredNode | StoredParent)
}

test('any passages in any article: the text stays, and exactly their letters are marked', () => {
  fc.assert(
    fc.property(
      article,
      fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 4 }),
      (html, given) => {
        const { text } = readStoredPage(html)
        const passages = given.map(([start, length]) => passage(start, start + length))
        const marked = readStoredPage(markHtml(html, passages))
        expect(marked.text).toBe(text)
        for (let at = 0; at < text.length; at += 1) {
          const [stretch] = marked.stretchesOf(at, at + 1)
          // White space that stands for a break stands in no text.
          if (stretch === undefined) continue
          expect([at, text[at], isMarked(stretch.node)]).toEqual([at, text[at], passages.some(({ start, end }) => start <= at && at < end)])
        }
      },
    ),
    { numRuns: 300 },
  )
})
