import { describe, expect, test } from 'vitest'
import { isTextMime, sniffKind } from './page-kind.ts'

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'))
const sniff = (text: string, header: string | null = null, url = 'https://a.example/x') => sniffKind(bytes(text), header, url)
const box = (brand: string) => `\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mp41`

describe('what the bytes give away', () => {
  test.each([
    ['%PDF-1.7\n%\xe2\xe3', 'pdf', 'application/pdf'],
    ['\xef\xbb\xbf\n%PDF-1.4', 'pdf', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n\0\0', 'image', 'image/png'],
    ['\xff\xd8\xff\xe0\0', 'image', 'image/jpeg'],
    ['GIF89a\x01\0', 'image', 'image/gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'image', 'image/webp'],
    [box('avif'), 'image', 'image/avif'],
    [`\0\0\0\x18ftypmif1\0\0\0\0avifmif1`, 'image', 'image/avif'],
    [box('heic'), 'image', 'image/heic'],
    ['BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0\0', 'image', 'image/bmp'],
    ['\0\0\x01\0\x01\0', 'image', 'image/x-icon'],
    [box('isom'), 'video', 'video/mp4'],
    [box('M4A '), 'audio', 'audio/mp4'],
    [box('qt  '), 'video', 'video/quicktime'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01webm', 'video', 'video/webm'],
    ['OggS\0\x02', 'audio', 'audio/ogg'],
    ['OggS\0\x02\0\0\x80theora', 'video', 'video/ogg'],
    ['ID3\x03\0', 'audio', 'audio/mpeg'],
    ['\xff\xfb\x90\x64\0', 'audio', 'audio/mpeg'],
    ['fLaC\0', 'audio', 'audio/flac'],
    ['RIFF\x10\0\0\0WAVEfmt ', 'audio', 'audio/wav'],
    ['PK\x03\x04\x14\0\0\0', 'other', 'application/zip'],
    [`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/epub+zipPK`, 'other', 'application/epub+zip'],
    ['\x1f\x8b\x08\0', 'other', 'application/gzip'],
    ['wOF2\0\x01', 'other', 'font/woff2'],
    ['\x7fELF\x02\x01', 'other', 'application/x-executable'],
  ])('%j is %s, %s, whatever the header says', (head, kind, mime) => {
    for (const header of [null, 'application/octet-stream']) expect(sniff(head, header)).toEqual({ kind, mime })
    if (!mime.startsWith('audio/mpeg')) expect(sniff(head, 'text/html; charset=utf-8')).toEqual({ kind, mime })
  })
})

describe('markup', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
  test.each([
    ['<?xml version="1.0"?>\n<!-- c --><rss version="2.0">', 'feed', 'application/rss+xml'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', 'feed', 'application/atom+xml'],
    ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'feed', 'application/rdf+xml'],
    ['{"version": "https://jsonfeed.org/version/1.1"}', 'feed', 'application/feed+json'],
    [svg, 'image', 'image/svg+xml'],
    [`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY a "b">]>${svg}`, 'image', 'image/svg+xml'],
  ])('%j is %s', (text, kind, mime) => {
    for (const header of [null, 'text/xml', 'text/html', 'application/octet-stream']) expect(sniff(text, header)).toEqual({ kind, mime })
  })

  test.each([
    ['<!doctype html><title>x</title>', null],
    ['\n  <HTML><body>', 'application/octet-stream'],
    ['<!-- saved --><!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<html>', ''],
    ['<p>a fragment', null],
    ['\xef\xbb\xbf<html>', 'unknown/unknown'],
    ['just words', 'text/html'],
    ['', 'text/html'],
    ['<html><h1>404</h1>', 'image/png'],
    ['<!doctype html><title>Log in</title>', 'application/pdf'],
    ['<div>error</div>', 'video/mp4'],
    ['<!DOCTYPE html><html><svg></svg>', 'text/html'],
  ])('%j with header %s is a page', (text, header) => {
    expect(sniff(text, header)).toEqual({ kind: 'html', mime: 'text/html' })
  })

  test('XHTML is a page', () => {
    const xhtml = '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
    for (const header of ['application/xhtml+xml', 'application/xml'])
      expect(sniff(xhtml, header)).toEqual({ kind: 'html', mime: 'application/xhtml+xml' })
    expect(sniff(xhtml, 'text/html')).toEqual({ kind: 'html', mime: 'text/html' })
  })

  test('UTF-16 is read through', () => {
    const text = '<!doctype html><html><body>ja</body></html>'
    for (const bom of ['\ufeff', '']) expect(sniffKind(Buffer.from(bom + text, 'utf16le'), null, 'x').kind).toBe('html')
  })

  test('a drawing that begins with more comment than we read is still one', () => {
    expect(sniff(`<!-- ${'x'.repeat(9_000)} --><svg>`, 'image/svg+xml')).toEqual({ kind: 'image', mime: 'image/svg+xml' })
  })

  test('other XML is only a file', () => {
    expect(sniff('<?xml version="1.0"?><urlset>', 'application/xml')).toEqual({ kind: 'other', mime: 'application/xml' })
  })
})

describe('text', () => {
  test('stays text, even about HTML', () => {
    for (const text of ['Words about <b>HTML</b>', '<b>is a tag', '<!doctype html> is how a page begins, says this note.']) {
      expect(sniff(text, 'text/plain')).toEqual({ kind: 'text', mime: 'text/plain' })
    }
    expect(sniff('<!doctype html><html><body>source', 'text/plain', 'https://a.example/page.txt').kind).toBe('text')
    expect(sniff('<p>Markdown may begin like this', 'text/markdown')).toEqual({ kind: 'text', mime: 'text/markdown' })
  })

  test('that is a whole document whose server lost its type is a page', () => {
    expect(sniff('<!doctype html><html><head><title>x</title></head><body>', 'text/plain').kind).toBe('html')
  })

  test.each([
    ['# Title', null, 'https://a.example/README.md', 'text/markdown'],
    ['WEBVTT', 'application/octet-stream', 'https://a.example/talk.vtt', 'text/vtt'],
    ['{"a":1}', 'application/json', 'https://a.example/x', 'application/json'],
    ['a,b', 'text/csv; charset=utf-8', 'https://a.example/x', 'text/csv'],
    ['words', null, 'https://a.example/x', 'text/plain'],
    ['Not found', 'image/png', 'https://a.example/x.png', 'text/plain'],
  ])('%j with header %s is %s', (text, header, url, mime) => {
    expect(sniff(text, header, url)).toEqual({ kind: 'text', mime })
  })

  test('with a stray control byte is a page all the same, when it is said to be one and begins like one', () => {
    const page = bytes('<!doctype html><p>One bell:\u0007 and no more</p>')
    expect(sniffKind(page, 'text/html', 'https://x.test/')).toEqual({ kind: 'html', mime: 'text/html' })
    expect(sniffKind(page, 'application/octet-stream', 'https://x.test/').kind).toBe('other')
    expect(sniffKind(bytes('\u0000\u0001\u0002words'), 'text/html', 'https://x.test/').kind).toBe('other')
  })

  test('in legacy charsets is not taken for a binary file', () => {
    expect(sniffKind(Uint8Array.from([0x1b, 0x24, 0x42, 0x24, 0x33, 0x1b, 0x28, 0x42]), 'text/plain', 'x').kind).toBe('text')
    expect(sniff('\x82\xb1\x82\xea\x82\xcd', 'text/html').kind).toBe('html')
  })
})

describe('bytes nobody knows', () => {
  test.each([
    ['\0\x01\x02\x03\x04', null, 'other', 'application/octet-stream'],
    ['\0\x01\x02\x03\x04', 'text/html', 'other', 'application/octet-stream'],
    ['\0\x01\x02\x03\x04', 'text/plain', 'other', 'application/octet-stream'],
    ['\0\x01\x02\x03\x04', 'image/png', 'other', 'application/octet-stream'],
    ['\0\x01\x02\x03\x04', 'video/mp2t', 'video', 'video/mp2t'],
    ['\0\x01\x02\x03\x04', 'application/vnd.ms-thing', 'other', 'application/vnd.ms-thing'],
  ])('%j with header %s are %s', (text, header, kind, mime) => {
    expect(sniff(text, header)).toEqual({ kind, mime })
  })
})

test.each([
  ['text/plain', true],
  ['TEXT/HTML; charset=x', true],
  ['application/json', true],
  ['application/ld+json', true],
  ['image/svg+xml', false],
  ['application/atom+xml', true],
  ['application/pdf', false],
  ['image/png', false],
  ['', false],
])('isTextMime(%s) is %s', (mime, expected) => {
  expect(isTextMime(mime)).toBe(expected)
})

test('two-byte Greek without a byte order mark is a page when the header names its charset, and a file when nothing does', () => {
  const bytes = Buffer.from(`<html><title>Για την ανάγνωση</title><p>${'Όποιος διαβάζει νωρίς. '.repeat(80)}`, 'utf16le')
  expect(sniffKind(bytes, 'text/html; charset=utf-16le', 'https://a.example/')).toEqual({ kind: 'html', mime: 'text/html' })
  expect(sniffKind(bytes, 'application/octet-stream', 'https://a.example/').kind).toBe('other')
})
