// Finds what can be used and yet not be brought into the window, by whatever scrolls.
import type { Page } from 'playwright'

/** Names every control that stays outside the window's edges when it is asked to come into view; and a page that scrolls sideways. */
export function beyondTheWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = document.documentElement.scrollWidth > innerWidth + 1 ? ['the window scrolls sideways'] : []
    const within = document.querySelector('dialog:modal') ?? document
    for (const element of within.querySelectorAll<HTMLElement>('a, button, input, select, textarea, [tabindex]')) {
      // The way past the rail shows itself when it has the focus.
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr, .skip') !== null) continue
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { left, right, top, bottom, height } = element.getBoundingClientRect()
      // What is taller than the window is read by scrolling.
      if (height > innerHeight) continue
      if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) {
        found.push(`${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`)
      }
    }
    return found
  })
}
