// The title as its author wrote it: the page's own headline when head and body agree on one, else the head's without the site's name.
import { elementsOf, plainWords } from '../dom-walk.ts'
import type { Document } from '../page-tree/page-tree.ts'

const separators = /\s+[|»«·•/\\›>–—:-]\s+|\s*[|»]\s*|\s+::\s+/g

export type TitleSources = {
  readonly headline: string | null
  readonly openGraph: string | null
  readonly siteName: string | null
  readonly host: string
}

export function readTitle(document: Document, sources: TitleSources): string | null {
  const head = plainTitle(document)
  const site = [sources.siteName, ...hostNames(sources.host)].filter((name) => name !== null)
  const cleaned = [sources.headline, sources.openGraph, head].map((title) => (title === null ? null : withoutSite(title, site)))
  const [headline = null, openGraph = null, own = null] = cleaned
  const said = [headline, openGraph, own].filter((title) => title !== null)
  const headings = elementsOf(document, 'h1')
    .filter((heading) => heading.getElementsByTagName('h1').length === 0)
    .map((heading) => plainWords(heading).replace(/\s*[¶#§🔗]+$/u, ''))
    .filter((text) => text !== '' && text.length < 300)
  const exact = headings.find((heading) => said.some((title) => same(title, heading)))
  if (exact !== undefined) return exact
  const within = headings.find(
    (heading) =>
      heading.length > (/[\u3040-\u9fff]/.test(heading) ? 3 : 8) &&
      !site.some((name) => same(name, heading)) &&
      said.some((title) => letters(title).startsWith(letters(heading)) || letters(head ?? '').includes(letters(heading))),
  )
  if (within !== undefined) return within
  const around = headings.find((heading) =>
    said.some((title) => title.split(' ').length > 2 && letters(heading).startsWith(letters(title))),
  )
  if (around !== undefined && around.length < 200) return around
  const only = headings.length === 1 ? (headings[0] ?? null) : null
  return headline ?? openGraph ?? (own !== null && own.length > 2 ? own : null) ?? only
}

function plainTitle(document: Document): string | null {
  const title = elementsOf(document, 'title').find((element) => element.namespaceURI === 'http://www.w3.org/1999/xhtml')
  return title === undefined ? null : plainWords(title) || null
}

/** Cuts the site's name off either end; between bars, also an unknown short last part behind a long first one. */
export function withoutSite(title: string, site: readonly string[]): string {
  const cuts = [...title.matchAll(separators)]
  const last = cuts.at(-1)
  const first = cuts[0]
  if (last === undefined || first === undefined) return title.trim()
  const before = title.slice(0, last.index).trim()
  const after = title.slice(last.index + last[0].length).trim()
  if (before !== '' && site.some((name) => isSite(after, name))) return withoutSite(before, site)
  const lead = title.slice(0, first.index).trim()
  const rest = title.slice(first.index + first[0].length).trim()
  if (rest !== '' && site.some((name) => same(lead, name))) return rest
  const words = (text: string): number => text.split(/\s+/).length
  if (/[|»«·•]/.test(last[0]) && words(before) >= 3 && words(after) <= 5 && before.length > after.length) return withoutSite(before, site)
  return title.trim()
}

function isSite(part: string, name: string): boolean {
  const [a, b] = [letters(part), letters(name)]
  return a !== '' && b !== '' && (a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b))))
}

function same(a: string, b: string): boolean {
  return letters(a) !== '' && letters(a) === letters(b)
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** `blog.example.co.uk`: "blog.example.co.uk", "example.co.uk", "example". */
function hostNames(host: string): string[] {
  const labels = host.replace(/^www\./, '').split('.')
  const main = labels
    .filter((label) => label.length > 3 && !['blog', 'docs', 'news', 'github', 'medium', 'substack'].includes(label))
    .at(labels.length > 2 ? -2 : 0)
  return [
    labels.join('.'),
    labels.slice(-2).join('.'),
    ...(main === undefined ? [] : [main]),
    ...(labels.length >= 2 ? [labels.at(-2) ?? ''] : []),
  ].filter((name) => name.length > 3)
}
