// Goes to a place in the article at once, and shows for a moment where it is.

/** Room above the target, so that it does not stick to the bar. */
const roomPx = 24

export function scrollToAnchor(leaf: HTMLElement, frame: HTMLIFrameElement, target: Element): void {
  // A folded part of the page is opened first: what is not laid out has no place.
  for (let fold = target.closest('details:not([open])'); fold !== null; fold = fold.closest('details:not([open])'))
    fold.setAttribute('open', '')
  leaf.scrollTop = frame.offsetTop + target.getBoundingClientRect().top - roomPx
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--selection')
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (still) target.animate([{ backgroundColor: colour }, { backgroundColor: colour }], { duration: 1_000 })
  else target.animate([{ backgroundColor: colour }, { backgroundColor: 'transparent' }], { duration: 600, easing: 'ease-out' })
}
