import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../failure.ts'
import { parseLink } from './parse-link.ts'

describe('a link as people paste it', () => {
  it.each([
    ['https://x.org/a', 'https://x.org/a'],
    ['  https://x.org/a \n', 'https://x.org/a'],
    ['<https://x.org/a>', 'https://x.org/a'],
    ['"https://x.org/a"', 'https://x.org/a'],
    ['“https://x.org/a”', 'https://x.org/a'],
    ["'https://x.org/a'", 'https://x.org/a'],
    ['`https://x.org/a`', 'https://x.org/a'],
    ['**https://x.org/a**', 'https://x.org/a'],
    ['(https://x.org/a)', 'https://x.org/a'],
    ['https://x.org/a.', 'https://x.org/a'],
    ['https://x.org/a).', 'https://x.org/a'],
    ['https://x.org/a,', 'https://x.org/a'],
    ['https://x.org/a。', 'https://x.org/a'],
    ['https://en.wikipedia.org/wiki/Foo_(bar)', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['(https://en.wikipedia.org/wiki/Foo_(bar))', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['[A title](https://x.org/a_(b))', 'https://x.org/a_(b)'],
    ['[A title](https://x.org/a "more").', 'https://x.org/a'],
    ['<https://x.org/a|A title>', 'https://x.org/a'],
    ['www.x.org/a', 'https://www.x.org/a'],
    ['x.org/a', 'https://x.org/a'],
    ['x.org', 'https://x.org/'],
    ['docs.rs', 'https://docs.rs/'],
    ['//x.org/a', 'https://x.org/a'],
    ['x.org:8080/a', 'https://x.org:8080/a'],
    ['localhost:3000/a', 'http://localhost:3000/a'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['HTTPS://X.ORG/A', 'https://x.org/A'],
    ['https//x.org/a', 'https://x.org/a'],
    ['http:/x.org/a', 'http://x.org/a'],
    ['https://x.org/a?b=1&amp;c=2', 'https://x.org/a?b=1&c=2'],
    ['https:&#x2F;&#x2F;x.org&#x2F;a', 'https://x.org/a'],
    ['https://x.org/a?b&#x3D;1&#038;c=2', 'https://x.org/a?b=1&c=2'],
    ['https://x.org/a-long-\n  address', 'https://x.org/a-long-address'],
    ['https://user:secret@x.org/a', 'https://x.org/a'],
    ['https://bücher.example/straße?q=ä', 'https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4'],
    ['https://ja.wikipedia.org/wiki/日本語', 'https://ja.wikipedia.org/wiki/%E6%97%A5%E6%9C%AC%E8%AA%9E'],
    ['\u200bhttps://x.org/a\ufeff', 'https://x.org/a'],
    ['doi:10.1145/3132747', 'https://doi.org/10.1145/3132747'],
    ['arXiv:1706.03762', 'https://arxiv.org/abs/1706.03762'],
    ['view-source:https://x.org/a', 'https://x.org/a'],
    ['https://x.org/a?utm_source=hn', 'https://x.org/a'],
    ['https://x.org/compare/a...b', 'https://x.org/compare/a...b'],
  ])('%j opens %s', (text, url) => expect(parseLink(text).url).toBe(url))

  it('moves the start time out of a talk and keeps the original', () => {
    const text = 'https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&t=2045s&feature=share'
    expect(parseLink(text)).toMatchObject({
      url: 'https://www.youtube.com/watch?v=Y4Gt3Xjd7G8',
      original: text,
      kind: 'talk',
      startSeconds: 2045,
      comparisonKey: 'https://youtube.com/watch?v=Y4Gt3Xjd7G8',
      talk: { provider: 'youtube', identity: 'Y4Gt3Xjd7G8' },
    })
    expect(parseLink('https://youtu.be/Y4Gt3Xjd7G8&t=98')).toMatchObject({ url: 'https://youtu.be/Y4Gt3Xjd7G8', startSeconds: 98 })
    expect(parseLink('youtu.be/Y4Gt3Xjd7G8?t=1h2m3s.')).toMatchObject({ url: 'https://youtu.be/Y4Gt3Xjd7G8', startSeconds: 3723 })
  })

  it('leaves t= alone where it is no time of a recording', () => {
    expect(parseLink('https://x.org/forum?t=98')).toMatchObject({ url: 'https://x.org/forum?t=98', startSeconds: null, talk: null })
  })

  it('keeps no password, not even in the original', () => {
    expect(parseLink('https://me:secret@x.org/a').original).toBe('https://x.org/a')
  })
})

describe('what is not saved', () => {
  const code = (text: string) => {
    try {
      return parseLink(text)
    } catch (error) {
      return error instanceof Failure ? error.code : error
    }
  }
  it.each([
    'https://blog.example/a-series-behind-the-scenes-...',
    'https://blog.example/a-series-behind-the-scenes-…',
    '(https://x.org/behind-the-...)',
    'https://x.org/behind-the-….',
    'https://x.org/…/page',
    'x.org/some-ar...',
  ])('%s is cut', (text) => expect(code(text)).toBe('link.cut'))

  it.each([
    'mailto:a@b.org',
    'ftp://x.org/a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank',
    'who@x.org',
    'magnet:?xt=1',
  ])('%s is of a kind we do not fetch', (text) => expect(code(text)).toBe('link.unsupported'))

  it.each([
    '',
    '   ',
    'hello',
    'two words',
    'https://',
    'http://?',
    'https://x.org/a look at this',
    'https://x.org/a\nhttps://y.org/b',
    'index.html',
    'notes.txt',
    '...x',
    '://x.org',
    'https://exa mple.org',
  ])('%j is no address', (text) => expect(code(text)).toBe('link.invalid'))

  it('names the scheme', () => {
    expect(() => parseLink('ftp://x.org')).toThrow(expect.objectContaining({ facts: { scheme: 'ftp:' } }))
  })
})

describe('whatever the text', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .tuple(fc.constantFrom('<', '(', '"', '[a](', '**', ''), fc.webUrl(), fc.constantFrom('>', ').', '"', ')', '**', '...', ' x'))
      .map((parts) => parts.join('')),
    fc.string().map((tail) => `https://youtu.be/${tail}`),
  )
  it('it is a whole http(s) address without a password, or a Failure; and reading it again changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let parsed: ReturnType<typeof parseLink>
        try {
          parsed = parseLink(text)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          return
        }
        const url = new URL(parsed.url)
        expect(url.protocol).toMatch(/^https?:$/)
        expect(url.username + url.password).toBe('')
        expect(parsed.comparisonKey).toMatch(/^https:\/\//)
      }),
      { numRuns: 3000 },
    )
  })
})
