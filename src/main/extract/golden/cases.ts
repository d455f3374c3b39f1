// The golden pages: real structures in our own words, and the address each is read at.
import { readdirSync, readFileSync } from 'node:fs'
import { Failure } from '../../../shared/failure.ts'
import { extractPage } from '../extract-page.ts'

const folder = new URL('./', import.meta.url)
const addresses: Readonly<Record<string, string>> = {
  'pelican-series-part': 'https://kettle.example/blog/inside-the-kettle-4/',
  listing: 'https://kettle.example/tag/kettle/',
  'repository-readme': 'https://github.com/lanternworks/wick',
  'conference-talk': 'https://lantern.example/talks/7',
  'wordpress-lazy': 'https://towpath.example/five-walks/',
}

export const goldenSlugs: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

export function goldenUrl(slug: string): string {
  return addresses[slug] ?? `https://${slug}.example/notes/one.html`
}

export function goldenFile(slug: string, name: 'page.html' | 'article.html' | 'article.json'): URL {
  return new URL(`${slug}/${name}`, folder)
}

/** What the page becomes now: its article, and everything else of the draft; or the failure it ends in. */
export function goldenResult(slug: string): { readonly html: string; readonly json: string } {
  const page = readFileSync(goldenFile(slug, 'page.html'), 'utf8')
  try {
    const { html, ...rest } = extractPage(page, goldenUrl(slug))
    return { html: `${html.trim()}\n`, json: `${JSON.stringify(rest, null, 2)}\n` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { html: '', json: `${JSON.stringify({ failure: error.toValue() }, null, 2)}\n` }
  }
}
