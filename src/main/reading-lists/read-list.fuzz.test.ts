// Whatever the text: reading it ends, throws nothing, and makes up no address.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ListPreview, listFormats } from '../../shared/reading-list.ts'
import { readList } from './read-list.ts'

/** Pieces that texts are made of, whole and broken, so that most of what is tried comes near a rule. */
const pieces = fc.constantFrom(
  ...[
    'https://a.example.org/x',
    'https://b.example.org/long-',
    '...',
    '…',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '* ',
    '1. ',
    '> ',
    '# Talks\n',
    '[',
    ']',
    '(',
  ],
  ...[
    ')',
    '<',
    '>',
    '|',
    '"',
    '“',
    '”',
    '**',
    '`',
    '_',
    ':',
    '. ',
    'Part 2',
    '#3: ',
    'by Ann Lee',
    'The Whole Series',
    'the whole series is here: ',
  ],
  ...[
    '[1]',
    '[1]: ',
    '<a href="',
    '">',
    '</a>',
    '<li>',
    '<dl><dt>',
    '<h3>',
    '<table><tr><td>',
    '</td>',
    '&amp;',
    'youtu.be/aaaaaaaaaaa&t=1m2s',
  ],
  ...[
    'https://www.youtube.com/watch?v=bbbbbbbbbbb&list=PLaaaaaaaaaaaa',
    '[[',
    ']]',
    '][',
    '`t <https://c.example.org>`_',
    '.. _t: https://d.example.org\n',
  ],
  ...[
    'title,url\n',
    '","',
    '<outline text="A" xmlUrl="',
    '" htmlUrl="',
    '"/>',
    'doi:10.1000/abc',
    'www.e.example.org/p',
    '(2004). ',
    '\t',
    '——',
    '。',
    '《',
  ],
  ...[
    'https://web.archive.org/web/2020/https://f.example.org/',
    '?utm_source=x',
    '#t=90',
    'file.py',
    'me@example.org',
    'javascript:alert(1)',
    '\u0000',
  ],
)
const texts = fc
  .array(fc.oneof({ weight: 6, arbitrary: pieces }, fc.string({ maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('whatever the text', () => {
  test('it becomes a list of the promised shape, with the same answer every time', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, ...listFormats), (text, format) => {
        const options = format === undefined ? {} : { format }
        const list = readList(text, options)
        expect(ListPreview.parse(list)).toEqual(list)
        expect(readList(text, options)).toEqual(list)
      }),
      { numRuns: 600, seed: 7 },
    )
  })

  test('every address stands in the text, host and path, or is named there by its number', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, ...listFormats), (text, format) => {
        const plain = text.replaceAll('&amp;', '&')
        for (const { url, alternates, status } of readList(text, format === undefined ? {} : { format }).items) {
          for (const address of [...(url === null ? [] : [url]), ...alternates]) {
            const { hostname } = new URL(address)
            const known = /^(?:doi\.org|arxiv\.org)$/.test(hostname) || plain.toLowerCase().includes(hostname.replace(/^www\./, ''))
            expect(known, address).toBe(true)
            expect(address).not.toMatch(/…|%E2%80%A6|\.\.\.$/)
          }
          expect(status === 'ready').toBe(url !== null)
        }
      }),
      { numRuns: 600, seed: 11 },
    )
  })

  test('an address is read letter by letter, whatever signs are in it and around it', () => {
    const format = fc.constantFrom('text' as const, 'markdown' as const, 'org' as const, 'rst' as const)
    const around = fc.constantFrom(
      ['', ''],
      ['- ', ''],
      ['- A Title: ', ''],
      ['See ', ' now'],
      ['(', ')'],
      ['**', '**'],
      ['*', '*'],
      ['_', '_'],
    )
    const path = fc.stringMatching(/^[a-z0-9][a-z0-9_*~.+=;,:@!$'-]{0,30}[a-z0-9_~/-][a-z0-9]$/).filter((one) => !one.includes('..'))
    fc.assert(
      fc.property(format, around, path, (as, [before, behind], name) => {
        const address = `https://signs.example.org/${name}`
        const { items } = readList(`Words above.\n\n${before}${address}${behind}\n\nWords below.\n`, { format: as })
        expect(items.map(({ originalLink }) => originalLink)).toEqual([address])
      }),
      { numRuns: 2_000, seed: 5 },
    )
  })

  test('a cut address is never taken for a whole one, wherever it stands', () => {
    const around = fc.constantFrom('', ' ', ')', '.', ' and more', '\n', '"', ' [1]', ')”')
    const before = fc.constantFrom('', '- ', '- Title: ', '> ', '(', '"', 'See ', '[1] ', '* Part 3, more: ', '1. ')
    const path = fc.stringMatching(/^[a-z][a-z0-9-]{1,30}$/)
    fc.assert(
      fc.property(before, path, fc.constantFrom('...', '…', '....'), around, (lead, name, dots, trail) => {
        const cut = `https://cut.example.org/${name}`
        const { items } = readList(`${lead}${cut}${dots}${trail}\n`, { format: 'text' })
        expect(items.map(({ url, urlPrefix, truncated }) => ({ url, urlPrefix, truncated }))).toEqual([
          { url: null, urlPrefix: cut, truncated: true },
        ])
      }),
      { seed: 3 },
    )
  })
})

describe('a long text', () => {
  const fill = (line: (index: number) => string): string => {
    const lines: string[] = []
    for (let index = 0, length = 0; length < 150_000; index += 1) {
      const one = line(index)
      lines.push(one)
      length += one.length
    }
    return lines.join('')
  }
  test.each([
    ['list.md', (n: number) => `- [Number ${n}](https://example.org/posts/${n}) by Somebody, about things\n`],
    ['comment.txt', (n: number) => `* Part ${n}, more: https://example.org/posts/a-long-beginning-${n}-...\n`],
    ['books.txt', (n: number) => `- The Great Book of ${n} by John Smith\n`],
    ['deep.html', () => '<div><b>'],
    ['brackets.md', () => '[(['],
  ])('%s is read whole', (name, line) => {
    expect(readList(fill(line), { name }).source.format).toBe(name.endsWith('.md') ? 'markdown' : name.endsWith('.html') ? 'html' : 'text')
  })
})
