// A host's names from the last to the first, so that a site and everything under it stand together in an index.

/** `docs.python.org:8080` → `org.python.docs.`; an address of numbers stays as it is, with a dot behind. Small letters, no `www`. */
export function siteKey(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^www\./, '')
  if (name === '') return ''
  const numbers = /^[\d.]+$|^\[/.test(name)
  return `${numbers ? name : name.split('.').reverse().join('.')}.`
}

/** The host a key was made from. */
export function siteOfKey(key: string): string {
  const names = key.replace(/\.$/, '')
  return /^[\d.]+$|^\[/.test(names) ? names : names.split('.').reverse().join('.')
}

/** The first key behind a site and all of its subdomains: what they are lies in `siteKey(site) <= key < behindSite(site)`. */
export function behindSite(site: string): string {
  // The dot's next neighbour; no host has a slash in it.
  return siteKey(site).replace(/\.$/, '/')
}
