// One article under many addresses, and pages that tell whether they have changed since one last asked.
import { drawPng } from './pictures.ts'
import { paragraphs, type SiteAnswer, type SiteRoom, sitePage } from './site-page.ts'

const article = (title: string, subject: string, head = '') =>
  sitePage({
    title,
    head,
    body: `<article><h1>${title}</h1>${paragraphs(subject, 6)}<p><img src="/pictures/ring.png" alt="A ring"></p></article>`,
  })

const plain = article(
  'A plain page',
  'pages that are what they seem',
  '<link rel="canonical" href="/article/plain/"><link rel="amphtml" href="/article/plain/amp/">',
)

/** An article whose pictures are many: for progress, cancelling and taking turns. */
const gallery: SiteAnswer = sitePage({
  title: 'Forty pictures',
  body: `<article><h1>Forty pictures</h1>${paragraphs('pictures that come one after another', 5)}${Array.from(
    { length: 40 },
    (_, n) => `<figure><img src="/gallery/${n}.png" alt="Picture ${n}"><figcaption>Picture ${n}.</figcaption></figure>`,
  ).join('')}</article>`,
})

export const sameRoom: SiteRoom = {
  // Any query is ignored, so `?utm_source=…` is the same page.
  '/article/plain/': plain,
  '/article/plain': plain,
  '/article/plain/index.html': plain,
  '/article/plain/amp/': article('A plain page', 'pages that are what they seem', '<link rel="canonical" href="/article/plain/">'),
  '/article/print': article('A page by number', 'pages that are told apart by a number alone'),
  '/fresh/': { ...article('A fresh page', 'pages that say when they changed'), validators: 'etag' },
  '/dated/': { ...article('A dated page', 'pages that carry a date'), validators: 'last-modified' },
  '/gallery/': gallery,
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `/gallery/${n}.png`,
      { headers: { 'content-type': 'image/png' }, body: drawPng(80, 60, 100 + n) },
    ]),
  ),
}
