// Pages no author writes: nested 100,000 deep, megabytes of one thing, attributes as long as books. Each is a function, for each is large.

export type Monster = { readonly name: string; readonly page: (size: number) => string }

const prose = '<p>The kettle sang, and the tea was poured; nobody had asked for it, but everybody drank. </p>\n'.repeat(40)
const around = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A large kettle</title></head><body><article><h1>A large kettle</h1>${prose}${body}</article></body></html>`
const times = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('')

/** `count` of something, and what it takes to close it. */
const deep =
  (open: string, close = ''): Monster['page'] =>
  (count) =>
    around(`${open.repeat(count)}The bottom of it.${close.repeat(count)}`)
const reopened =
  (tag: (at: number) => string): Monster['page'] =>
  (count) =>
    around(times(count, (at) => `${tag(at)}<p>Words, and more. `))

/** Nested as often as `size` says. */
export const nested: readonly Monster[] = [
  { name: 'div', page: deep('<div>', '</div>') },
  { name: 'div never closed', page: deep('<div>') },
  { name: 'span', page: deep('<span>', '</span>') },
  { name: 'b', page: deep('<b>', '</b>') },
  { name: 'blockquote', page: deep('<blockquote><p>', '</blockquote>') },
  { name: 'table', page: deep('<table><tr><td>', '</td></tr></table>') },
  { name: 'table never closed', page: deep('<table>') },
  { name: 'lists', page: deep('<ul><li>') },
  { name: 'drawing', page: deep('<svg><g>') },
  { name: 'formula', page: deep('<math><mrow>') },
  { name: 'template', page: deep('<template>') },
  { name: 'select', page: deep('<select><option>') },
  { name: 'mixed', page: deep('<div><table><tr><td><b><i><blockquote><ul><li>') },
  { name: 'with a slash', page: deep('<section/>') },
  { name: 'closed in the wrong order', page: deep('<b><div></b><span><section></span>') },
  { name: 'links never closed', page: reopened((at) => `<a href="/${at}">`) },
  { name: 'formatting never closed', page: reopened((at) => `<font color="${at}">`) },
  { name: 'formatting closed late', page: (count) => around(`${'<b>'.repeat(100)}${'<p>Words, and more.</b></p>'.repeat(count)}`) },
  { name: 'braces of TeX', page: (count) => around(`<p>\\(${'{'.repeat(count)}x${'}'.repeat(count)}\\)</p>`) },
  { name: 'lists of JSON-LD', page: (count) => around(`<script type="application/ld+json">${'[{"a":'.repeat(count)}`) },
]

/** `size` bytes of one thing, more or less. */
export const large: readonly Monster[] = [
  { name: 'one text', page: (size) => around(`<p>${'tea and bread, '.repeat(size / 15)}</p>`) },
  { name: 'one line without a space', page: (size) => around(`<p>${'x'.repeat(size)}</p>`) },
  {
    name: 'paragraphs',
    page: (size) =>
      around(times(size / 90, (at) => `<p>Paragraph ${at} tells of a kettle that boiled, of tea, and of who drank it, at length.</p>\n`)),
  },
  {
    name: 'tables',
    page: (size) =>
      around(
        times(size / 110, (at) => `<table><tr><th>a</th><th>b</th></tr><tr><td>${at}</td><td>tea</td></tr></table><p>After it, words.</p>`),
      ),
  },
  { name: 'inline tags', page: (size) => around(`<p>${times(size / 50, (at) => `<b>tea ${at}</b> <i>and</i> <span>bread</span>, `)}</p>`) },
  {
    name: 'code',
    page: (size) => around(times(size / 70, (at) => `<p>Words, words.</p><pre><code>let pot = ${at}\nboil(pot)</code></pre>`)),
  },
  { name: 'breaks', page: (size) => around(`<div>${'a line of text<br>\n'.repeat(size / 19)}</div>`) },
  {
    name: 'links',
    page: (size) => around(`<ul>${times(size / 60, (at) => `<li><a href="/pot/${at}">The story of pot ${at}</a></li>`)}</ul>`),
  },
  { name: 'entities', page: (size) => around(`<p>${'&eacute;'.repeat(size / 8)}</p>`) },
  {
    name: 'a picture in its address',
    page: (size) => around(`<p><img alt="" src="data:image/png;base64,${'iVBORw0K'.repeat(size / 8)}"></p>`),
  },
  { name: 'a style sheet', page: (size) => around(`<style>.a{background:url(data:font/woff;base64,${'AAAA'.repeat(size / 4)})}</style>`) },
  { name: 'a script', page: (size) => around(`<script>var a="${'<p>'.repeat(size / 3)}"</script>`) },
  { name: 'a comment', page: (size) => around(`<!--${'<p>'.repeat(size / 3)}-->`) },
  { name: 'one attribute', page: (size) => around(`<p title="${'tea '.repeat(size / 4)}">Words, and more.</p>`) },
  {
    name: 'one address',
    page: (size) => around(`<p><a href="/${'q'.repeat(size)}">There</a> <img src="/${'r'.repeat(1_000)}.png" alt=""></p>`),
  },
  { name: 'one class', page: (size) => around(`<p class="${'a:b '.repeat(size / 4)}">Words, and more.</p>`) },
  { name: 'one list of pictures', page: (size) => around(`<img alt="" srcset="${times(size / 18, (at) => `/p${at}.png ${at}w, `)}">`) },
  { name: 'attributes', page: (size) => around(`<p ${times(Math.min(size / 10, 20_000), (at) => `a${at}="1" `)}>Words, and more.</p>`) },
  { name: 'signs of less', page: (size) => around(`<p>${'<'.repeat(size)}</p>`) },
  { name: 'dollars', page: (size) => around(`<p>${'$x_'.repeat(size / 3)}</p>`) },
  { name: 'white space', page: (size) => around(`<p>a${' '.repeat(size)}b</p>`) },
]
