import { expect, test } from 'vitest'
import { type QuotedHighlight, quoteMarkdown } from './highlight-quote.ts'
import type { ItemId } from './item.ts'
import { anchorOf } from './quote/describe-passage.ts'

const item = (name: string, byline: string | null = null): QuotedHighlight['item'] => ({
  id: name.padStart(32, '0') as ItemId,
  title: `Title [${name}]`,
  url: `https://desk.test/${name}`,
  byline,
})
const entry = (exact: string, of = item('a'), note = '', tags: string[] = []): QuotedHighlight => ({
  highlight: { anchor: anchorOf(exact, 0, exact.length, null), note, tags },
  item: of,
})

test('one passage: quoted, with its note and tags, and where it stands', () => {
  expect(quoteMarkdown([entry('A quiet desk', item('a', 'Ada'), 'Mine *too*', ['desk', 'two words'])])).toBe(
    '> A quiet desk\n\nMine *too*\n\n#desk #two-words\n\n— Ada, [Title \\[a\\]](https://desk.test/a)\n',
  )
})

test('passages of one item share one source, the next item names its own', () => {
  expect(quoteMarkdown([entry('one'), entry('two'), entry('three', item('b'))])).toBe(
    '> one\n\n> two\n\n— [Title \\[a\\]](https://desk.test/a)\n\n> three\n\n— [Title \\[b\\]](https://desk.test/b)\n',
  )
})

test('lines stay lines, and what looks like Markdown stays text', () => {
  expect(quoteMarkdown([entry('# no heading\nsnake_case and _this_ `that`\n- no list\n2. nor this')])).toContain(
    '> \\# no heading  \n> snake_case and \\_this\\_ \\`that\\`  \n> \\- no list  \n> 2\\. nor this\n',
  )
})

test('code keeps its indentation inside a fence that is longer than any of its own', () => {
  expect(quoteMarkdown([entry('if a:\n    print("```")')])).toContain('> ````\n> if a:\n>     print("```")\n> ````\n')
})

test('an address with brackets stays whole', () => {
  expect(quoteMarkdown([entry('x', { ...item('a'), url: 'https://desk.test/a_(b)' })])).toContain('](<https://desk.test/a_(b)>)')
})

test('words given in its place are quoted, and their formulas stay TeX', () => {
  const quote = { words: 'so $a_b^*$ and *this* is $\\frac{a}{b}$', formulas: ['$a_b^*$', '$\\frac{a}{b}$'] }
  expect(quoteMarkdown([{ ...entry('so ab* and'), quote }])).toContain('> so $a_b^*$ and \\*this\\* is $\\frac{a}{b}$\n')
})

test('what is said in a talk is quoted with its moment, which leads there where the site can', () => {
  const said = (url: string) => {
    const { highlight } = entry('Right.')
    return quoteMarkdown([{ highlight: { ...highlight, seconds: 2045.4 }, item: { ...item('a'), url } }])
  }
  expect(said('https://www.youtube.com/watch?v=abcdefghijk')).toBe(
    '> Right.\n>\n> [34:05](https://www.youtube.com/watch?v=abcdefghijk&t=2045s)\n\n— [Title \\[a\\]](https://www.youtube.com/watch?v=abcdefghijk)\n',
  )
  expect(said('https://desk.test/a')).toContain('> Right.\n>\n> 34:05\n')
})
