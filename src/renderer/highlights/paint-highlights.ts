// Paints highlights over the text of an article with the platform's own highlights: its DOM is never touched, so nothing in the copy moves,
// and a thousand passages cost what one costs. What the groups look like is highlights-in-page.css's.
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import type { PageText } from '../page-text/page-text.ts'
import { layersOf } from './layer-passages.ts'

export type Painter = {
  /** Shows exactly these. */
  paint(highlights: readonly Highlight[]): void
  /** Shows for a moment where a passage is. */
  flash(range: Range): void
  /** The painted passages at a point of the frame, the newest first. */
  at(x: number, y: number): readonly Highlight[]
  clear(): void
}

const flashMs = 600
/** Reduced motion: no fading, so it stays long enough to be found. */
const steadyFlashMs = 1_000
const arrived = 'arrived'

/** Null where the browser cannot paint so (before 2025 in some): the list of highlights still shows them all. */
export function createPainter(document: Document, text: () => PageText): Painter | null {
  const view = document.defaultView
  if (view === null || !('highlights' in view.CSS)) return null
  const registry = view.CSS.highlights
  // Static: a copy's DOM never changes, and live ranges would all be looked at whenever it did.
  const ranges = new Map<HighlightId, StaticRange | null>()
  let shown: readonly Highlight[] = []
  let names = new Set<string>()
  let flashing: ReturnType<typeof setTimeout> | undefined

  const rangeOf = (highlight: Highlight): StaticRange | null => {
    const known = ranges.get(highlight.id)
    if (known !== undefined) return known
    const made = text().rangeOf(highlight.anchor.start, highlight.anchor.end)
    const range = made === null ? null : new view.StaticRange(made)
    ranges.set(highlight.id, range)
    return range
  }

  return {
    paint(highlights) {
      shown = highlights.toSorted((a, b) => a.createdAt - b.createdAt)
      const layers = layersOf(shown.map(({ anchor }) => anchor))
      const groups = new Map<string, { readonly layer: number; readonly ranges: StaticRange[] }>()
      for (const [index, highlight] of shown.entries()) {
        const range = rangeOf(highlight)
        if (range === null) continue
        const layer = layers[index] ?? 0
        const name = `${highlight.colour}${highlight.note === '' ? '' : '-note'}-${layer}`
        const group = groups.get(name)
        if (group === undefined) groups.set(name, { layer, ranges: [range] })
        else group.ranges.push(range)
      }
      for (const [name, group] of groups) {
        const painted = new view.Highlight(...group.ranges)
        painted.priority = group.layer + 1
        registry.set(name, painted)
      }
      for (const name of names) if (!groups.has(name)) registry.delete(name)
      names = new Set(groups.keys())
    },
    flash(range) {
      const painted = new view.Highlight(new view.StaticRange(range))
      painted.priority = 100
      registry.set(arrived, painted)
      clearTimeout(flashing)
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      flashing = setTimeout(() => registry.delete(arrived), still ? steadyFlashMs : flashMs)
    },
    at(x, y) {
      const caret = document.caretPositionFromPoint(x, y)
      if (caret === null) return []
      const offset = text().offsetOf(caret.offsetNode, caret.offset)
      // The caret goes to the nearest letter, however far away: only what the pointer really is on counts.
      return shown
        .filter(({ anchor }) => anchor.start <= offset && offset <= anchor.end)
        .filter(({ anchor }) => {
          const near = text().rangeOf(Math.max(anchor.start, offset - 1), Math.min(anchor.end, offset + 1))
          return near !== null && [...near.getClientRects()].some((box) => within(box, x, y))
        })
        .toReversed()
    },
    clear() {
      clearTimeout(flashing)
      for (const name of [...names, arrived]) registry.delete(name)
    },
  }
}

function within({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 2 && y <= bottom + 2
}
