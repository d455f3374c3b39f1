// A hand with a mouse in the article: selects from some words to some others, and looks at what is marked there.
import type { Page } from 'playwright/test'

/** Drags over the words from the beginning of `from` to the end of `to`; each stands inside one text node of the article. */
export async function dragOver(page: Page, from: string, to = from): Promise<void> {
  await bringIntoView(page, from)
  const [start, end] = [await edgeOf(page, from, 'start'), await edgeOf(page, to, 'end')]
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  // Playwright's own mouse waits, while a button is held, for a script inside the frame, where none ever runs.
  const mouse = await page.context().newCDPSession(page)
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: { x: number; y: number }) =>
    mouse.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 })
  await send('mousePressed', start)
  await send('mouseMoved', middle)
  await send('mouseMoved', end)
  await send('mouseReleased', end)
  await mouse.detach()
}

export async function clickOn(page: Page, words: string): Promise<void> {
  await bringIntoView(page, words)
  const { x, y } = await edgeOf(page, words, 'start')
  await page.mouse.click(x + 4, y)
}

/** What is painted in the article: of every group its name and the words of its passages. */
export function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentDocument
    const groups: Record<string, string[]> = {}
    for (const [name, highlight] of inside?.defaultView?.CSS.highlights ?? []) {
      // Other things are painted there too: the inks of code, what was found.
      if (!/^[a-z]+(-note)?-\d$/.test(name)) continue
      groups[name] = [...highlight].map((range) => {
        const live = inside?.createRange()
        live?.setStart(range.startContainer, range.startOffset)
        live?.setEnd(range.endContainer, range.endOffset)
        return (live?.toString() ?? '').replace(/\s+/g, ' ')
      })
    }
    return groups
  })
}

/** The article as it stands: painting must never change it. */
export function articleHtml(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('article')?.innerHTML ?? '')
}

/** What is on the clipboard: no page may read it, so it is pasted into a field of the test's own. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'clipboard-of-the-test'
    document.body.append(field)
    field.focus()
  })
  const field = page.locator('#clipboard-of-the-test')
  await field.press('ControlOrMeta+v')
  const text = await field.inputValue()
  await field.evaluate((element) => element.remove())
  return text
}

async function bringIntoView(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const frame = document.querySelector('iframe')
    const leaf = document.querySelector('.leaf')
    const walker = frame?.contentDocument?.createTreeWalker(frame.contentDocument.body, 4)
    while (walker?.nextNode()) {
      if (!walker.currentNode.nodeValue?.includes(wanted)) continue
      const box = walker.currentNode.parentElement?.getBoundingClientRect()
      if (leaf && frame && box) leaf.scrollTop += frame.getBoundingClientRect().top + box.top - 250
      return
    }
    throw new Error(`not in the article: ${wanted}`)
  }, words)
  // The leaf has scrolled when the next frame is painted.
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

function edgeOf(page: Page, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ wanted, which }) => {
      const frame = document.querySelector('iframe')
      const inside = frame?.contentDocument
      const walker = inside?.createTreeWalker(inside.body, 4)
      while (frame && inside && walker?.nextNode()) {
        const node = walker.currentNode
        const at = node.nodeValue?.indexOf(wanted) ?? -1
        if (at < 0) continue
        const range = inside.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const boxes = range.getClientRects()
        const box = which === 'start' ? boxes[0] : boxes[boxes.length - 1]
        if (box === undefined) break
        const rightToLeft = inside.defaultView?.getComputedStyle(node.parentElement ?? inside.body).direction === 'rtl'
        const own = frame.getBoundingClientRect()
        const atLeft = (which === 'start') !== rightToLeft
        return { x: own.left + (atLeft ? box.left + 1 : box.right - 1), y: own.top + (box.top + box.bottom) / 2 }
      }
      throw new Error(`not in the article: ${wanted}`)
    },
    { wanted: words, which: edge },
  )
}
