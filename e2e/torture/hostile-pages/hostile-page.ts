// Pages to clean: vectors between the paragraphs of an honest article, and texts in every place where a page speaks of itself.
import { paragraphs } from '../../../src/main/testing/site/site-page.ts'
import { brew, type Vector } from './vector.ts'

/** Ends whatever a vector has left open, so that the next one stands where its author wants it. */
export const closers =
  '--></script></style></title></textarea></xmp></noscript></noembed></noframes></iframe></p></listing></comment></noscript></template></select></option>' +
  '</desc></title></foreignObject></mtext></mi></annotation-xml></svg></math></table></form></dialog></object></video></audio></a></b></i>'
/** Controls among the first bytes would make a page no page at all. */
const honestly = `<!-- ${'Nothing to be seen here. '.repeat(60)} -->`
const article = paragraphs('keeping strangers out of the kitchen', 5)

/** An article with these vectors in it, which says of itself that it stands at `address`. */
export function pageOf(vectors: readonly Vector[], address = 'http://127.0.0.1:9/blog/page'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An honest headline</title><link rel="canonical" href="${address}"></head><body><main><article><h1>An honest headline</h1>
${article}
${rawPartOf(vectors)}
<p>The last paragraph is as harmless as the first, and both belong to the article.</p></article></main></body></html>`
}

/** The vectors themselves, each after an honest line. Nothing ends a plain text: what holds one comes last. */
export function rawPartOf(vectors: readonly Vector[]): string {
  const swallows = ({ markup }: Vector): boolean => /<plaintext/i.test(markup)
  return vectors
    .toSorted((a, b) => Number(swallows(a)) - Number(swallows(b)))
    .map(({ markup }) => `<p>One more honest line.</p>${markup}${closers}`)
    .join('\n')
}

/** A page that says `text` wherever a page can say something of itself; `raw`: as it is, else as a careful author would have written it. */
export function pageSaying(text: string, number: number, raw: boolean): string {
  const said = brew(text, number)
  const t = raw ? said : escaped(said)
  const json = JSON.stringify(said).replaceAll('</', '<\\/').replaceAll('<!--', '<\\u0021--')
  const q = raw ? said.replaceAll('"', '&quot;') : t
  return `<!doctype html>${honestly}<html lang="${q}" dir="${q}"><head><meta charset="utf-8"><title>${t}</title>
<meta name="author" content="${q}"><meta name="description" content="${q}"><meta property="og:title" content="${q}"><meta property="og:site_name" content="${q}">
<meta property="og:description" content="${q}"><meta property="og:image" content="${q}"><meta property="og:url" content="${q}"><meta property="og:video" content="${q}">
<meta property="article:published_time" content="${q}"><meta property="article:section" content="${q}"><meta name="twitter:image" content="${q}"><meta name="twitter:player" content="${q}">
<meta name="citation_author" content="${q}"><meta name="application-name" content="${q}"><meta property="og:locale" content="${q}">
<link rel="canonical" href="${q}"><link rel="icon" href="${q}"><link rel="amphtml" href="${q}"><link rel="alternate" type="application/json+oembed" href="${q}" title="${q}">
<link rel="next" href="${q}"><link rel="alternate" type="application/rss+xml" href="${q}" title="${q}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":["Article","VideoObject"],"headline":${json},"name":${json},"author":[{"@type":"Person","name":${json}},${json}],
"publisher":{"@type":"Organization","name":${json},"logo":${json}},"description":${json},"image":${json},"url":${json},"mainEntityOfPage":${json},"datePublished":${json},"inLanguage":${json},
"embedUrl":${json},"contentUrl":${json},"thumbnailUrl":${json},"duration":${json},"keywords":${json},"isPartOf":{"@type":"CreativeWorkSeries","name":${json},"url":${json}},"__proto__":{"polluted":${json}},"transcript":${json}}</script>
</head><body><main><article itemscope><h1>${t}</h1><p class="byline">By <span class="author" rel="author" itemprop="author">${t}</span> <time datetime="${q}">${t}</time></p>
${article}
<h2 id="${q}">${t}</h2><p><a href="#${q}">${t}</a> <a href="${q}" title="${q}">${t}</a> <abbr title="${q}">${t}</abbr></p>
<figure><img src="${q}" alt="${q}" title="${q}" srcset="${q} 2x" data-src="${q}"><figcaption>${t}</figcaption></figure>
<pre><code class="language-${q}" data-lang="${q}">${t}</code></pre><table summary="${q}"><caption>${t}</caption><tr><th abbr="${q}" scope="${q}">${t}</th></tr><tr><td headers="${q}">${t}</td></tr></table>
<p>A note.<sup><a href="#fn:${q}" id="fnref:${q}">1</a></sup></p><ol class="footnotes"><li id="fn:${q}">${t} <a href="#fnref:${q}">↩</a></li></ol>
<blockquote cite="${q}">${t}</blockquote><p lang="${q}" dir="${q}">${t}</p><iframe src="https://www.youtube-nocookie.com/embed/x?${q}" title="${q}"></iframe>
<p><span class="math" data-latex="${q}">${t}</span> <math alttext="${q}"><mtext>${t}</mtext></math></p><svg width="300" height="200"><title>${t}</title><desc>${t}</desc><text y="20">${t}</text><rect id="${q}"/></svg>
<p>The last paragraph is as harmless as the first, and both belong to the article.</p></article></main></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
