// The Tab key goes through the article as it is read: what lies over it (a block's Copy, a picture's Open) comes right behind the thing it
// belongs to, although it stands outside the frame.

export type WovenTab = {
  /** The buttons of `tools` follow `anchor`, an element of the article. Answers how to take them away. */
  weave(anchor: Element, tools: HTMLElement): () => void
}

export function weaveTab(frame: HTMLIFrameElement, inside: Document, article: Element): WovenTab & { stop(): void } {
  const groups = new Map<Element, HTMLElement>()
  /** Tab was pressed outside the frame: whatever is focused inside next was come to by it. */
  let entering: 'forward' | 'back' | null = null

  const stops = (): readonly HTMLElement[] => {
    const own = new Map<Element, HTMLElement>()
    for (const stop of article.querySelectorAll<HTMLElement>('a[href], summary, [tabindex="0"]')) if (isShown(stop)) own.set(stop, stop)
    const places = [...new Set([...own.keys(), ...groups.keys()])].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1))
    return places.flatMap((place) => {
      const stop = own.get(place)
      return [...(stop === undefined ? [] : [stop]), ...(groups.get(place)?.querySelectorAll('button') ?? [])]
    })
  }
  const go = (target: HTMLElement) => {
    if (target.ownerDocument === inside) frame.contentWindow?.focus()
    target.focus()
  }
  const step = (from: Element | null, back: boolean): HTMLElement | null => {
    const all = stops()
    // biome-ignore lint/complexity/useIndexOf: what has the focus may be any element, and only these are asked for
    const at = all.findIndex((stop) => stop === from)
    return at < 0 ? null : (all[at + (back ? -1 : 1)] ?? null)
  }
  const pressInside = (event: KeyboardEvent) => {
    if (!isPlainTab(event)) return
    const next = step(inside.activeElement, event.shiftKey)
    if (next === null || next.ownerDocument === inside) return
    event.preventDefault()
    go(next)
  }
  const pressOutside = (event: KeyboardEvent) => {
    entering = null
    if (!isPlainTab(event)) return
    entering = event.shiftKey ? 'back' : 'forward'
    const from = document.activeElement
    if (from === null || ![...groups.values()].some((tools) => tools.contains(from))) return
    const next = step(from, event.shiftKey)
    entering = null
    if (next === null) return
    event.preventDefault()
    go(next)
  }
  const arrive = (event: FocusEvent) => {
    const way = entering
    entering = null
    if (way === null) return
    const edge = way === 'forward' ? stops()[0] : stops().at(-1)
    if (edge !== undefined && edge !== event.target && edge.ownerDocument !== inside) edge.focus()
  }
  const point = () => {
    entering = null
  }
  inside.addEventListener('keydown', pressInside)
  inside.addEventListener('focusin', arrive)
  document.addEventListener('keydown', pressOutside)
  document.addEventListener('pointerdown', point)
  return {
    weave(anchor, tools) {
      groups.set(anchor, tools)
      return () => {
        if (groups.get(anchor) === tools) groups.delete(anchor)
      }
    },
    stop() {
      inside.removeEventListener('keydown', pressInside)
      inside.removeEventListener('focusin', arrive)
      document.removeEventListener('keydown', pressOutside)
      document.removeEventListener('pointerdown', point)
    },
  }
}

function isPlainTab(event: KeyboardEvent): boolean {
  return event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}
