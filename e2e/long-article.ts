// A long article in numbered paragraphs, and where one of them stands on the leaf: for journeys that ask whether a line stayed where it was.
import type { Page } from 'playwright/test'
import { type SiteAnswer, sitePage } from '../src/main/testing/site/site-page.ts'

export const longTitle = 'Letters from a lighthouse'

const sentence = (n: number) =>
  `Letter ${n} was written on an evening when the lamp needed no hand and the sea had little to say. ` +
  `In week ${n} the keeper counts the ships that pass, notes the colour of the sky, and mends what the wind has loosened. ` +
  'Nothing in it would be worth a stamp, were it not for the patience with which it is told, and for the one line that follows.'

/** `count` paragraphs; every tenth has a heading over it and a code block under it. `before`: put first, as HTML. */
export function longArticle(count: number, before = ''): SiteAnswer {
  const letters = Array.from({ length: count }, (_, index) => {
    const n = index + 1
    const heading = n % 10 === 1 ? `<h2 id="part-${n}">Part ${n}</h2>` : ''
    const code =
      n % 10 === 5
        ? `<pre><code class="language-python">def letter_${n}(ship):\n    return [light for light in ship.lights if light > ${n}]</code></pre>`
        : ''
    const link = n === 3 ? ` See <a href="#part-31">the letter about the gulls</a>.` : ''
    return `${heading}<p>${sentence(n)}${link}</p>${code}`
  })
  const body = `<article><h1>${longTitle}</h1><p class="byline">By <a rel="author" href="/about">Ida Example</a></p>${before}${letters.join('\n')}</article>`
  return sitePage({ title: longTitle, body })
}

type Letter = { readonly n: number; readonly at: number }

/** Scrolls the leaf until letter `n` of the paragraph `n` begins at its upper edge, as a wheel would. */
export async function scrollToLetter(page: Page, n: number): Promise<void> {
  await page.evaluate((n) => {
    const leaf = document.querySelector<HTMLElement>('main.leaf')
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const paragraph = [...(frame?.contentDocument?.querySelectorAll('p') ?? [])].find((p) => p.textContent?.startsWith(`Letter ${n} `))
    if (!leaf || !frame || !paragraph) throw new Error(`letter ${n} is not shown`)
    leaf.scrollTop += frame.getBoundingClientRect().top + paragraph.getBoundingClientRect().top - leaf.getBoundingClientRect().top + 35
  }, n)
}

/** The letter that begins the line at the upper edge of the leaf. */
export async function topLetter(page: Page): Promise<Letter> {
  return page.evaluate(() => {
    const leaf = document.querySelector<HTMLElement>('main.leaf')
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const inside = frame?.contentDocument
    const article = inside?.querySelector('article.article')
    if (!leaf || !frame || !inside || !article) return { n: 0, at: -1 }
    const y = leaf.getBoundingClientRect().top - frame.getBoundingClientRect().top
    const found = inside.caretPositionFromPoint(article.getBoundingClientRect().left + 3, y + 3)
    const paragraph = found?.offsetNode.parentElement?.closest('p')
    return { n: Number(/^Letter (\d+)/.exec(paragraph?.textContent ?? '')?.[1] ?? 0), at: found?.offset ?? -1 }
  })
}

/** How far below the leaf's upper edge the line with this letter begins, in CSS pixels. */
export async function distanceOf(page: Page, letter: Letter): Promise<number> {
  return page.evaluate(({ n, at }) => {
    const leaf = document.querySelector<HTMLElement>('main.leaf')
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const inside = frame?.contentDocument
    const paragraph = [...(inside?.querySelectorAll('p') ?? [])].find((p) => p.textContent?.startsWith(`Letter ${n} `))
    const text = paragraph?.firstChild
    if (!leaf || !frame || !inside || !text) return Number.NaN
    const range = inside.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const box = [...range.getClientRects()].at(-1)
    return Math.round((box?.top ?? Number.NaN) + frame.getBoundingClientRect().top - leaf.getBoundingClientRect().top)
  }, letter)
}
