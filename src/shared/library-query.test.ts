import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLibraryQuery, withoutPart } from './library-query.ts'
import { suggestQuery } from './suggest-query.ts'

const filters = (text: string) => parseLibraryQuery(text).filters.map(({ not, ...test }) => (not ? { not, ...test } : test))
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime()

test('filters and words in one line', () => {
  const query = parseLibraryQuery('is:unread tag:python site:dabeaz.com before:2024 kind:talk "exact phrase" -word')
  expect(query.words).toBe('"exact phrase" -word')
  expect(query.filters).toEqual([
    { field: 'unread', not: false },
    { field: 'tag', tag: 'python', not: false },
    { field: 'site', site: 'dabeaz.com', not: false },
    { field: 'added', from: null, until: day(2024, 1, 1), not: false },
    { field: 'kind', kind: 'talk', not: false },
  ])
})

describe('each filter', () => {
  test.each<[string, object]>([
    ['is:read', { not: true, field: 'unread' }],
    ['-is:read', { field: 'unread' }],
    ['is:favourite', { field: 'favourite' }],
    ['is:Archive', { field: 'place', place: 'archive' }],
    ['-is:trash', { not: true, field: 'place', place: 'trash' }],
    ['is:to-find', { field: 'state', state: 'to-find' }],
    ['is:begun', { field: 'begun' }],
    ['kind:talks', { field: 'kind', kind: 'talk' }],
    ['tag:"two words"', { field: 'tag', tag: 'two-words' }],
    ['tag:“two words”', { field: 'tag', tag: 'two-words' }],
    ['-tag:#X', { not: true, field: 'tag', tag: 'x' }],
    ['site:https://www.Dabeaz.com/python', { field: 'site', site: 'dabeaz.com' }],
    ['by:"Ada Lovelace"', { field: 'by', by: 'Ada Lovelace' }],
    ['series:structures', { field: 'series', series: 'structures' }],
    ['after:2023-05', { field: 'added', from: day(2023, 5, 1), until: null }],
    ['before:2024-02-01', { field: 'added', from: null, until: day(2024, 2, 1) }],
    ['added:2024-02', { field: 'added', from: day(2024, 2, 1), until: day(2024, 3, 1) }],
    ['minutes:<10', { field: 'minutes', from: null, until: 9 }],
    ['minutes:>=30', { field: 'minutes', from: 30, until: null }],
    ['minutes:5-10', { field: 'minutes', from: 5, until: 10 }],
    ['minutes:7', { field: 'minutes', from: 7, until: 7 }],
    ['has:highlights', { field: 'has', what: 'highlight' }],
    ['-has:code', { not: true, field: 'has', what: 'code' }],
  ])('%s', (text, expected) => {
    expect(filters(text)).toEqual([expected])
    expect(parseLibraryQuery(text).words).toBe('')
  })
})

test.each([
  ...[
    'https://a.test/c?is=1',
    '12:30',
    'std::vector',
    'foo:bar',
    'is::x',
    'is:nonsense',
    'kind:sandwich',
    'before:lunch',
    'added:2023-02-31',
  ],
  ...['"a tag:x b" c', 'x-is:read', '"x"is:read', 'tag:a"b"', 'minutes:many', 'site:a..b'],
])('%s is words and nothing else', (text) => {
  expect(parseLibraryQuery(text)).toMatchObject({ filters: [], words: text })
})

test.each(['is:', 'is:unr', 'tag:', '-tag:', 'kind:ta', 'before:20', 'minutes:<'])(
  '%s is still being typed: it narrows nothing and is no word',
  (text) => {
    expect(parseLibraryQuery(text)).toMatchObject({ filters: [], words: '', parts: [{ kind: 'unfinished' }] })
  },
)

test('a filter behind the last word closes it, one before it does not', () => {
  expect(parseLibraryQuery('pyth tag:x').words).toBe('pyth ')
  expect(parseLibraryQuery('tag:x pyth').words).toBe('pyth')
  expect(parseLibraryQuery('tag:x pyth ').words).toBe('pyth ')
  expect(parseLibraryQuery('"open phr').words).toBe('"open phr')
})

test('a part can be taken out', () => {
  const text = 'desk tag:x lamp'
  const part = parseLibraryQuery(text).parts.find(({ kind }) => kind === 'filter')
  expect(part && withoutPart(text, part)).toBe('desk lamp')
})

test('whatever is typed: parts follow each other and hold everything but white space', () => {
  const piece = fc.constantFrom('is:', 'tag:', '"', '“', '-', ' ', 'read', 'x', ':', 'before:', '2024', '\n', 'é', '機械')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
        fc.string({ unit: 'binary', maxLength: 80 }),
      ),
      (text) => {
        const { parts } = parseLibraryQuery(text)
        let at = 0
        for (const part of parts) {
          expect(text.slice(at, part.from).trim()).toBe('')
          expect(part.to).toBeGreaterThan(part.from)
          at = part.to
        }
        expect(text.slice(at).trim()).toBe('')
      },
    ),
  )
})

describe('suggestions', () => {
  const known = {
    tags: [
      { tag: 'python', items: 5 },
      { tag: 'pypy', items: 9 },
    ],
    sites: [
      { site: 'dabeaz.com', items: 3 },
      { site: 'docs.python.org', items: 8 },
    ],
  }
  const shown = (text: string, caret = text.length) => suggestQuery(text, caret, known).map((one) => one.shown)

  test('fields that begin so, then tags; the fuller ones first', () => {
    expect(shown('k')).toEqual(['kind:'])
    expect(shown('py')).toEqual(['tag:pypy', 'tag:python'])
    expect(shown('-ta')).toEqual(['-tag:'])
  })

  test('values of a field', () => {
    expect(shown('is:un')).toEqual(['is:unread'])
    expect(shown('desk -tag:pyt')).toEqual(['-tag:python'])
    expect(shown('site:py')).toEqual(['site:docs.python.org'])
    expect(shown('minutes:')).toEqual(['minutes:<10', 'minutes:>30'])
  })

  test('none where nothing is begun, inside a phrase, or for what stands there whole', () => {
    expect([shown(''), shown('desk '), shown('"py'), shown('tag:python'), shown('zzz')]).toEqual([[], [], [], [], []])
  })

  test('taking one replaces the word at the caret and leaves the rest', () => {
    const [first] = suggestQuery('desk tag:pyt lamp', 12, known)
    expect(first).toEqual({ shown: 'tag:python', items: 5, text: 'desk tag:python lamp', caret: 16 })
    expect(parseLibraryQuery(first?.text ?? '').filters).toHaveLength(1)
  })
})
