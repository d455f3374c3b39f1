// The <meta> elements of a page by lower-case name, property or itemprop.
import { elementsOf } from '../dom-walk.ts'
import type { Document } from '../page-tree/page-tree.ts'
import { decodeEntities } from './json-ld.ts'

export type MetaTags = {
  /** The first non-empty value of the first of these names that has one. */
  first(...names: readonly string[]): string | null
  all(name: string): readonly string[]
}

export function readMetaTags(document: Document): MetaTags {
  const values = new Map<string, string[]>()
  for (const meta of elementsOf(document, 'meta')) {
    const content = decodeEntities(meta.getAttribute('content') ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    if (content === '') continue
    const names = `${meta.getAttribute('name') ?? ''} ${meta.getAttribute('property') ?? ''} ${meta.getAttribute('itemprop') ?? ''}`
    for (const name of names.toLowerCase().split(/\s+/)) if (name !== '') values.set(name, [...(values.get(name) ?? []), content])
  }
  return {
    first: (...names) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined) ?? null,
    all: (name) => values.get(name) ?? [],
  }
}
