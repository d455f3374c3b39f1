// How the made-up sites write their pages: an article with what surrounds it, and drawings in our own hand.

export type DeskArticle = {
  readonly title: string
  readonly author: string | null
  readonly site: string
  readonly published: string
  readonly intro: string
  /** HTML of what follows the first paragraph. */
  readonly body: string
  readonly lang?: string
  readonly dir?: 'rtl'
  readonly head?: string
}

export function deskPage({ title, author, site, published, intro, body, lang = 'en', dir, head = '' }: DeskArticle): string {
  const by = author === null ? '' : `<meta name="author" content="${author}">`
  return `<!doctype html><html lang="${lang}"${dir === undefined ? '' : ` dir="${dir}"`}><head><meta charset="utf-8"><title>${title} | ${site}</title>${by}
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">
<meta property="article:published_time" content="${published}T08:00:00Z"><meta name="description" content="${intro.replaceAll('"', '&quot;')}">${head}</head>
<body><header><a href="/">${site}</a><nav><a href="/about">About</a> <a href="/archive">Archive</a></nav></header>
<main><article><h1>${title}</h1><p>${intro}</p>
${body}</article></main><footer><p>${site}, since a while ago.</p></footer></body></html>`
}

export const p = (text: string) => `<p>${text}</p>\n`
export const h2 = (id: string, text: string) => `<h2 id="${id}">${text}</h2>\n`
export const code = (language: string, lines: readonly string[]) =>
  `<pre><code class="language-${language}">${lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}\n</code></pre>\n`
export const figure = (src: string, alt: string, caption: string, width = 720, height = 300) =>
  `<figure><img src="${src}" width="${width}" height="${height}" alt="${alt}"><figcaption>${caption}</figcaption></figure>\n`

/** A row of drawers with labels; the marked one is pulled out. */
export function drawersDrawing(labels: readonly string[], pulled: number): string {
  const width = 720 / labels.length
  const drawers = labels.map((label, at) => {
    const y = at === pulled ? 118 : 90
    return `<rect x="${at * width + 8}" y="${y}" width="${width - 16}" height="110" rx="6" fill="${at === pulled ? '#2f6f5b' : '#e7dcc4'}" stroke="#5b4a2f" stroke-width="2"/><text x="${at * width + width / 2}" y="${y + 62}" text-anchor="middle" font-family="Georgia, serif" font-size="20" fill="${at === pulled ? '#fff' : '#3b3020'}">${label}</text><circle cx="${at * width + width / 2}" cy="${y + 86}" r="6" fill="#b08a3c"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" width="720" height="300"><rect width="720" height="300" fill="#f6f1e4"/><rect x="0" y="70" width="720" height="8" fill="#5b4a2f"/><rect x="0" y="236" width="720" height="8" fill="#5b4a2f"/>${drawers.join('')}</svg>`
}

/** A stage from the last row: a slide with a drawing on it, a speaker, heads. */
export function stageDrawing(seed: number): string {
  const inks = ['#1f3d36', '#3a2f4c', '#44362a', '#20364a', '#3f2630']
  const heads = Array.from(
    { length: 11 },
    (_, at) => `<circle cx="${at * 62 + ((seed * 17) % 30)}" cy="${356 + ((at * seed * 7) % 14)}" r="30" fill="#12100e"/>`,
  )
  const slide = Array.from(
    { length: 5 },
    (_, at) => `<rect x="196" y="${92 + at * 26}" width="${90 + ((seed * 53 + at * 71) % 150)}" height="9" rx="4" fill="#6d6452"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"><rect width="640" height="360" fill="${inks[seed % inks.length]}"/><rect x="160" y="44" width="320" height="188" fill="#f1e9d6"/>${slide.join('')}<circle cx="430" cy="110" r="26" fill="none" stroke="#2f6f5b" stroke-width="6"/><circle cx="540" cy="226" r="17" fill="#c69272"/><path d="M514 320c0-44 10-72 26-72s26 28 26 72z" fill="#b08a3c"/>${heads.join('')}</svg>`
}
