// The made-up address of a page that came as a file and names no address of its own.

// Names under .invalid never exist (RFC 2606), so nothing can be fetched from it by mistake; everything else an https address can do
// (resolve the page's relative pictures, make a comparison key) works as for any page. The same bytes give the same address: one item.
const host = 'saved-file.invalid'

/** `https://saved-file.invalid/<sha256>/`: the identity of a page known only by its bytes. */
export function savedFileAddress(sha256: string): string {
  return `https://${host}/${sha256}/`
}

/** True for an address made by `savedFileAddress` and for files beside such a page: there is nothing to open, fetch or refresh. */
export function isSavedFileAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === host
}
