// Puts text on the clipboard, in a window and in a browser.

/** False when the system does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** A page's markup: as rich text where that is taken, as its source elsewhere. */
export async function copyRich(html: string): Promise<boolean> {
  try {
    const flavour = (type: string) => new Blob([html], { type })
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': flavour('text/html'), 'text/plain': flavour('text/plain') })])
    return true
  } catch {
    return copyText(html)
  }
}
