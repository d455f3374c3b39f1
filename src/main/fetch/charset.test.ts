import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from './charset.ts'

// Our own sentences, long enough for statistics and short as real teasers are.
const words = {
  ru: 'Сегодня мы поговорим о том, как устроен сборщик мусора и почему он иногда мешает работать. Это важно для всех, кто пишет программы.',
  uk: 'Сьогодні поговоримо про те, як працює збирач сміття і чому він іноді заважає. Це важливо для всіх, хто пише програми.',
  ja: 'これは日本語の文章です。プログラムの内部構造について説明します。関数の呼び出しとメモリの管理を見ていきましょう。',
  zh: '这是一篇关于编程语言内部结构的文章。我们将介绍函数调用和内存管理的基本原理，以及垃圾回收。',
  zhTw: '這是一篇關於程式語言內部結構的文章。我們將介紹函數調用和記憶體管理的基本原理，以及垃圾回收。',
  ko: '이것은 프로그래밍 언어의 내부 구조에 관한 글입니다. 함수 호출과 메모리 관리의 기본 원리를 소개합니다.',
  de: 'Über die Müllabfuhr im Gedächtnis: was wir heute wissen, und wäre es nur ein bißchen, das genügt für später – „gewiß“.',
  fr: 'L’été dernier, nous avons écrit « l’âme du système » – une série d’articles sur la mémoire et les œuvres, à relire.',
  pl: 'Dziś porozmawiamy o tym, jak działa odśmiecanie pamięci i dlaczego źdźbło trawy żółknie później niż łąka.',
  cs: 'Dnes si povíme, jak funguje správa paměti a proč někdy zpomaluje práci. Příliš žluťoučký kůň úpěl ďábelské ódy.',
  el: 'Αυτό είναι ένα κείμενο για τη δομή των γλωσσών προγραμματισμού και τη διαχείριση της μνήμης.',
  tr: 'Bugün bellek yönetiminin nasıl çalıştığını ve neden bazen işleri yavaşlattığını konuşacağız. Şimdi değiştirilmiş örnek.',
}
const page = (text: string, head = '', lang = '') =>
  `<!doctype html><html${lang ? ` lang="${lang}"` : ''}><head>${head}<title>${text.slice(0, 12)}</title><style>p{color:red}</style></head><body><script>var a="b";</script><p class="x">${text}</p></body></html>`
const encode = (text: string, charset: string) => new Uint8Array(iconv.encode(text, charset))

/** iconv-lite has no ISO-2022-JP: JIS X 0208 between escapes is EUC-JP without its high bits. */
function encodeIso2022Jp(text: string): Uint8Array {
  const out: number[] = []
  let wide = false
  for (const char of text) {
    const [a = 0, b] = iconv.encode(char, 'euc-jp')
    if ((b !== undefined) !== wide) {
      wide = b !== undefined
      out.push(0x1b, wide ? 0x24 : 0x28, 0x42)
    }
    out.push(...(b === undefined ? [a] : [a & 0x7f, b & 0x7f]))
  }
  return Uint8Array.from(out)
}

const legacy: [string, string][] = [
  [words.ru, 'windows-1251'],
  [words.ru, 'koi8-r'],
  [words.ru, 'iso-8859-5'],
  [words.ja, 'shift_jis'],
  [words.ja, 'euc-jp'],
  [words.zh, 'gb18030'],
  [words.zhTw, 'big5'],
  [words.ko, 'euc-kr'],
  [words.de, 'windows-1252'],
  [words.fr, 'windows-1252'],
]

describe('a charset that is declared', () => {
  test.each([...legacy, [words.el, 'windows-1253'], [words.tr, 'windows-1254'], [words.ru, 'ibm866'], [words.pl, 'iso-8859-2']])(
    'in the header, in a meta or in http-equiv is believed (%#: %s, %s)',
    (text, charset) => {
      const plain = decodeText(encode(page(text), charset), `text/html; charset="${charset.toUpperCase()}"`, 'html')
      expect(plain).toEqual({ text: page(text), charset, guessed: false })
      for (const head of [`<meta charset=${charset}>`, `<META content='text/html; charset=${charset}' HTTP-EQUIV="Content-Type">`]) {
        expect(decodeText(encode(page(text, head), charset), 'text/html', 'html')).toEqual({
          text: page(text, head),
          charset,
          guessed: false,
        })
      }
    },
  )

  test('by a label of another age is understood', () => {
    const bytes = encode(words.de, 'windows-1252')
    for (const label of ['latin1', 'ISO-8859-1', 'us-ascii', 'cp1252', 'x-cp1252', " 'iso8859-1' "]) {
      expect(decodeText(bytes, `text/plain;charset=${label}`, 'text')).toEqual({ text: words.de, charset: 'windows-1252', guessed: false })
    }
    expect(decodeText(encode(words.zh, 'gbk'), 'text/plain; charset=gb2312', 'text').text).toBe(words.zh)
    expect(decodeText(encode('똠방각하', 'cp949'), 'text/plain; charset=ks_c_5601-1987', 'text').text).toBe('똠방각하')
  })

  test('in an XML declaration counts for pages and feeds', () => {
    const feed = `<?xml version="1.0" encoding="koi8-r"?><rss><channel><title>${words.ru}</title></channel></rss>`
    expect(decodeText(encode(feed, 'koi8-r'), 'application/rss+xml', 'feed')).toEqual({ text: feed, charset: 'koi8-r', guessed: false })
  })

  test('counts where a script or a comment does not', () => {
    const head = `<!-- <meta charset="koi8-r"> --><meta name="description" content="charset=big5">${' '.repeat(3000)}<meta charset="windows-1251">`
    expect(decodeText(encode(page(words.ru, head), 'windows-1251'), null, 'html').charset).toBe('windows-1251')
  })

  test('in a plain text is only a text about charsets', () => {
    const text = `<meta charset="koi8-r"> ${words.de}`
    expect(decodeText(encode(text, 'utf-8'), 'text/plain', 'text').text).toBe(text)
  })

  test('that is unknown or dangerous is nobody’s word', () => {
    expect(decodeText(encode(words.fr, 'utf-8'), 'text/html; charset=nonsense', 'html')).toMatchObject({ charset: 'utf-8', guessed: true })
    expect(decodeText(encode('abc', 'utf-8'), 'text/html; charset=iso-2022-kr', 'html')).toMatchObject({ text: 'abc', charset: 'utf-8' })
  })
})

describe('a byte order mark', () => {
  test.each([
    ['utf-8', Buffer.from('\ufeffgrün', 'utf8')],
    ['utf-16le', Buffer.from('\ufeffgrün', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffgrün', 'utf16le').swap16()],
  ])('of %s goes before everything and is not text', (charset, bytes) => {
    expect(decodeText(bytes, 'text/html; charset=koi8-r', 'html')).toEqual({ text: 'grün', charset, guessed: false })
  })
})

describe('nobody says anything', () => {
  test.each([...legacy, [words.pl, 'iso-8859-2'], [words.cs, 'windows-1250'], [words.el, 'iso-8859-7']])(
    '%s is read as %s',
    (text, charset) => {
      expect(decodeText(encode(page(text), charset), 'text/html', 'html')).toEqual({ text: page(text), charset, guessed: true })
      expect(decodeText(encode(text, charset), null, 'text')).toEqual({ text, charset, guessed: true })
    },
  )

  test('ISO-2022-JP shows itself by its escapes', () => {
    expect(decodeText(encodeIso2022Jp(page(words.ja)), null, 'html')).toEqual({
      text: page(words.ja),
      charset: 'iso-2022-jp',
      guessed: true,
    })
  })

  test.each(['utf-16le', 'utf-16be'])('%s shows itself by its zeros, whatever its meta says', (charset) => {
    const text = page(words.de, '<meta charset="utf-8">')
    expect(decodeText(encode(text, charset), null, 'html')).toEqual({ text, charset, guessed: true })
    expect(decodeText(encode(page(words.ja), charset), null, 'html')).toMatchObject({ text: page(words.ja), charset })
    expect(decodeText(encode(text, charset), `text/html; charset=${charset}`, 'html')).toMatchObject({ guessed: false })
  })

  test('UTF-8 is known by being well-formed, even for one letter', () => {
    expect(decodeText(encode('a é b', 'utf-8'), null, 'html')).toEqual({ text: 'a é b', charset: 'utf-8', guessed: true })
    expect(decodeText(encode('plain', 'utf-8'), null, 'html')).toEqual({ text: 'plain', charset: 'utf-8', guessed: true })
    expect(decodeText(new Uint8Array(), null, 'html')).toEqual({ text: '', charset: 'utf-8', guessed: true })
  })

  test('the language of the page decides between neighbours', () => {
    const short = 'Příliš žluťoučký'
    expect(decodeText(encode(page(short, '', 'cs'), 'windows-1250'), null, 'html').text).toBe(page(short, '', 'cs'))
  })
})

describe('somebody is wrong', () => {
  const utf8 = (text: string) => encode(text, 'utf-8')

  test.each(['iso-8859-1', 'windows-1252', 'windows-1251', 'koi8-r', 'shift_jis', 'gbk', 'big5'])(
    'a header says %s over UTF-8',
    (charset) => {
      for (const text of [words.ru, words.ja]) {
        expect(decodeText(utf8(page(text)), `text/html; charset=${charset}`, 'html')).toEqual({
          text: page(text),
          charset: 'utf-8',
          guessed: true,
        })
      }
    },
  )

  test('a header says Latin-1, the meta and the bytes say otherwise', () => {
    for (const [text, charset] of [
      [words.ru, 'windows-1251'],
      [words.ja, 'shift_jis'],
      [words.ja, 'utf-8'],
    ] as const) {
      const html = page(text, `<meta charset="${charset}">`)
      expect(decodeText(encode(html, charset), 'text/html; charset=ISO-8859-1', 'html')).toEqual({ text: html, charset, guessed: false })
    }
  })

  test.each(legacy)('the meta says UTF-8 over something else (%#: %s, %s)', (text, charset) => {
    const html = page(text, '<meta charset="utf-8">')
    expect(decodeText(encode(html, charset), 'text/html', 'html')).toEqual({ text: html, charset, guessed: true })
  })

  test('the header says UTF-8, the meta and the bytes know better', () => {
    const html = page(words.ru, '<meta charset="koi8-r">')
    expect(decodeText(encode(html, 'koi8-r'), 'text/html; charset=utf-8', 'html')).toEqual({
      text: html,
      charset: 'koi8-r',
      guessed: false,
    })
  })

  test('one broken letter does not turn a UTF-8 page into another', () => {
    const bytes = Buffer.concat([utf8(page(words.ru)), Buffer.from([0xe9]), utf8('…')])
    expect(decodeText(bytes, 'text/html; charset=utf-8', 'html')).toMatchObject({
      text: `${page(words.ru)}\ufffd…`,
      charset: 'utf-8',
      guessed: false,
    })
    expect(decodeText(bytes, null, 'html')).toMatchObject({ charset: 'utf-8', guessed: true })
  })

  test('a short Chinese text that could be UTF-8 stays what it says it is', () => {
    // The four bytes of 联通 in GBK are well-formed UTF-8.
    expect(decodeText(encode('联通', 'gbk'), 'text/plain; charset=gbk', 'text')).toEqual({ text: '联通', charset: 'gbk', guessed: false })
  })

  test('the declared charset cannot read its own bytes', () => {
    const html = page(words.ja)
    expect(decodeText(encode(html, 'euc-jp'), 'text/html; charset=shift_jis', 'html')).toMatchObject({ text: html, charset: 'euc-jp' })
  })

  test('UTF-16 is said over ordinary bytes', () => {
    const html = page(words.de, '<meta charset="utf-16">')
    expect(decodeText(utf8(html), 'text/html', 'html').text).toBe(html)
  })
})

test('a large hostile page is read in linear time', () => {
  const metas = Buffer.from(`${'<meta '.repeat(20_000)}<meta ${'a'.repeat(200_000)} x="`)
  expect(decodeText(metas, null, 'html').charset).toBe('utf-8')
  const hostile = Buffer.concat([Buffer.from('<script'.repeat(300_000)), Buffer.from('<!--'.repeat(300_000)), Buffer.from([0xe9, 0x20])])
  expect(decodeText(hostile, null, 'html').charset).toBe('windows-1252')
})
