import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { talkLink } from '../../shared/address/talk-link.ts'
import { Talk } from '../../shared/talk.ts'
import { chaptersOf } from './chapters.ts'
import { joinDetails } from './details.ts'
import { readDate, readDuration } from './duration.ts'
import { readLanguage } from './language.ts'
import { jsonAfter, pageFacts } from './page-facts.ts'
import { plainLine, plainParagraphs } from './plain-text.ts'
import { publishedBy } from './publisher.ts'

describe('chaptersOf', () => {
  it('reads lines that begin with a time', () => {
    const text = 'About\n0:00 Intro\n(1:05) - Second\n• 12:30 | Third: the thing\n1:02:03 Last\nsee 2:00 for more'
    expect(chaptersOf(text)).toEqual([
      { startSeconds: 0, title: 'Intro' },
      { startSeconds: 65, title: 'Second' },
      { startSeconds: 750, title: 'Third: the thing' },
      { startSeconds: 3723, title: 'Last' },
    ])
  })
  it.each([
    ['only two', '0:00 a\n1:00 b'],
    ['none at the beginning', '0:10 a\n1:00 b\n2:00 c'],
    ['no words', '0:00\n1:00\n2:00'],
    ['times inside the lines', 'a 0:00\nb 1:00\nc 2:00'],
  ])('%s are no chapters', (_, text) => expect(chaptersOf(text)).toEqual([]))
  it('leaves out what does not rise', () => {
    expect(chaptersOf('0:00 a\n5:00 b\n1:00 c\n6:00 d').map((chapter) => chapter.title)).toEqual(['a', 'b', 'd'])
  })
})

describe('durations, dates, languages', () => {
  it.each([
    ['PT46M50S', 2810],
    ['PT1H2M3.5S', 3723.5],
    ['P1DT1H', 90000],
    ['P0DT0H46M', 2760],
    [2810, 2810],
    ['2810', 2810],
    ['2810.5', 2810.5],
    ['46:50', 2810],
    ['01:02:03', 3723],
    ['P', null],
    ['PT0S', null],
    [0, null],
    [-5, null],
    [Number.NaN, null],
    ['soon', null],
    [null, null],
    [{}, null],
  ])('%j lasts %j seconds', (value, seconds) => expect(readDuration(value)).toBe(seconds))

  it.each([
    ['2015-04-11T00:00:00-07:00', '2015-04-11'],
    ['2013-07-30 13:00:12', '2013-07-30'],
    ['20150411', '2015-04-11'],
    ['2015-04', '2015-04'],
    ['1996', '1996'],
    ['2015-02-31', '2015-02'],
    ['2015-13-01', '2015'],
    [1_428_710_400, '2015-04-11'],
    ['April 2015', null],
    ['12345', null],
    [undefined, null],
  ])('%j is %j', (value, date) => expect(readDate(value)).toBe(date))

  it.each([
    ['eng', 'en'],
    ['deu-eng', 'de'],
    ['English', 'en'],
    ['en_US', 'en-US'],
    ['pt-BR', 'pt-BR'],
    ['x', null],
    ['spoken words', null],
  ])('%j is the language %j', (value, tag) => expect(readLanguage(value)).toBe(tag))
})

describe('texts', () => {
  it('decodes entities once, drops markup and what hides, keeps generics', () => {
    expect(plainLine('  A &amp;amp; B &lt;i&gt; <i>c</i> Vec<T>\u202e\u0000 &eacute;&#x2F;&hellip; ', 100)).toBe(
      'A &amp; B <i> c Vec<T> é/…',
    )
    expect(plainParagraphs('<p>One</p><p>two<br>three</p><script>alert(1)</script>\n\n\n\nfour', 100)).toBe('One\ntwo\nthree\n\nfour')
  })
  it('shortens at a whole character and says so', () => {
    expect(plainLine('abcdef', 4)).toBe('abc…')
    expect(plainLine('ab😀def', 4)).toBe('ab…')
    expect(plainLine(5, 4)).toBeNull()
    expect(plainLine(' \u200b ', 4)).toBeNull()
  })
  it('reads no more of endless markup than its words could need', () => {
    expect(plainLine('<b>'.repeat(1_000_000), 100)).toBeNull()
    expect(plainParagraphs('<'.repeat(1_000_000), 100)).toHaveLength(100)
  })
})

describe('publishedBy', () => {
  it.each(['PyCon 2015', 'PyCon US', 'JSConf', 'Strange Loop Conference', 'GOTO Conferences', 'Stanford University', 'InfoQ'])(
    '%s is an event',
    (name) => expect(publishedBy(name)).toEqual({ event: name }),
  )
  it.each(['David Beazley', 'Kevin Bacon', 'Ada Falcon'])('%s is a person', (name) =>
    expect(publishedBy(name)).toEqual({ speakers: [name] }),
  )
})

describe('pages', () => {
  it('finds the object that begins after a mark, to its matching brace', () => {
    expect(jsonAfter('x = {"a":"}{\\"","b":{"c":1}};y={}', /x = \{/)).toEqual({ a: '}{"', b: { c: 1 } })
    expect(jsonAfter('x = {"a":', /x = \{/)).toBeNull()
    expect(jsonAfter('nothing', /x = \{/)).toBeNull()
  })
  it('says nothing of a page that says nothing', () => {
    expect(joinDetails({ ...link, provider: 'embedded' }, [pageFacts('<p>words</p>')]).title).toBeNull()
  })
})

const link = talkLink('https://vimeo.com/71278954') ?? expect.unreachable()

describe('whatever a service answers', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.constant(null),
    fc.constant(undefined),
  )
  it('the talk is one that the library accepts', () => {
    const details = fc.record({
      title: fc.option(fc.string({ unit: 'binary' })),
      speakers: fc.array(fc.option(fc.string())),
      event: fc.option(fc.string()),
      recordedOn: anything,
      duration: anything,
      description: fc.option(fc.string({ unit: 'binary', maxLength: 500 })),
      lang: fc.option(fc.string()),
      chapters: fc.array(fc.record({ start: anything, title: fc.option(fc.string()) })),
      thumbnailUrl: fc.option(fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)'), fc.string())),
    })
    fc.assert(
      fc.property(fc.array(details, { maxLength: 3 }), (all) => {
        const talk = joinDetails(link, all)
        expect(Talk.parse(talk)).toEqual(talk)
        if (talk.thumbnailUrl) expect(talk.thumbnailUrl).toMatch(/^https?:/)
      }),
      { numRuns: 500 },
    )
  })
  it('a page is read without a fault', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script type="application/ld+json">',
        '</script>',
        '<meta property="og:title" content="',
        '">',
        '{"@type":"VideoObject","name":',
        '"x"}',
        '[',
        ']',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(pageFacts(pieces.join(''))).toBeTypeOf('object')
      }),
    )
  })
})
