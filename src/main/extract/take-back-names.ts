// The DOM hands a page's pictures, frames and form controls out under their names, before its own properties: after `<img name="body">`
// `document.body` is that picture, and a form with `<input name="nextElementSibling">` never ends. So those names go, before anybody asks.
import type { PageWindow } from './parse-page.ts'

/** Takes from a freshly parsed document the names that stand in the way of its properties. Words, pictures and places stay as they are. */
export function takeBackNames(document: Document, { Document, Element, HTMLFormElement }: PageWindow): void {
  // Asked of the prototypes: the document's own `getElementsByTagName` may be one of the page's pictures by now.
  const named = (name: string): HTMLCollectionOf<Element> => Document.prototype.getElementsByTagName.call(document, name)
  const take = (element: Element, attribute: string): void => Element.prototype.removeAttribute.call(element, attribute)
  const controlsOf = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements')?.get
  const ofTheDom = (name: string): boolean => name in Document.prototype || name in HTMLFormElement.prototype || name === 'readability'

  const forms = [...named('form')]
  for (const form of forms) {
    const controls: Iterable<Element> = controlsOf?.call(form)
    for (const control of [...controls]) {
      take(control, 'name')
      take(control, 'id')
    }
  }
  for (const place of [...forms, ...named('embed'), ...named('iframe'), ...named('object')]) {
    take(place, 'name')
    if (place.localName === 'object') take(place, 'id')
  }
  for (const picture of [...named('img')]) {
    take(picture, 'name')
    // Whole pages stand in a form, and text leads to their pictures.
    if (forms.length > 0 && ofTheDom(picture.id)) take(picture, 'id')
  }
}
