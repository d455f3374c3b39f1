// Goes to a place in the article at once, and shows for a moment where it is.

/** Room above the target, so that it does not stick to the bar. */
const roomPx = 24

export function scrollToAnchor(leaf: HTMLElement, frame: HTMLIFrameElement, target: Element): void {
  // A folded part of the page is opened first: what is not laid out has no place.
  for (let fold = target.closest('details:not([open])'); fold !== null; fold = fold.closest('details:not([open])'))
    fold.setAttribute('open', '')
  // What stays at the leaf's upper edge, as the player of a talk does, lies over what is under it.
  const stays = leaf.querySelector<HTMLElement>('[data-stays]')?.offsetHeight ?? 0
  leaf.scrollTop = frameTop(leaf, frame) + target.getBoundingClientRect().top - roomPx - stays
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--selection')
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (still) target.animate([{ backgroundColor: colour }, { backgroundColor: colour }], { duration: 1_000 })
  else target.animate([{ backgroundColor: colour }, { backgroundColor: 'transparent' }], { duration: 600, easing: 'ease-out' })
}

/** How far below the leaf's own beginning the frame stands, whatever lies between them. CSS pixels. */
export function frameTop(leaf: HTMLElement, frame: HTMLElement): number {
  return frame.getBoundingClientRect().top - leaf.getBoundingClientRect().top + leaf.scrollTop
}

/** The place a link names. Ids of a page got a prefix in its copy, so that none can take the name of something of ours (extract/sanitise.ts). */
export function findAnchor(inside: Document, id: string): Element | null {
  if (id === '') return null
  return inside.getElementById(id) ?? inside.getElementById(`p-${id.replace(/\s+/g, '-')}`) ?? lineSaidAt(inside, id)
}

/** `t-2047` names a moment of a talk: the line that is being said then, which began at `t-2045`. */
function lineSaidAt(inside: Document, id: string): Element | null {
  const wanted = /^t-(\d{1,7})$/.exec(id)
  if (wanted === null) return null
  const begun = [...inside.querySelectorAll('p[id^="t-"]')].filter((line) => Number(/\d+/.exec(line.id)?.[0]) <= Number(wanted[1]))
  return begun.at(-1) ?? null
}
