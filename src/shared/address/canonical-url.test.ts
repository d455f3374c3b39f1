import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../failure.ts'
import { cleanUrl, comparisonKey } from './canonical-url.ts'

describe('cleanUrl takes out tracking and nothing else', () => {
  it.each([
    ['https://x.org/a?utm_source=hn&utm_medium=x', 'https://x.org/a'],
    ['https://x.org/a?b=1&utm_source=hn&c=%20+&fbclid=Iw', 'https://x.org/a?b=1&c=%20+'],
    ['https://x.org/a?gclid=1#section', 'https://x.org/a#section'],
    ['https://x.org/a#utm_source=rss', 'https://x.org/a'],
    ['https://x.org/a#xtor=RSS-1', 'https://x.org/a'],
    ['https://x.org/a?mc_cid=1&mc_eid=2&id=7', 'https://x.org/a?id=7'],
    ['https://x.org/a?ref=hackernoon.com', 'https://x.org/a'],
    ['https://x.org/a?ref=producthunt', 'https://x.org/a'],
    ['https://youtu.be/Y4Gt3Xjd7G8?si=abc&t=98', 'https://youtu.be/Y4Gt3Xjd7G8?t=98'],
    [
      'https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&pp=yg&ab_channel=Some%20One&feature=share',
      'https://www.youtube.com/watch?v=Y4Gt3Xjd7G8',
    ],
    ['https://x.com/who/status/12?s=20&t=abc', 'https://x.com/who/status/12'],
    ['https://someone.substack.com/p/a?r=1x&utm_campaign=post', 'https://someone.substack.com/p/a'],
    ['https://user:secret@x.org/a', 'https://x.org/a'],
    ['https://www.google.com/url?sa=t&q=https%3A%2F%2Fx.org%2Fa%3Futm_source%3Dg&ved=1', 'https://x.org/a'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fx.org%2Fa%3Ffbclid%3D1&h=AT0', 'https://x.org/a'],
    ['https://out.reddit.com/t3_x?url=https%3A%2F%2Fx.org%2Fa&token=AQ', 'https://x.org/a'],
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.org%2Fa&data=05', 'https://x.org/a'],
    ['https://www.youtube.com/redirect?event=d&q=https%3A%2F%2Fx.org%2Fa', 'https://x.org/a'],
    ['https://www.google.com/amp/s/x.org/a/amp/', 'https://x.org/a/amp/'],
    ['https://x-org.cdn.ampproject.org/c/s/x.org/a', 'https://x.org/a'],
    ['https://urldefense.com/v3/__https://x.org/a?b=1__;!!abc!def$', 'https://x.org/a?b=1'],
  ])('%s', (address, cleaned) => expect(cleanUrl(address)).toBe(cleaned))

  it.each([
    'https://x.org/a?id=1&page=2&s=words&source=book&t=5',
    'https://github.com/o/r/tree/main?ref=v1.2',
    'https://gitlab.com/o/r/-/raw/main/a?ref=main.dev',
    'https://x.org/a?ref=chapter-2',
    'https://x.com/share?url=https://x.org/a&via=x.org',
    'https://x.org/?b=2&a=1&b=1',
    'https://web.archive.org/web/20200101000000/https://x.org/a?utm_source=hn',
    'https://bucket.s3.amazonaws.com/a?utm_source=1&X-Amz-Signature=2',
    'https://x.org/a?q=%D6%D0&empty&also=',
    'https://x.org/a#:~:text=some%20words',
    // A wrapper must not smuggle in an address of this machine.
    'https://www.google.com/url?q=http%3A%2F%2F127.0.0.1%3A8080%2Fadmin',
    'https://l.facebook.com/l.php?u=http%3A%2F%2Frouter.local%2F',
    'https://www.google.com/url?q=javascript%3Aalert(1)',
  ])('leaves %s as it is', (address) => expect(cleanUrl(address)).toBe(address))

  it('says what is no address and what is no page', () => {
    expect(() => cleanUrl('nonsense')).toThrow(new Failure('link.invalid'))
    expect(() => cleanUrl('ftp://x.org/a')).toThrow(new Failure('link.unsupported', { scheme: 'ftp:' }))
  })
})

describe('comparisonKey makes spellings of one page alike', () => {
  it.each([
    [
      'https://x.org/a',
      'http://www.x.org/a/',
      'https://x.org:443/a',
      'http://x.org:80/a/index.html',
      'https://X.ORG/a#part',
      'https://x.org/a?utm_source=y',
    ],
    ['https://x.org/', 'http://x.org', 'https://www.x.org/index.html', 'https://x.org/?'],
    ['https://x.org/%7Ewho/%e4', 'https://x.org/~who/%E4'],
    ['https://x.org/a?b=1&a=2', 'https://x.org/a?a=2&b=1', 'https://x.org/a?a=2&b=1&fbclid=1'],
    [
      'https://x.org/2020/a-story',
      'https://x.org/2020/a-story/amp/',
      'https://amp.x.org/2020/a-story',
      'https://x.org/2020/a-story?amp=1',
      'https://www.google.com/amp/s/x.org/2020/a-story/amp/',
      'https://m.x.org/2020/a-story',
    ],
    ['https://x.org/article/plain/', 'https://x.org/article/plain/amp/', 'https://x.org/article/plain/amp'],
    ['https://x.org/a', 'https://x.org/a/amp', 'https://www.x.org/a/amp/?utm_source=y', 'https://x.org/a//amp//'],
    [
      'https://de.wikipedia.org/wiki/Haus',
      'https://de.m.wikipedia.org/wiki/Haus?wprov=sfla1',
      'https://de.wikipedia.org/w/index.php?title=Haus',
    ],
    [
      'https://www.reddit.com/r/x/comments/abc/a_title/',
      'https://old.reddit.com/r/x/comments/abc/',
      'https://np.reddit.com/r/x/comments/abc/a_title/?share_id=1',
    ],
    ['https://twitter.com/who/status/12', 'https://x.com/i/status/12?s=20', 'https://mobile.twitter.com/who/status/12'],
    [
      'https://arxiv.org/abs/1706.03762',
      'https://arxiv.org/pdf/1706.03762.pdf',
      'http://export.arxiv.org/html/1706.03762',
      'https://ar5iv.org/abs/1706.03762',
    ],
    ['https://doi.org/10.1145/ABC.1', 'http://dx.doi.org/10.1145/abc.1'],
    ['https://github.com/Owner/Repo', 'https://github.com/owner/repo.git', 'http://www.github.com/owner/repo/#readme'],
    [
      'https://github.com/o/r/blob/main/a/b.md',
      'https://raw.githubusercontent.com/o/r/main/a/b.md',
      'https://github.com/o/r/raw/refs/heads/main/a/b.md',
    ],
    [
      'https://stackoverflow.com/questions/12/a-title',
      'https://stackoverflow.com/q/12/34',
      'https://stackoverflow.com/questions/12?noredirect=1#comment',
    ],
    ['https://www.amazon.com/Some-Title/dp/0735619670/ref=sr_1_1?qid=1', 'https://smile.amazon.com/gp/product/0735619670'],
    [
      'https://youtu.be/Y4Gt3Xjd7G8?t=98',
      'https://www.youtube.com/watch?v=Y4Gt3Xjd7G8&t=2045s&list=PL1&index=3',
      'https://yewtu.be/watch?v=Y4Gt3Xjd7G8',
      'https://m.youtube.com/shorts/Y4Gt3Xjd7G8',
    ],
    ['https://any.example/w/kkGMgK9ZtnKfYAgnEtQxbv', 'https://any.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=5s'],
    ['https://media.ccc.de/v/x#t=5', 'https://media.ccc.de/v/x'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ])('%s and its other spellings', (...addresses) => {
    expect(new Set(addresses.map(comparisonKey)).size, addresses.map(comparisonKey).join('\n')).toBe(1)
  })

  it.each([
    ['https://x.org/a?id=1', 'https://x.org/a?id=2'],
    ['https://x.org/a', 'https://x.org/A'],
    ['https://x.org/a', 'https://y.org/a'],
    ['https://x.org/', 'https://m.x.org/'],
    ['https://x.org/#!/one', 'https://x.org/#!/two'],
    ['https://x.org/#/one', 'https://x.org/#/two'],
    ['https://arxiv.org/abs/1706.03762v1', 'https://arxiv.org/abs/1706.03762v2'],
    ['https://web.archive.org/web/20200101000000/https://x.org/', 'https://web.archive.org/web/20210101000000/https://x.org/'],
    ['https://web.archive.org/web/20200101000000/https://x.org/', 'https://x.org/'],
    ['https://x.org/?q=%D6%D0', 'https://x.org/?q=%CE%C4'],
    ['https://x.org/a?b=1&b=2', 'https://x.org/a?b=2&b=1'],
    ['https://x.org/gear/amp', 'https://x.org/gear'],
    ['https://x.org/wiki/amp', 'https://x.org/wiki/'],
    ['https://x.org/amp', 'https://x.org/'],
    ['https://x.org/amp/', 'https://x.org/'],
    ['https://github.com/someone/amp', 'https://github.com/someone'],
    ['https://vimeo.com/71278954', 'https://vimeo.com/71278954/abcdef1234'],
    ['https://www.youtube.com/watch?v=Y4Gt3Xjd7G8', 'https://www.youtube.com/watch?v=y4Gt3Xjd7G8'],
    ['https://www.reddit.com/r/x/comments/abc/t/', 'https://www.reddit.com/r/x/comments/abc/t/def/'],
    ['https://x.org:8080/a', 'https://x.org/a'],
  ])('%s is not %s', (one, other) => expect(comparisonKey(one)).not.toBe(comparisonKey(other)))
})

const word = fc.stringMatching(/^[a-zA-Z0-9_.~%+-]{0,8}$/)
const host = fc.constantFrom(
  'x.org',
  'www.x.org',
  'm.x.org',
  'youtube.com',
  'youtu.be',
  'github.com',
  'arxiv.org',
  'old.reddit.com',
  'x.com',
  'google.com',
  'web.archive.org',
  'de.m.wikipedia.org',
  '127.0.0.1:8080',
  'amp.x.org',
  'amazon.com',
  'doi.org',
)
const path = fc.array(
  fc.oneof(
    word,
    fc.constantFrom('amp', 'index.html', 'watch', 'w', 'abs', 'pdf', 'amp.html', 'blob', '', 'comments', 'dp', '10.1', 'status'),
  ),
  { maxLength: 5 },
)
const query = fc.array(
  fc.tuple(
    fc.oneof(word, fc.constantFrom('utm_source', 'v', 't', 'list', 'ref', 'amp', 'q', 'url', 'u', 'si')),
    fc.oneof(word, fc.constantFrom('https://x.org/a', 'Y4Gt3Xjd7G8', '98', 'x.org')),
  ),
  { maxLength: 4 },
)
const addresses = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    host,
    path,
    query,
    fc.oneof(fc.constant(''), word, fc.constantFrom('!a', '/a', 't=5', 'utm_source=x')),
  )
  .map(
    ([scheme, name, parts, pairs, hash]) =>
      `${scheme}://${name}/${parts.join('/')}${pairs.length ? `?${pairs.map((p) => p.join('=')).join('&')}` : ''}${hash ? `#${hash}` : ''}`,
  )
  .filter((address) => URL.canParse(address))

describe('whatever the address', () => {
  it('the key of a key is the key, and cleaning first changes no key', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const key = comparisonKey(address)
        expect(comparisonKey(key)).toBe(key)
        expect(comparisonKey(cleanUrl(address))).toBe(key)
        expect(cleanUrl(cleanUrl(address))).toBe(cleanUrl(address))
      }),
      { numRuns: 3000 },
    )
  })

  it('tracking added to an address is all that cleaning removes', () => {
    const plain = fc.tuple(word, fc.array(fc.tuple(fc.stringMatching(/^x[a-z0-9]{0,6}$/), word), { maxLength: 4 })).map(([name, pairs]) => {
      const search = pairs.map((pair) => pair.join('=')).join('&')
      return { base: `https://site.example/${name}`, search }
    })
    const tracking = fc.constantFrom('utm_source=a', 'fbclid=1', 'gclid=%20', 'mc_eid=x', 'ref=news.example.com')
    fc.assert(
      fc.property(plain, tracking, fc.boolean(), ({ base, search }, extra, first) => {
        const clean = new URL(search ? `${base}?${search}` : base).href
        const tracked = `${base}?${(first ? [extra, search] : [search, extra]).filter((part) => part !== '').join('&')}`
        expect(cleanUrl(clean)).toBe(clean)
        expect(cleanUrl(tracked)).toBe(clean)
      }),
    )
  })

  it('nothing but a Failure is thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
          fc.string({ unit: 'binary' }).map((tail) => `https://x.org/${tail}`),
        ),
        (text) => {
          for (const read of [cleanUrl, comparisonKey]) {
            try {
              read(text)
            } catch (error) {
              expect(error).toBeInstanceOf(Failure)
            }
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
