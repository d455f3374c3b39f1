// A hand on the keyboard and none on the mouse: moves by Tab, presses, and looks where the focus is. It never clicks.
import { expect, type Locator, type Page } from 'playwright/test'

/** Presses Tab until the focus is on `target`, in the window or in the article's frame. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeAttached()
  for (let presses = 0; presses < 120; presses++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${target}; the focus is on ${await whereIsFocus(page)}`)
}

/** Holds that the focus is on something that can be named, never lost to the body of the window or of the frame. */
export async function expectFocusSomewhere(page: Page, what: string): Promise<void> {
  await expect.poll(() => whereIsFocus(page), { message: `the focus ${what}` }).not.toMatch(/^(nowhere|body)/)
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const within = element.ownerDocument
    return (
      within.activeElement === element && (within.defaultView === window.top || window.top?.document.activeElement?.tagName === 'IFRAME')
    )
  })
}

function whereIsFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return 'nowhere'
    const name = element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''
    return `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`} ${name}`
  })
}
