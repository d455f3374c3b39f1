// Runs inside the measured page: tells when something has been painted, from the input that led to it. Given to the page as it stands
// here, so it may name nothing outside itself.

/** What watchPaint leaves in the page, as the benches call it. */
export type PaintWatch = {
  /** When the first element of `selector` (of the window, or of the article's frame) was painted with `text` in it: ms since navigation. */
  painted(selector: string, text?: string): Promise<number>
  /** Begins to wait for the reader's next `event`; `measured` then tells the ms from it to such a painting. */
  awaitPainting(event: 'keydown' | 'mousedown', selector: string, text?: string): void
  /** Begins to wait for the next key; `measured` then tells the ms from it to the last painting that follows it within `ms`. */
  awaitLastPainting(selector: string, ms: number): void
  /** What was begun last: begun and asked for apart, for an input may overtake a question. */
  measured(): Promise<number>
  /** The time of every frame for so long, in ms, and the long tasks meanwhile. */
  frames(ms: number): Promise<{ readonly frames: readonly number[]; readonly longTasks: readonly number[] }>
}

declare global {
  var carrelBench: PaintWatch
}

export function watchPaint(): void {
  if (window !== top) return
  /** Called as a frame begins: the moment after it has been handed to the screen. */
  const afterThisFrame = () =>
    new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(null)
    })
  /** The moment after the frame that holds what is there now has been handed to the screen. */
  const afterPaint = () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(afterThisFrame())))
  const shown = (selector: string, text: string): boolean => {
    // "frame >> article": inside the frame, once its sheet is there and it is not held back.
    const [outer = '', inner] = selector.split(' >> ')
    const found = document.querySelector(outer)
    if (inner === undefined || found === null) return found?.textContent.includes(text) ?? false
    if (getComputedStyle(found).visibility === 'hidden') return false
    return (found as HTMLIFrameElement).contentDocument?.querySelector(inner)?.textContent.includes(text) ?? false
  }
  // Looked at as a frame begins: what is there then is in that very frame.
  const painted = async (selector: string, text = ''): Promise<number> => {
    for (;;) {
      await new Promise(requestAnimationFrame)
      if (document.documentElement !== null && shown(selector, text)) return afterThisFrame()
    }
  }
  const next = (event: string) =>
    new Promise<number>((resolve) => addEventListener(event, ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true }))

  const paintedAfter = async (event: string, selector: string, text?: string): Promise<number> => {
    const begun = await next(event)
    return (await painted(selector, text)) - begun
  }
  const lastPaintingAfterKey = async (selector: string, ms: number): Promise<number> => {
    const begun = await next('keydown')
    let last = begun
    const watcher = new MutationObserver(async () => {
      last = await afterPaint()
    })
    const root = document.querySelector(selector)
    if (root !== null) watcher.observe(root, { childList: true, subtree: true, characterData: true, attributes: true })
    await new Promise((resolve) => setTimeout(resolve, ms))
    watcher.disconnect()
    return last - begun
  }
  let measuring = Promise.resolve(0)

  globalThis.carrelBench = {
    painted,
    awaitPainting(event, selector, text) {
      measuring = paintedAfter(event, selector, text)
    },
    awaitLastPainting(selector, ms) {
      measuring = lastPaintingAfterKey(selector, ms)
    },
    measured: () => measuring,
    async frames(ms) {
      const frames: number[] = []
      const longTasks: number[] = []
      const tasks = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      tasks.observe({ type: 'longtask' })
      const begun = performance.now()
      for (let before = begun; before - begun < ms; ) {
        const now = await new Promise<number>(requestAnimationFrame)
        if (now > before) frames.push(now - before)
        before = Math.max(now, before)
      }
      tasks.disconnect()
      return { frames, longTasks }
    },
  }
}
