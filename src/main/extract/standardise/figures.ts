// Pictures with words under them become <figure> with <figcaption>, whichever plugin wrote them.
import { allElements, elementsOf, hasClass, isInside, rename, textLength } from '../dom-walk.ts'
import type { Document } from '../page-tree/page-tree.ts'

const captionBoxes =
  /(?:^|\s)(?:wp-caption|image-caption-wrapper|captioned-image-container|image-with-caption|caption-wrapper|media-with-caption)(?:\s|$)/i
const captions =
  /(?:^|\s)(?:wp-caption-text|caption|image-caption|figure-caption|photo-caption|imgcaption|caption-text|gallery-caption|wp-element-caption|legend)(?:\s|$)/i
const captionTags = ['p', 'div', 'span', 'dd', 'em', 'small']

/** Standardises all figures of the document in place. */
export function standardiseFigures(document: Document): void {
  for (const box of allElements(document)) {
    if (!hasClass(box, captionBoxes) || box.localName === 'figure' || box.localName === 'img' || isInside(box, 'figure')) continue
    if (elementsOf(box, 'img').length === 0 || elementsOf(box, 'figure').length > 0) continue
    rename(box, 'figure').removeAttribute('class')
  }
  for (const figure of elementsOf(document, 'figure')) {
    if (elementsOf(figure, 'figcaption').length > 0 || elementsOf(figure, 'img', 'picture', 'video', 'iframe', 'table').length === 0)
      continue
    const caption = elementsOf(figure, ...captionTags).find(
      (element) => hasClass(element, captions) && textLength(element) > 0 && elementsOf(element, 'img').length === 0,
    )
    if (caption !== undefined) rename(caption, 'figcaption').removeAttribute('class')
  }
  // A caption's class often holds a word that Readability throws away ("media", "meta", "credit").
  for (const caption of elementsOf(document, 'figcaption')) caption.removeAttribute('class')
}
