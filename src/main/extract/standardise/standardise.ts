// All that is done to a page before the article is looked for, in order, and all that is put back after it was found.

import type { Document, Element } from '../page-tree/page-tree.ts'
import { hideMisleadingNames, restoreIds } from './class-names.ts'
import { standardiseCode } from './code.ts'
import { type Embed, standardiseEmbeds } from './embeds.ts'
import { standardiseFigures } from './figures.ts'
import { type HeldNotes, holdFootnotes, putBackFootnotes } from './footnotes.ts'
import { standardiseHeadings } from './headings.ts'
import { type HeldImages, standardiseImages } from './images.ts'
import { type HeldFormulas, holdMaths, putBackMaths } from './maths.ts'
import { reveal } from './reveal.ts'
import { finishTables, markTables } from './tables.ts'

/** What is kept beside the document while Readability works on it. */
export type Held = {
  readonly formulas: HeldFormulas
  readonly images: HeldImages
  readonly notes: HeldNotes
  readonly embeds: readonly Embed[]
}

/** Standardises a freshly parsed document in place. `url` is the page's own address, `base` the one its links are relative to. */
export function standardise(document: Document, url: string, base: string, typesetsMaths: boolean): Held {
  reveal(document)
  const dress = undress(document)
  standardiseCode(document)
  standardiseHeadings(document)
  const formulas = holdMaths(document, typesetsMaths)
  const embeds = standardiseEmbeds(document, base)
  const images = standardiseImages(document, base)
  standardiseFigures(document)
  const notes = holdFootnotes(document, url)
  markTables(document)
  dress()
  hideMisleadingNames(document)
  return { formulas, images, notes, embeds }
}

/** Whatever the page as a whole calls itself (an editor, a formula, a caption), it is not replaced by one. Answers what gives it its attributes back. */
function undress(document: Document): () => void {
  const dressed = [document.documentElement, document.body]
    .filter((element) => element !== null)
    .map((element) => ({ element, attributes: element.attributes.splice(0) }))
  return () => {
    for (const { element, attributes } of dressed) element.attributes.push(...attributes)
  }
}

/** Puts back into the found article what was held, and takes our own marks off. */
export function finish(article: Element, held: Held): void {
  putBackFootnotes(article, held.notes)
  putBackMaths(article, held.formulas)
  finishTables(article)
  restoreIds(article)
}
