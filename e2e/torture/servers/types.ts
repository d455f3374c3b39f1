// Servers that lie about what they send: wrong types, and charsets that are wrong, unknown or at war with each other.
import { samplePictures } from '../../../src/main/assets/sample-pictures.ts'
import { always, answer, article } from './answers.ts'
import type { CaseMaker, Ending } from './case.ts'

type Sent = readonly [name: string, type: string, body: string | Uint8Array, ends: readonly Ending[]]

const page = article('A page under a wrong name')
const kept: readonly Ending[] = ['complete']
const notHtml: readonly Ending[] = ['page.not-html']
const noArticle: readonly Ending[] = ['page.no-article', 'page.unreadable', 'page.too-large', 'page.not-html']
const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(300, 1)])
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(300)])

/** Pages that are much of one thing; `most` is how much. */
const heaps = (most: number): readonly Sent[] => [
  ['open brackets', 'text/html', '<'.repeat(most), [...noArticle, 'complete']],
  ['spaces', 'text/html', ' '.repeat(most), noArticle],
  ['zeros', 'text/html', Buffer.alloc(most), noArticle],
  ['elements', 'text/html', '<p>x'.repeat(most / 5), [...noArticle, 'complete']],
  ['ampersands', 'text/html', `<p>${'&'.repeat(most)}`, [...noArticle, 'complete']],
  ['one comment', 'text/html', `<!--${'-'.repeat(most)}`, noArticle],
  ['one attribute', 'text/html', `<p title="${'x'.repeat(most)}`, noArticle],
]

const sent: readonly Sent[] = [
  ['a picture as a page', 'text/html', samplePictures.png, kept],
  ['a page as a picture', 'image/png', page, kept],
  ['a page as a film', 'video/mp4', page, kept],
  ['a page as a script', 'application/octet-stream', page, kept],
  ['a page as a PDF', 'application/pdf', page, kept],
  ['a PDF as a page', 'text/html', '%PDF-1.7\nnothing behind it', ['complete', 'partial']],
  ['a zip as a page', 'text/html', zip, notHtml],
  ['a program as a page', 'text/html', program, notHtml],
  ['a program for Linux as a page', 'text/html', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(300)]), notHtml],
  ['a film as a page', 'text/html', Buffer.concat([Buffer.from('\0\0\0\x18ftypisom', 'latin1'), Buffer.alloc(300)]), notHtml],
  ['no type at all', '', page, kept],
  ['an empty type', ' ', page, kept],
  ['two types', 'text/html, image/png', page, kept],
  ['a type of nonsense', '/;;=,', page, kept],
  ['a very long type', `text/html; x=${'y'.repeat(20_000)}`, page, kept],
  ['a drawing as a page', 'text/html', samplePictures.svg, ['complete', ...noArticle]],
]

/** Its title has letters that a wrong reading spoils. */
const title = 'Crème brûlée – 世界'
const utf8 = article(title)
const latinTitle = 'Crème brûlée à la carte'
const latin = Buffer.from(article(latinTitle).replace('<meta charset="utf-8">', ''), 'latin1')
const bare = utf8.replace('<meta charset="utf-8">', '')
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(utf8, 'utf16le')])

type Written = readonly [name: string, type: string, body: string | Uint8Array, title: string | null]

const written: readonly Written[] = [
  ['UTF-8 that says Latin-1', 'text/html; charset=iso-8859-1', bare, title],
  ['Latin-1 that says UTF-8', 'text/html; charset=utf-8', latin, latinTitle],
  ['UTF-8 that says UTF-16', 'text/html; charset=utf-16', bare, title],
  ['UTF-16 that says UTF-8', 'text/html; charset=utf-8', utf16, title],
  [
    'a BOM against its header',
    'text/html; charset=windows-1251',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(bare)]),
    title,
  ],
  ['a meta against its header', 'text/html; charset=utf-8', utf8.replace('"utf-8"', '"koi8-r"'), title],
  [
    'two metas against each other',
    'text/html',
    utf8.replace('<meta charset="utf-8">', '<meta charset="big5"><meta charset="utf-8">'),
    null,
  ],
  ['a charset nobody knows', 'text/html; charset=x-klingon', bare, title],
  ['a charset of ten thousand letters', `text/html; charset=${'u'.repeat(10_000)}`, bare, title],
  ['UTF-7', 'text/html; charset=utf-7', article('+ADw-script+AD4-alert(1)+ADw-/script+AD4-').replace('<meta charset="utf-8">', ''), null],
  ['HZ', 'text/html; charset=hz-gb-2312', bare, null],
  ['ISO-2022-KR', 'text/html; charset=iso-2022-kr', bare, null],
  ['the charset that replaces all', 'text/html; charset=replacement', bare, null],
  ['EBCDIC', 'text/html; charset=ibm037', bare, null],
  ['broken UTF-8 through and through', 'text/html; charset=utf-8', Buffer.from(utf8.replaceAll('e', '\xc3\x28'), 'latin1'), null],
  ['half a letter at its end', 'text/html; charset=utf-8', Buffer.concat([Buffer.from(utf8), Buffer.from([0xe4, 0xb8])]), title],
]

export const typeCases: CaseMaker = async (world, { length }) => {
  const typed = [...sent, ...heaps(length === 'full' ? 4_800_000 : 200_000)].map(async ([name, type, body, ends], n) => {
    const origin = await world.host(`type-${n}.example`, always(answer(body, { 'content-type': type })))
    return { group: 'wrong types', name, link: `${origin}/`, ends }
  })
  const lettered = written.map(async ([name, type, body, wanted], n) => {
    const origin = await world.host(`charset-${n}.example`, always(answer(body, { 'content-type': type })))
    return {
      group: 'wrong charsets',
      name,
      link: `${origin}/`,
      ends: wanted === null ? (['complete', ...noArticle] as const) : kept,
      holds: (item: { readonly title: string }) =>
        wanted === null || item.title === wanted ? null : `its title became ${JSON.stringify(item.title)}`,
    }
  })
  return Promise.all([...typed, ...lettered])
}
