import { describe, expect, test } from 'vitest'
import { chainCookies } from './chain-cookies.ts'
import { headersFor } from './request-headers.ts'

const signal = new AbortController().signal

describe('the Referer', () => {
  const referer = (referrer: string, to: string, privateHosts: string[] = []) => {
    const request = { url: to, purpose: 'asset', maxBytes: 1, signal, referrer, privateHosts: new Set(privateHosts) } as const
    const url = new URL(to)
    return headersFor(request, '1', { url, first: url, cookie: null, compressed: true }).referer ?? null
  }
  test.each([
    ['https://a.example/page?x=1#part', 'https://a.example/p.png', 'https://a.example/page?x=1'],
    ['https://jo:safe@a.example/page', 'https://a.example/p.png', 'https://a.example/page'],
    ['https://a.example/page', 'https://cdn.example/p.png', 'https://a.example/'],
    ['https://a.example/page', 'http://cdn.example/p.png', null],
    ['http://127.0.0.1:4170/?token=secret', 'https://cdn.example/p.png', null],
    ['http://wiki.lan/page', 'https://cdn.example/p.png', null],
    ['http://wiki.lan/page', 'http://wiki.lan/p.png', 'http://wiki.lan/page'],
    ['file:///home/jo/page.html', 'https://cdn.example/p.png', null],
    ['carrel://library/copy/1/', 'https://cdn.example/p.png', null],
    ['nonsense', 'https://cdn.example/p.png', null],
  ])('of %s for %s is %s', (from, to, expected) => {
    expect(referer(from, to)).toBe(expected)
  })

  test('never names a host that only the reader knows', () => {
    expect(referer('https://wiki.corp.example/page', 'https://cdn.example/p.png', ['wiki.corp.example'])).toBe(null)
  })
})

describe('the headers a caller gives', () => {
  test('go before ours, but cannot change what the exchange depends on', () => {
    const url = new URL('https://a.example/')
    const headers = { Accept: 'application/xml', Host: 'b.example', Cookie: 'x=1', 'Accept-Encoding': 'br', 'X-Odd': 'line\nbreak' }
    const sent = headersFor({ url: url.href, purpose: 'page', maxBytes: 1, signal, headers }, '1', {
      url,
      first: url,
      cookie: null,
      compressed: true,
    })
    expect(sent.accept).toBe('application/xml')
    for (const name of ['host', 'cookie', 'x-odd']) expect(sent).not.toHaveProperty(name)
    expect(sent['accept-encoding']).toContain('gzip')
  })
})

describe('cookies of a chain', () => {
  const chainAfter = (from: string, ...lines: string[]) => {
    const cookies = chainCookies()
    cookies.keep(new URL(from), lines)
    return (to: string) => cookies.headerFor(new URL(to))
  }

  test('go back to their host and path only', () => {
    const header = chainAfter('https://a.example/x/', 'one=1; Path=/x', 'two=2', 'safe=3; Secure')
    expect(header('https://a.example/x/y')).toBe('one=1; two=2; safe=3')
    expect(header('https://a.example/xy')).toBe('two=2; safe=3')
    expect(header('http://a.example/')).toBe('two=2')
    expect(header('https://b.example/')).toBe(null)
    expect(header('https://www.a.example/')).toBe(null)
  })

  test('go to the hosts below when they say so, and to no stranger', () => {
    expect(chainAfter('https://www.a.example/', 'one=1; Domain=.a.example')('https://cdn.a.example/')).toBe('one=1')
    expect(chainAfter('https://www.a.example/', 'one=1; Domain=b.example')('https://b.example/')).toBe(null)
    expect(chainAfter('https://www.a.example/', 'one=1; Domain=example')('https://b.example/')).toBe(null)
  })

  test('are replaced and taken away', () => {
    const cookies = chainCookies()
    const url = new URL('https://a.example/')
    cookies.keep(url, ['one=1', 'two=2', 'three=3'])
    cookies.keep(url, ['one=new', 'two=; Max-Age=0', 'three=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])
    expect(cookies.headerFor(url)).toBe('one=new')
  })

  test('that make no sense, or too many, are left out', () => {
    expect(chainAfter('https://a.example/', '=x', 'nothing', `big=${'x'.repeat(5_000)}`, 'bad=\u0001')('https://a.example/')).toBe(null)
    const many = Array.from({ length: 80 }, (_, i) => `c${i}=1`)
    expect(chainAfter('https://a.example/', ...many)('https://a.example/')?.split('; ')).toHaveLength(50)
  })
})
