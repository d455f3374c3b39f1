// Which addresses are ours in the window, and which may be handed to the system's browser. The whole policy in two questions.

export const scheme = 'carrel-app'
/** The one page of the window; cached copies live below it, at the same paths as on the loopback server. */
export const windowAddress = `${scheme}://window/`

/** True for addresses our own protocol answers. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(windowAddress)
}

/** True for the window's page itself, whatever follows the hash. */
export function isWindowPage(address: string): boolean {
  return address.split('#', 1)[0] === windowAddress
}

/** True for a cached copy's page, the only thing a frame of ours shows. */
export function isCopyPage(address: string): boolean {
  return address.startsWith(`${windowAddress}copy/`)
}

/** The address as the system's browser may be given it: http and https only; null for everything else. */
export function outsideAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
