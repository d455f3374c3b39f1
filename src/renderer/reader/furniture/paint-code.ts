// Paints code in its inks without touching the article: ranges in the frame's highlight registry, coloured by article-figures.css.
// In quiet moments only, and only what is near the lines being read.
import { placeInCode, readCode } from './read-code.ts'

/** Longer blocks stay in one ink: they are data, and colouring them would be felt. */
const maxLetters = 300_000
const maxLines = 5_000
/** Blocks within so many window heights above and below are painted. */
const near = 2

/** `seen`: upper edge and height of what the window shows, in the frame's coordinates. Answers what to call when that moved, and how to stop. */
export function paintCode(inside: Document, blocks: readonly Element[], seen: () => { readonly top: number; readonly height: number }) {
  const view = inside.defaultView
  const left = new Set(blocks)
  let stopped = false
  let working = false
  let asked = 0
  const registry = view?.CSS.highlights

  const next = (): Element | null => {
    const { top, height } = seen()
    let best: { block: Element; away: number } | null = null
    for (const block of left) {
      const box = block.getBoundingClientRect()
      if (box.height === 0) continue
      const away = Math.max(top - box.bottom, box.top - (top + height), 0)
      if (away <= near * height && (best === null || away < best.away)) best = { block, away }
    }
    return best?.block ?? null
  }
  const paint = async (block: Element) => {
    const code = readCode(block)
    if (view === null || registry === undefined || code.text.length > maxLetters) return
    if (code.text.length > maxLines && code.text.split('\n').length > maxLines) return
    const { inksOfCode } = await import('./inks-of-code.ts')
    const language = block instanceof view.HTMLElement ? (block.dataset.language ?? null) : null
    for (const { start, end, ink } of await inksOfCode(code.text, language)) {
      const from = placeInCode(code, start, false)
      const to = placeInCode(code, end, true)
      if (stopped || from === null || to === null) continue
      const name = `code-${ink}`
      let painted = registry.get(name)
      if (painted === undefined) {
        painted = new view.Highlight()
        // Under the reader's own highlights and under what is being looked for.
        painted.priority = -1
        registry.set(name, painted)
      }
      painted.add(
        new view.StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset }),
      )
    }
  }
  const work = async () => {
    const block = stopped ? null : next()
    if (block === null) {
      working = false
      return
    }
    left.delete(block)
    // A grammar that stumbles leaves its block in one ink, and the rest is painted.
    await paint(block).catch(() => undefined)
    asked = requestIdleCallback(() => void work(), { timeout: 1_000 })
  }
  const look = () => {
    if (working || stopped || left.size === 0) return
    working = true
    asked = requestIdleCallback(() => void work(), { timeout: 1_000 })
  }
  look()
  return {
    look,
    stop() {
      stopped = true
      cancelIdleCallback(asked)
    },
  }
}
