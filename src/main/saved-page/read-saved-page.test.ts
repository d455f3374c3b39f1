import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../fetch/charset.ts'
import { sniffKind } from '../fetch/page-kind.ts'
import { readSavedPage } from './read-saved-page.ts'

const tools = { decodeText, sniffKind, clock: { now: () => 1_700_000_000_000 } }
const bytes = (text: string) => new TextEncoder().encode(text)
const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
)
const page = (more = '', body = '<p>Quiet words.</p>') =>
  `<!doctype html><html><head>${more}<title>T</title></head><body>${body}</body></html>`

function read(files: Record<string, string | Uint8Array>, url?: string, maxBytes?: number) {
  const given = Object.entries(files).map(([path, content]) => ({ path, bytes: typeof content === 'string' ? bytes(content) : content }))
  return readSavedPage({ files: given, ...(url === undefined ? {} : { url }), ...(maxBytes === undefined ? {} : { maxBytes }) }, tools)
}

describe('one HTML file', () => {
  test('is a page like one that was fetched', () => {
    const raw = read({ 'page.html': page() }, 'https://example.org/a/')
    expect(raw).toMatchObject({
      ...{ requestedUrl: 'https://example.org/a/', url: 'https://example.org/a/', status: 200, kind: 'html', mime: 'text/html' },
      ...{ source: 'file', fetchedAt: 1_700_000_000_000, etag: null, lastModified: null, text: page() },
    })
    expect(raw.companions.size).toBe(0)
  })

  test('is decoded by what it says of its charset', () => {
    const raw = read({ 'page.html': Buffer.from(page('<meta charset="windows-1252">', 'caf\u00e9'), 'latin1') })
    expect(raw).toMatchObject({ charset: 'windows-1252' })
    expect(raw.text).toContain('café')
  })

  test.each([
    [
      'SingleFile',
      '<!--\n Page saved with SingleFile \n url: https://example.org/single?a=1&b=2 \n saved date: Sun Nov 22 2026\n-->',
      'https://example.org/single?a=1&b=2',
    ],
    ['a browser', '<!-- saved from url=(0027)https://example.org/browser -->', 'https://example.org/browser'],
    [
      'its canonical link',
      '<link data-x="a > b" href="https://example.org/canon?a=1&amp;b=2" rel=canonical>',
      'https://example.org/canon?a=1&b=2',
    ],
    ['og:url', "<meta content='https://example.org/og' property='og:url'>", 'https://example.org/og'],
  ])('takes its address from %s', (_who, words, url) => {
    expect(read({ 'page.html': page(words) }).url).toBe(url)
  })

  test('believes the saver before the site, and the reader before both', () => {
    const words = '<link rel="canonical" href="https://example.org/"><!-- saved from url=(0021)https://example.org/b -->'
    expect(read({ 'page.html': page(words) }).url).toBe('https://example.org/b')
    expect(read({ 'page.html': page(words) }, 'example.org/mine').url).toBe('https://example.org/mine')
  })

  test('without any address is known by its bytes, under a name that never exists', () => {
    const html = page('<link rel="canonical" href="/relative"><meta property="og:url" content="file:///home/x">')
    const { url } = read({ 'page.html': html })
    expect(url).toBe(`https://saved-file.invalid/${createHash('sha256').update(html).digest('hex')}/`)
    expect(read({ 'renamed.htm': html }).url).toBe(url)
    expect(read({ 'page.html': `${html} ` }).url).not.toBe(url)
  })

  test('an address that is none is refused', () => {
    expect(() => read({ 'page.html': page() }, 'mailto:a@example.org')).toThrowError(expect.objectContaining({ code: 'link.unsupported' }))
  })
})

describe('a SingleFile page', () => {
  test('gets its folded pictures back, also in the bytes that are kept', () => {
    const html = page(
      '<style>:root{--sf-img-1:url("data:image/png;base64,AAAA");--sf-img-22: url(data:image/gif;base64,BBBB)}</style>',
      `<img alt="a" src='data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="6"></svg>' style="background-image:var(--sf-img-1)!important">
       <img style=background-image:var(--sf-img-22)!important alt=b>
       <img src="data:image/webp;base64,CCCC" alt="c"><img alt="d" src="x.png" style="background-image:var(--sf-img-9)">`,
    )
    const raw = read({ 'page.html': html }, 'https://example.org/')
    expect(raw.text).toContain('<img alt="a" src="data:image/png;base64,AAAA" style=')
    expect(raw.text).toContain('<img src="data:image/gif;base64,BBBB" style=')
    expect(raw.text).toContain('<img src="data:image/webp;base64,CCCC" alt="c"><img alt="d" src="x.png"')
    expect(new TextDecoder().decode(raw.body)).toBe(raw.text)
    expect(raw.charset).toBe('utf-8')
  })

  test('known by its bytes alone keeps its identity', () => {
    const html = page(
      '<style>:root{--sf-img-1:url("data:image/png;base64,AAAA")}</style>',
      '<img style="background-image:var(--sf-img-1)">',
    )
    expect(read({ 'page.html': html }).url).toContain(createHash('sha256').update(html).digest('hex'))
  })
})

describe('a page and its folder', () => {
  const url = 'https://example.org/posts/1'
  const html = page('', '<img src="./A page_files/one.png"><img src="A%20page_files/a+b.png">')

  test('pictures are found under the addresses the page calls them by', () => {
    const files = { 'A page_files/one.png': png, 'A page_files/a+b.png': png, 'A page_files/100%.png': png, 'A page.html': html }
    const raw = read({ ...files, 'A page_files/style.css': 'p{}', 'A page_files/frame.html': page() }, url)
    expect(raw.text).toBe(html)
    const folder = 'https://example.org/posts/A%20page_files/'
    expect([...raw.companions.keys()].toSorted()).toEqual(['100%25.png', 'a%2Bb.png', 'a+b.png', 'one.png'].map((name) => folder + name))
    expect(raw.companions.get(`${folder}one.png`)?.bytes).toEqual(png)
  })

  test('also with the spelling of Windows, below a folder, and under a base', () => {
    const raw = read({ 'C:\\saved\\deep\\page.html': page('<base href="/other/">'), 'C:\\saved\\deep\\page_files\\é.png': png }, url)
    expect([...raw.companions.keys()]).toContain('https://example.org/posts/page_files/%C3%A9.png')
    expect([...raw.companions.keys()]).toContain('https://example.org/other/page_files/%C3%A9.png')
    const above = read({ 'site/posts/index.html': page(), 'site/img/a.png': png }, 'https://example.org/posts/')
    expect([...above.companions.keys()]).toEqual(['https://example.org/img/a.png'])
    const commented = read({ 'page.html': page('<!-- <base href="https://example.org/x/"> -->'), 'a.png': png }, url)
    expect([...commented.companions.keys()]).toEqual(['https://example.org/posts/a.png'])
  })

  test('the page is the one with a folder, then index.html, never a frame or a script', () => {
    const chosen = (files: Record<string, string>) => read(files).text
    expect(chosen({ 'a.html': page('', 'a'), 'b.html': page('', 'b'), 'b_files/x.js': 'x' })).toContain('b</body>')
    expect(chosen({ 'a.html': page('', 'a'), 'index.html': page('', 'index') })).toContain('index</body>')
    expect(
      chosen({ '__MACOSX/._page.html': page('', 'litter'), 'x/y/frame.html': page('', 'frame'), 'x/page.html': page('', 'main') }),
    ).toContain('main</body>')
    expect(chosen({ 'notes.txt': 'words', 'page.html': 'just words in a page' })).toBe('just words in a page')
  })

  test('known by its bytes alone it finds its pictures too', () => {
    const raw = read({ 'page.html': page(), 'page_files/a.png': png })
    expect([...raw.companions.keys()]).toEqual([`${raw.url}page_files/a.png`])
  })
})

describe('documents', () => {
  test('a PDF and a text are kept as they are', () => {
    const pdf = read({ 'paper.pdf': '%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n' })
    expect(pdf).toMatchObject({ kind: 'pdf', mime: 'application/pdf', text: null, charset: null })
    expect(pdf.url).toMatch(/^https:\/\/saved-file\.invalid\/[0-9a-f]{64}\/$/)
    expect(read({ 'notes.md': '# Title\n\nwörds' })).toMatchObject({ kind: 'text', text: '# Title\n\nwörds' })
  })
})

describe('what is no page', () => {
  const code = (files: Record<string, string | Uint8Array>, maxBytes?: number) => {
    try {
      read(files, undefined, maxBytes)
      return 'read'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  test('is said', () => {
    expect(code({ 'page.html': '' })).toBe('file.empty')
    expect(code({ 'page.html': ' \n ' })).toBe('file.empty')
    expect(code({ 'a.bin': '', 'b.bin': '' })).toBe('file.empty')
    expect(code({ 'photo.png': png })).toBe('file.unreadable')
    expect(code({ 'paper.pdf': '%PDF-1.7\n%âã' })).toBe('file.unreadable')
    expect(code({ 'paper.pdf': 'not found' })).toBe('file.unreadable')
    expect(code({ 'book.epub': 'words' })).toBe('file.unreadable')
    expect(code({ 'a.css': 'p{}', 'b.js': 'let a' })).toBe('file.unreadable')
    expect(code({ 'old.webarchive': 'bplist00\u0001\u0002\u0000' })).toBe('file.unreadable')
    expect(code({ 'feed.xml': '<?xml version="1.0"?><rss version="2.0"></rss>' })).toBe('file.unreadable')
    expect(code({ 'page.html': page() }, 20)).toBe('file.too-large')
    expect(code({})).toBe('file.unreadable')
  })
})
