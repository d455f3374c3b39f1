// Bytes that one reader takes for letters and another for markup: charsets that shift, bytes that swallow a quote, names that lie.

export type HostileBytes = { readonly name: string; readonly header: string | null; readonly bytes: Uint8Array }

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const honest = '<p>Bread needs flour, water and salt, and above all the time to become what it can be.</p>'.repeat(12)
const page = (charset: string, inside: string): string =>
  `<!doctype html><html><head>${charset === '' ? '' : `<meta charset="${charset}">`}<title>Bread</title></head><body><article><h1>Bread</h1>${honest}${inside}${honest}</article></body></html>`
const harm = '<img src=x onerror=top.carrelTrap(0)>'
const utf7 = '+ADw-script+AD4-top.carrelTrap(0)+ADw-/script+AD4-+ADw-img src+AD0-x onerror+AD0-top.carrelTrap(0)+AD4-'

/** A lead byte of a two-byte charset before the quote that ends an attribute: it takes the quote along. */
const swallowed = (lead: string): string =>
  `<p title="${lead}">x</p><p title=" onclick=top.carrelTrap(0) x=">x</p><a href="${lead}">x</a><a href=" onclick=top.carrelTrap(0)">x</a>`

const charsets =
  `utf-7 x-imap4-modified-utf7 utf-16 utf-16be utf-16le utf-32 utf-8 us-ascii x-user-defined x-mac-farsi iso-2022-jp iso-2022-kr iso-2022-cn hz-gb-2312
  shift_jis euc-jp euc-kr gbk gb18030 big5 windows-1252 ibm037 cp037 scsu bocu-1 cesu-8 replacement koi8-r`.split(/\s+/)

const inside: readonly (readonly [string, string])[] = [
  ['utf-7', utf7],
  ['a swallowed quote', `${swallowed('\x81')}${swallowed('\xe0')}${swallowed('\x8e')}`],
  [
    'escapes of ISO-2022-JP',
    `<p title="\x1b$B">x</p><p title="${harm}\x1b(B">x</p><p title="\x1b(J\\" onclick=top.carrelTrap(0)">x</p><i\x1b(Bmg src=x onerror=top.carrelTrap(0)>`,
  ],
  [
    'overlong brackets',
    '\xc0\xbcscript\xc0\xbetop.carrelTrap(0)\xc0\xbc/script\xc0\xbe\xe0\x80\xbcimg src=x onerror=top.carrelTrap(0)\xe0\x80\xbe',
  ],
  ['brackets of another page of signs', '\xbcscript\xbetop.carrelTrap(0)\xbc/script\xbe\xab\xbbimg\xfe\xff'],
  ['zeros between letters', `<\0s\0c\0r\0i\0p\0t\0>\0t\0o\0p\0.\0x\0<\0/\0s\0c\0r\0i\0p\0t\0>${harm.replaceAll('o', '\0o')}`],
  ['a shift of HZ', `<p title="~{">${harm}~}x</p><p title="~\n${harm}">x</p>`],
  ['marks of byte order in the middle', `\xff\xfe${harm}\xfe\xff${harm}\xef\xbb\xbf${harm}\x2b\x2f\x76\x38${utf7}`],
]

const wide = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

/** Every trick under every name, said by the page, by the server or by nobody; and whole pages in wide letters. */
export const hostileBytes: readonly HostileBytes[] = [
  ...charsets.flatMap((charset) =>
    inside.flatMap(([name, markup]): HostileBytes[] => [
      { name: `${name}, ${charset} says the page`, header: 'text/html', bytes: latin(page(charset, markup)) },
      { name: `${name}, ${charset} says the server`, header: `text/html; charset=${charset}`, bytes: latin(page('', markup)) },
    ]),
  ),
  ...inside.map(([name, markup]): HostileBytes => ({ name: `${name}, unnamed`, header: null, bytes: latin(page('', markup)) })),
  ...[true, false].flatMap((big) =>
    ['', 'utf-8', 'utf-7'].map(
      (charset): HostileBytes => ({
        name: `wide letters called ${charset || 'nothing'}`,
        header: null,
        bytes: wide(page(charset, `${harm}${utf7}`), big),
      }),
    ),
  ),
]
