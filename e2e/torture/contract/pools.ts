// What texts are filled with: links that lead nowhere but to this machine, words that have upset programs before, ids that are in the library.
import type { Chance } from '../random.ts'

export type Pools = {
  /** Ids of items, copies, highlights and jobs the library has now. */
  ids(): readonly string[]
  /** A text for the field of this name. */
  text(field: string, chance: Chance): string
}

const odd = [
  ...[
    '',
    ' ',
    'a',
    'Ring buffers',
    'ring',
    'kind:article -is:trash',
    '"unfinished',
    'tag:',
    '-',
    'OR OR',
    'NEAR(a b)',
    'a*',
    '"',
    "'",
    "'; DROP TABLE items; --",
    '%',
    '_',
    '\\',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{7*7}}',
    '../../etc/passwd',
    '..\\..\\x',
    'C:\\x',
    '/',
    '.',
    '..',
    'CON',
    'a\0b',
    '\0',
    '\u0001\u001b[2J',
  ],
  ...[
    '\ud800',
    '\udc00\ud800',
    'e\u0301',
    '\u00e9',
    '\u202egnp.exe',
    '\u200b',
    '\ufeff',
    '\ufffe',
    '👩‍👩‍👧‍👦',
    '日本語の題',
    'العربية',
    'ß',
    'İ',
    'ﬁ',
    '\u2028',
    '\r\n',
    '\t\t',
    'ａｂｃ',
    'Z̸͔͝',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'then',
    'null',
    'undefined',
    'NaN',
    '0',
    '-1',
    '1e999',
    'true',
    '[]',
    '{}',
    '[object Object]',
    'before:2020',
    'minutes:<',
    'after:9999-99-99',
  ],
  ...[
    '# Title\n\n- a\n- b\n',
    '==mark== [^1]\n\n[^1]: x',
    `${'a '.repeat(1_000)}`,
    '𝒳'.repeat(500),
    '('.repeat(900),
    '"a" '.repeat(300),
    '-x '.repeat(300),
  ],
]

export function poolsFor(site: string, ids: () => readonly string[]): Pools {
  // Nothing here leads beyond this machine, whatever a call does with it.
  const links = [
    ...[
      `${site}/blog/small-structures-1-ring-buffer/`,
      `${site}/blog/small-structures-2-code/`,
      `${site}/links`,
      `${site}/gone`,
      `${site}/files/notes.txt`,
      `${site}/files/paper.pdf`,
    ],
    ...[
      `${site}/blog/small-structures-1-ring-buffer/?utm_source=x#part`,
      `${site}/%00`,
      `${site}/${'a'.repeat(3_000)}`,
      'http://127.0.0.1:9/',
      'http://[::1]:9/x',
      'http://localhost:9/…',
    ],
    ...[
      'http://',
      'https://',
      'http:/x',
      'mailto:a@b.example',
      'ftp://127.0.0.1/',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'carrel://item/1',
      'about:blank',
      'not a link',
    ],
    ...[
      'http://127.0.0.1:99999/',
      'http://user:word@127.0.0.1:9/',
      'http://127.0.0.1:9/a b',
      '//127.0.0.1:9/x',
      'http://127.0.0.1:9/\u202e',
      'http://127.0.0.1:9/...',
      'HTTP://127.0.0.1:9',
      '\u0000http://127.0.0.1:9/',
    ],
  ]
  const files = [
    '<!doctype html><title>Kept</title><article><h1>Kept</h1><p>Words of mine.</p></article>',
    '',
    '%PDF-1.4',
    '\u0089PNG',
    'plain words',
  ].map((text) => Buffer.from(text).toString('base64'))
  const byField: Readonly<Record<string, readonly string[]>> = {
    links,
    chosen: links,
    url: links,
    urls: links,
    resolveVia: links,
    indexes: links,
    address: [...links, 'https://news.ycombinator.com/newest?id=1'],
    proxy: ['http://127.0.0.1:9', 'https://127.0.0.1:9/', 'socks5://127.0.0.1:9', '', 'x', 'http://', '127.0.0.1:9', '\0', 'file:///x'],
    base64: [...files, 'not base64', '====', 'QQ', '\ud800'],
    path: [
      'page.html',
      'a/page.html',
      '../page.html',
      '/etc/passwd',
      'C:\\page.html',
      'page.mhtml',
      'x.pdf',
      'notes.txt',
      'a\0.html',
      '.',
      'con.html',
      'page.html/x',
    ],
  }
  return {
    ids,
    text: (field, chance) => {
      const [own, all] = [byField[field], odd]
      if (own !== undefined) return chance.pick(own)
      return field === 'text' && chance.next() < 0.5
        ? Array.from({ length: 5 }, () => chance.pick([...links, ...all])).join(' ')
        : chance.pick(all)
    },
  }
}
