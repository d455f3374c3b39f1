// The frame that is printed: the copy again, with a head of title, byline, address and date, and in print type. Its DOM is its own, so
// passages become marks there; what is on the screen is not touched.

import { Failure } from '../../../shared/failure.ts'
import type { Highlight } from '../../../shared/highlight.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import { hasOriginal } from '../../client/item-words.ts'
import { DoorClosed } from '../../client/transport.ts'
import { pageDate } from '../../design/amounts.ts'
import { dropStrangers } from '../drop-strangers.ts'
import { markPassages } from './mark-passages.ts'
import printCss from './print.css?url'

/** Longer than this no picture is waited for: it is on this machine, or it is missing. */
const patienceMs = 5_000

/** Longer than this the copy is not waited for: it comes from this machine, and nobody answers there. */
const loadingMs = 15_000

/**
 * Resolves when everything is there that will be. The frame is in the document, out of sight; whoever asked removes it. Without an article
 * nothing stays: throws cache.missing-blob when the copy's file cannot be shown, DoorClosed when nobody answers.
 */
export async function openPrintFrame(path: string, item: ItemSummary, highlights: readonly Highlight[]): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.title = `Print: ${item.title}`
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  // A print dialog is a modal one to the browser; scripts stay off as ever.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.referrerPolicy = 'no-referrer'
  const loaded = new Promise<void>((done, fail) => {
    frame.addEventListener('load', () => done(), { once: true })
    setTimeout(() => fail(new DoorClosed('gone')), loadingMs)
  })
  frame.src = path
  document.body.append(frame)
  try {
    await loaded
    await fill(frame, item, highlights)
  } catch (error) {
    frame.remove()
    throw error
  }
  return frame
}

async function fill(frame: HTMLIFrameElement, item: ItemSummary, highlights: readonly Highlight[]): Promise<void> {
  const inside = frame.contentDocument
  if (inside) dropStrangers(inside)
  const article = inside?.querySelector('article.article')
  if (!inside || !article) throw new Failure('cache.missing-blob')
  inside.documentElement.dataset.theme = 'light'
  inside.title = item.title
  const notes = markPassages(article, highlights)
  article.before(headOf(inside, item))
  if (notes !== null) article.after(notes)
  for (const fold of inside.querySelectorAll('details')) fold.open = true
  const pictures = [...inside.images].map((picture) => picture.decode().catch(() => undefined))
  await Promise.race([
    Promise.all([dressed(inside), ...pictures]).then(() => inside.fonts.ready),
    new Promise((done) => setTimeout(done, patienceMs)),
  ])
}

function dressed(inside: Document): Promise<unknown> {
  const link = inside.createElement('link')
  link.rel = 'stylesheet'
  link.href = new URL(printCss, document.baseURI).href
  const there = new Promise((done) => {
    link.onload = done
    link.onerror = done
  })
  inside.head.append(link)
  return there
}

function headOf(inside: Document, item: ItemSummary): Element {
  const head = inside.createElement('header')
  head.className = 'print-head'
  const title = inside.createElement('h1')
  title.dir = 'auto'
  title.textContent = item.title
  const by = inside.createElement('p')
  by.textContent = [item.byline, item.siteName ?? item.host, pageDate(item.publishedTime)]
    .filter((words) => words !== null && words !== '')
    .join(', ')
  head.append(title, by)
  if (hasOriginal(item)) {
    const address = inside.createElement('p')
    address.className = 'address'
    address.dir = 'ltr'
    address.textContent = item.url
    head.append(address)
  }
  return head
}
