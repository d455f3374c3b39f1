// Asks axe about what is shown, in the window and inside the article's frame, in the themes asked for. What it found is answered in words.
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright'

type Found = { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }
type Axe = { run(context: unknown, options: unknown): Promise<{ readonly violations: readonly Found[] }> }
type WithAxe = { axe?: Axe; later?: (run: () => void, ms: number) => number; askedLast?: string }

const { source } = createRequire(import.meta.url)('axe-core') as { readonly source: string }
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Inside the article only what a page is by itself is left out: its heading of the first level, its landmarks and the way past them
 * stand in the window around it (title-block.tsx, reader-view.tsx).
 */
const askedOfTheWindow = ['page-has-heading-one', 'landmark-one-main', 'region', 'bypass'] as const

export const themes = ['light', 'sepia', 'grey', 'dark', 'black'] as const
export type Theme = (typeof themes)[number]

/** Every rule in the first theme; in the others the one that colours can break. Answers a line for every thing found. */
export async function askAxe(page: Page, inThemes: readonly Theme[]): Promise<readonly string[]> {
  const found: string[] = []
  const inFrame = page.frames().find((frame) => frame.parentFrame() !== null && frame.url().includes('/copy/'))
  // A copy that is still being read has no page for axe to look at.
  await inFrame?.waitForLoadState()
  const article = inFrame !== undefined && (await hasChanged(inFrame)) ? inFrame : undefined
  const before = await page.evaluate(() => document.documentElement.dataset.theme ?? '')
  for (const [at, theme] of inThemes.entries()) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    for (const frame of [page.mainFrame(), ...(article === undefined ? [] : [article])]) {
      const where = frame === article ? `${theme}, in the article` : theme
      for (const line of await askFrame(frame, frame === article, at === 0)) found.push(`${where}: ${line}`)
    }
  }
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, before)
  return found
}

/** Most of what opens lies over the article and leaves it alone: it is asked again when it is not what it was. */
function hasChanged(article: Frame): Promise<boolean> {
  return article.evaluate(() => {
    const here = window as unknown as WithAxe
    const now = document.body.outerHTML
    const changed = here.askedLast !== now
    here.askedLast = now
    return changed
  })
}

/** Axe that was brought while a frame changed its page holds on to the page before, and finds nothing in it: it is brought anew, once. */
async function askFrame(frame: Frame, inside: boolean, everything: boolean): Promise<readonly string[]> {
  try {
    return await askOnce(frame, inside, everything)
  } catch (error) {
    if (!String(error).includes('No elements found for include')) throw error
    await frame.waitForLoadState()
    await frame.evaluate(() => {
      delete (window as unknown as WithAxe).axe
    })
    return askOnce(frame, inside, everything)
  }
}

async function askOnce(frame: Frame, inside: boolean, everything: boolean): Promise<readonly string[]> {
  await bringAxe(frame, inside)
  return frame.evaluate(
    async ({ runOnly, rules }) => {
      const { axe } = window as unknown as WithAxe
      if (axe === undefined) throw new Error('axe is not here')
      const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ['violations'], iframes: false })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))
    },
    {
      runOnly: everything ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] },
      rules: inside && everything ? Object.fromEntries(askedOfTheWindow.map((id) => [id, { enabled: false }])) : {},
    },
  )
}

async function bringAxe(frame: Frame, inside: boolean): Promise<void> {
  if (await frame.evaluate(() => (window as unknown as WithAxe).axe !== undefined)) return
  if (inside) {
    // No script runs in the article, so no timer of its own does either: those of the window are lent to it.
    await frame.page().evaluate(() => {
      const lender = window as unknown as WithAxe
      lender.later = (run, ms) => window.setTimeout(() => run(), ms)
    })
    await frame.evaluate(() => {
      const { later } = window.parent as unknown as WithAxe
      if (later !== undefined) Object.defineProperty(window, 'setTimeout', { value: later })
    })
  }
  await frame.evaluate(source)
}
