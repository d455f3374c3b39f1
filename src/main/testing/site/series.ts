// The series "Small structures": thirteen pages, the tag page that lists them newest first, the blog's front and its feed.
// Part 1 begins like parts 10 to 13, in address and in title; whoever compares beginnings mixes them up.
import { earlyParts } from './series-early-parts.ts'
import { lateParts } from './series-late-parts.ts'
import type { SeriesPart } from './series-part.ts'
import { paragraphs, type SiteAnswer, type SiteRoom, sitePage } from './site-page.ts'

const seriesParts: readonly SeriesPart[] = [...earlyParts, ...lateParts]

/** Path of part `n`, counted from 1. */
export function seriesPath(n: number): string {
  return `/blog/small-structures-${n}-${seriesParts[n - 1]?.slug ?? 'unknown'}/`
}

/** Title of part `n` as its page says it. */
export function seriesTitle(n: number): string {
  return `Small structures, part ${n}: ${seriesParts[n - 1]?.name ?? 'unknown'}`
}

function partPage(part: SeriesPart, at: number): SiteAnswer {
  const n = at + 1
  const title = seriesTitle(n)
  const sections = part.sections.map(([anchor, heading, html]) => `<h2 id="${anchor}">${heading}</h2>\n${html}`).join('\n')
  const link = (to: number, rel: string) =>
    seriesParts[to - 1] === undefined ? '' : `<a rel="${rel}" href="..${seriesPath(to).slice('/blog'.length)}">${seriesTitle(to)}</a>`
  return sitePage({
    title,
    head:
      `<meta name="author" content="Ida Example"><meta property="article:published_time" content="${part.published}T08:00:00Z">` +
      `<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="The Workbench">` +
      `<meta property="og:image" content="/pictures/lead.png"><meta name="description" content="${part.intro}"><link rel="canonical" href="${seriesPath(n)}">`,
    body:
      `<article class="post"><h1>${title}</h1><p class="byline">By <a rel="author" href="/about">Ida Example</a>, <time datetime="${part.published}">${part.published}</time></p>\n` +
      `<p>${part.intro}</p>\n${sections}\n<p>Try it before you believe it: the shortest program that uses ${part.name.toLowerCase()} fits on this page, and the second shortest is the one you will write.</p></article>` +
      `<nav class="series-nav">${link(n - 1, 'prev')} ${link(n + 1, 'next')}</nav><p class="tags">Tagged <a rel="tag" href="/tag/small-structures/">small structures</a></p>`,
  })
}

const newestFirst = seriesParts.map((part, at) => ({ part, n: at + 1 })).reverse()

const tagPage = sitePage({
  title: 'Posts tagged small structures',
  body: `<h1>Tagged: small structures</h1><ul class="post-list">${newestFirst
    .map(({ part, n }) => `<li><a href="${seriesPath(n)}">${seriesTitle(n)}</a> <time>${part.published}</time></li>`)
    .join('\n')}</ul>`,
})

const feed =
  '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>The Workbench</title><id>urn:carrel:workbench</id>' +
  `<updated>2025-06-24T08:00:00Z</updated><link rel="self" href="/feed.atom"/>${newestFirst
    .map(
      ({ part, n }) =>
        `<entry><title>${seriesTitle(n)}</title><id>urn:carrel:workbench:${n}</id><link href="${seriesPath(n)}"/>` +
        `<updated>${part.published}T08:00:00Z</updated><author><name>Ida Example</name></author><summary>${part.intro.replaceAll('"', '&quot;')}</summary></entry>`,
    )
    .join('\n')}</feed>`

const teasers = newestFirst
  .slice(0, 8)
  .map(({ part, n }) => `<section class="teaser"><h2><a href="${seriesPath(n)}">${seriesTitle(n)}</a></h2><p>${part.intro}</p></section>`)
  .join('\n')

export const seriesRoom: SiteRoom = {
  '/': sitePage({
    title: 'The Workbench',
    body: `<h1>The Workbench</h1>${teasers}<p><a href="/tag/small-structures/">All thirteen</a></p>`,
  }),
  '/blog/': sitePage({ title: 'Blog', body: `<h1>Blog</h1>${teasers}` }),
  '/tag/small-structures/': tagPage,
  '/feed.atom': { headers: { 'content-type': 'application/atom+xml; charset=utf-8' }, body: feed },
  '/about': sitePage({ title: 'About', body: `<article><h1>About</h1>${paragraphs('the workbench and who sits at it')}</article>` }),
  ...Object.fromEntries(seriesParts.map((part, at) => [seriesPath(at + 1), partPage(part, at)])),
}
