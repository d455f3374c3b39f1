import { expect, test } from 'vitest'
import { parsePage } from '../parse-page.ts'
import { cleanByline } from './byline.ts'
import { dateInWords, isoDate } from './dates.ts'
import { readLinkedData } from './json-ld.ts'
import { readMetaTags } from './meta-tags.ts'
import { readMetadata } from './metadata.ts'
import { withoutSite } from './title.ts'

const read = (html: string, url = 'https://towpath.example/a/b') => {
  const document = parsePage(html)
  return readMetadata(document, readLinkedData(document), readMetaTags(document), url, url)
}

test('a byline is names and nothing else', () => {
  expect(cleanByline('By Ada Brook', null)).toBe('Ada Brook')
  expect(cleanByline('By Reyan PerumalPublished on July 18, 2025', null)).toBe('Reyan Perumal')
  expect(cleanByline('Written by Ines Dahl | 3 June 2019', null)).toBe('Ines Dahl')
  expect(cleanByline('Von Karl Weiss, 14.03.2020', null)).toBe('Karl Weiss')
  expect(cleanByline('https://example.org/me', null)).toBeNull()
  expect(cleanByline('admin', null)).toBeNull()
})

test('dates are read in the forms people write them', () => {
  expect(dateInWords('Posted March 3rd, 2020 at noon')).toBe('2020-03-03')
  expect(dateInWords('am 14. März 2021')).toBe('2021-03-14')
  expect(dateInWords('14.3.2021')).toBe('2021-03-14')
  expect(dateInWords('2021年10月30日')).toBe('2021-10-30')
  expect(dateInWords('13/02/2019')).toBe('2019-02-13')
  expect(dateInWords('version 1.2.3 of 2020')).toBeNull()
  expect(isoDate('2020-02-30x')).toBeNull()
  expect(isoDate('2021-10-30T09:20:00+0200')).toBe('2021-10-30T09:20:00+02:00')
  expect(isoDate('1970-01-01')).toBeNull()
  expect(isoDate('1600000000')).toBe('2020-09-13T12:26:40.000Z')
})

test('a title loses its site, not its own words', () => {
  expect(withoutSite('Five walks - Towpath Diary', ['Towpath Diary'])).toBe('Five walks')
  expect(withoutSite('Towpath Diary | Five walks', ['Towpath Diary'])).toBe('Five walks')
  expect(withoutSite('Rust - a love story', ['Towpath Diary'])).toBe('Rust - a love story')
})

test('the head is read with the body: title, dates, canonical, pictures', () => {
  const found =
    read(`<html lang="en_GB"><title>Five walks | Towpath Diary</title><meta property="og:title" content="Five walks"><meta property="og:image" content="/i.jpg">
    <link rel="canonical" href="/a/b?x"><link rel="icon" sizes="16x16" href="/s.png"><link rel="icon" sizes="64x64" href="/m.png"><body><h1>Five walks</h1><abbr class="published" title="2020-09-20T05:48:00+00:00">x</abbr>`)
  expect(found).toMatchObject({
    title: 'Five walks',
    lang: 'en-GB',
    publishedTime: '2020-09-20T05:48:00+00:00',
    canonicalUrl: 'https://towpath.example/a/b?x',
    leadImages: ['https://towpath.example/i.jpg'],
  })
  expect(found.favicons[0]).toBe('https://towpath.example/m.png')
})

test('a canonical that leads away is not believed', () => {
  expect(read('<link rel="canonical" href="file:///x"><p>a').canonicalUrl).toBeNull()
  expect(read('<link rel="canonical" href="https://other.example/a/b"><p>a').canonicalUrl).toBeNull()
  expect(read('<link rel="canonical" href="/"><p>a').canonicalUrl).toBeNull()
})

test('broken JSON-LD is read as far as it makes sense', () => {
  const document = parsePage(
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A\nB",}</script><script type="application/ld+json">nonsense</script>',
  )
  expect(readLinkedData(document)).toEqual([{ '@type': 'NewsArticle', headline: 'A B' }])
})

test('a page tells the series it is a part of, and neither its magazine nor its site', () => {
  const part = (more: object) =>
    read(
      `<title>On beta</title><meta property="og:site_name" content="Letters"><script type="application/ld+json">${JSON.stringify({ '@type': 'Article', ...more })}</script>`,
    ).series
  expect(
    part({
      position: '2',
      isPartOf: [
        { '@type': 'WebSite', name: 'Other' },
        { '@type': 'CreativeWorkSeries', name: 'Greek evenings' },
      ],
    }),
  ).toEqual({
    title: 'Greek evenings',
    part: 2,
  })
  expect(part({ isPartOf: { '@type': 'Periodical', name: 'Evenings' } })).toBeNull()
  expect(part({ isPartOf: { '@type': 'CreativeWorkSeries', name: 'Letters' } })).toBeNull()
})
