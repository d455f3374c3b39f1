// Where the focus goes when what had it is gone: to the row one is at, or to the page itself, so that the next key has somewhere to act.

/** True when the focus is somewhere afterwards; false while there is no page yet. It shows no ring for that: nobody moved the focus there. */
export function focusPage(): boolean {
  const page = document.getElementById('page')
  const target = page?.querySelector<HTMLElement>('[role=row][tabindex="0"]') ?? page
  if (target === null) return false
  target.dataset.arrived = ''
  target.addEventListener('blur', () => delete target.dataset.arrived, { once: true })
  target.focus({ preventScroll: true })
  return !isFocusNowhere()
}

export function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
