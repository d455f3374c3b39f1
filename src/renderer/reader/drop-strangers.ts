// Before anything of ours reads a shown copy: what no copy holds is taken out of it. Cleaning has done that long ago; should it ever miss a form
// whose fields are named `parentNode` or `nextSibling`, a walk over the text would never end.

/** Elements that hand out their parts, or themselves, under names of the page's choosing. */
const strangers = 'form, object, embed, iframe, frameset, img[name]'

/** Takes them out. Asked of the prototypes, since the document's own functions may be somebody's picture by now. */
export function dropStrangers(frame: Document): void {
  for (const stranger of Document.prototype.querySelectorAll.call(frame, strangers)) Element.prototype.remove.call(stranger)
}
