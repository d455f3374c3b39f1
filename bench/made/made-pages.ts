// A corpus of our own making, for whoever has no folder of real pages: articles with code, pictures, tables and the furniture around them.
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf } from '../figures.ts'
import { madeWords } from './made-words.ts'

/** Raised when what is made changes: an older folder is not used again. */
const version = 1

/** The folder of `count` made pages, in the form of a corpus (`index.ndjson`, `html/`); made once, in the system's own place for such things. */
export async function madePages(count: number): Promise<string> {
  const folder = join(tmpdir(), `carrel-bench-pages-${version}-${count}`)
  if (existsSync(folder)) return folder
  const beside = `${folder}-${process.pid}`
  await mkdir(join(beside, 'html'), { recursive: true })
  const lines: string[] = []
  for (let n = 0; n < count; n += 1) {
    const file = `html/page-${n}.html`
    await writeFile(join(beside, file), madePage(n))
    lines.push(JSON.stringify({ id: `made/${n}`, url: `https://site-${n % 97}.carrel-bench.org/notes/${n}.html`, file }))
  }
  await writeFile(join(beside, 'index.ndjson'), `${lines.join('\n')}\n`)
  await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }))
  return folder
}

/** One page; most are of usual size, some very long, as on the web. */
export function madePage(n: number): string {
  const chance = chanceOf(n + 1)
  const words = madeWords(n + 1)
  const title = words.sentence(6)
  const sections = Math.ceil(2 + 8 * chance() ** 2 + (n % 25 === 0 ? 60 : 0))
  const items = (count: number, of: () => string) => Array.from({ length: count }, of).join('\n')
  const menu = items(
    40 + Math.floor(chance() * 120),
    () => `<li class="menu-item"><a href="/${words.word()}/">${words.word()} ${words.word()}</a></li>`,
  )
  const article = items(sections, () => section(words, chance, n))
  const scripts = items(6, () => `<script>window.q=(window.q||[]).concat(${JSON.stringify(words.text(400))})</script>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${words.word()}</title>
<meta name="author" content="A. ${words.word()}"><meta property="og:title" content="${title}"><meta property="article:published_time" content="2024-03-0${(n % 9) + 1}">
<style>${items(60, () => `.${words.word()} > .${words.word()} { margin: 0 1px; color: #333 }`)}</style>${scripts}</head>
<body><header><nav><ul>${menu}</ul></nav></header><main><article><h1>${title}</h1>${article}</article>
<aside><h2>More</h2>${items(12, () => `<div class="card"><a href="/${words.word()}"><img src="/thumb/${words.word()}.png" alt=""><span>${words.sentence(7)}</span></a></div>`)}</aside></main>
<footer><p>${words.sentence(9)}</p><ul>${menu}</ul></footer></body></html>`
}

function section(words: ReturnType<typeof madeWords>, chance: () => number, n: number): string {
  const paragraphs = Array.from(
    { length: 3 + Math.floor(chance() * 4) },
    () =>
      `<p>${words.text(50 + Math.floor(chance() * 60))} <a href="https://site-${n % 31}.carrel-bench.org/${words.word()}">${words.word()}</a> <em>${words.word()}</em>.</p>`,
  )
  const code =
    chance() < 0.4
      ? `<pre><code class="language-python">${Array.from({ length: 12 }, (_, line) => `${'    '.repeat(line % 3)}${words.word()} = ${words.word()}(${line}, &quot;${words.word()}&quot;)`).join('\n')}</code></pre>`
      : ''
  const picture =
    chance() < 0.5
      ? `<figure><img src="/pictures/${words.word()}-${n}.png" width="320" height="200" alt="${words.word()}"><figcaption>${words.sentence(6)}</figcaption></figure>`
      : ''
  const table =
    chance() < 0.15
      ? `<table><thead><tr><th>${words.word()}</th><th>${words.word()}</th></tr></thead><tbody>${Array.from({ length: 6 }, () => `<tr><td>${words.word()}</td><td>${Math.floor(chance() * 900)}</td></tr>`).join('')}</tbody></table>`
      : ''
  return `<section><h2>${words.sentence(4)}</h2>${paragraphs.join('\n')}${code}${picture}${table}</section>`
}
