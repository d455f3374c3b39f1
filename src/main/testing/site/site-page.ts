// What a page of the local website is, and the frame of noise that real sites put around an article.
import type { IncomingMessage, ServerResponse } from 'node:http'

export type SiteAnswer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Which validators go along, and are honoured with 304. */
  readonly validators?: 'etag' | 'last-modified'
}
export type Visit = {
  readonly path: string
  readonly query: URLSearchParams
  /** How often this path was asked for before, since the site was opened. */
  readonly visitsBefore: number
  readonly dripMs: number
  readonly request: IncomingMessage
  readonly response: ServerResponse
}
/** Answers a visit; null: it writes (or withholds) the answer itself. */
export type SiteHandler = (visit: Visit) => SiteAnswer | null
/** Path to page. Addresses inside pages are relative or begin with `/`, so the site works under any host name. */
export type SiteRoom = Readonly<Record<string, SiteAnswer | SiteHandler>>

export type PageParts = {
  readonly title: string
  readonly body: string
  readonly lang?: string
  /** More for the head, as HTML. */
  readonly head?: string
}

/** A whole page: header, navigation, the body as its main part, a sidebar and a footer that no reader wants to keep. */
export function sitePage({ title, body, lang = 'en', head = '' }: PageParts): SiteAnswer {
  return html(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | The Workbench</title>
<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/style.css"><link rel="alternate" type="application/atom+xml" href="/feed.atom">
<script src="/script.js"></script>${head}</head><body>
<header class="site-header"><a href="/">The Workbench</a><nav><ul><li><a href="/blog/">Blog</a></li><li><a href="/talks/">Talks</a></li><li><a href="/login">Sign in</a></li></ul></nav></header>
<main>${body}</main>
<aside class="sidebar"><h2>Popular this week</h2><ul><li><a href="/article/plain/">A plain page</a></li><li><a href="/fresh/">A fresh page</a></li></ul><form action="/trap/newsletter"><input name="mail"><button>Subscribe</button></form></aside>
<footer><p>Written at the workbench. No cookies were baked.</p><img src="/pictures/pixel.gif" width="1" height="1" alt=""></footer>
</body></html>`,
  )
}

/** Bytes or text as HTML in UTF-8. */
export function html(body: string | Uint8Array, status = 200): SiteAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

/** An answer that only points elsewhere. */
export function redirect(location: string, status = 301): SiteAnswer {
  return { status, headers: { location }, body: '' }
}

/** A few honest paragraphs about `subject`, so that a page is long enough to be an article. */
export function paragraphs(subject: string, count = 4): string {
  const written = [
    `This page is about ${subject}. It was written for readers who like to know how small things work, and it says so in plain sentences rather than in pictures of sentences.`,
    `Before anything else, take a sheet of paper and draw ${subject} the way you imagine it. Keep the drawing; at the end of the page you will want to correct it, and the corrections are what you learned.`,
    `Most explanations of ${subject} begin with the finished thing. We begin with the first version that worked, because its mistakes show which parts of the final one are there for a reason and which are habit.`,
    `The rest is practice. Read the page twice, close it, and explain ${subject} to somebody who did not ask; where you hesitate, open the page again, and where they yawn, leave a paragraph out.`,
    `Nothing here needs a fast machine. Every measurement was made on a laptop older than the language it was programmed in, and every number was measured three times with the window closed.`,
  ]
  return Array.from({ length: count }, (_, at) => `<p>${written[at % written.length]}</p>`).join('\n')
}
