// Cookies for the length of one chain of redirects: some sites send one round in circles until it comes back with theirs.
// Nothing of it outlives the request.

export type ChainCookies = {
  /** Takes the Set-Cookie headers of an answer from `url`. */
  keep(url: URL, setCookies: readonly string[]): void
  /** The Cookie header for `url`, or null. */
  headerFor(url: URL): string | null
}

type Cookie = { readonly value: string; readonly host: string; readonly below: boolean; readonly path: string; readonly secure: boolean }

/** More than any honest site needs on the way to a page. */
const mostCookies = 50
const mostBytes = 8_000

export function chainCookies(): ChainCookies {
  const cookies = new Map<string, Cookie>()
  return {
    keep(url, setCookies) {
      for (const line of setCookies) {
        const [pair = '', ...attributes] = line.split(';')
        const at = pair.indexOf('=')
        const name = pair.slice(0, Math.max(0, at)).trim()
        if (name === '' || line.length > 4_096 || !/^[\x21-\x7e\x80-\xff ]*$/.test(pair)) continue
        const read = attributesOf(attributes)
        const domain = (read.get('domain') ?? '').replace(/^\./, '').toLowerCase()
        if (domain !== '' && !belongs(url.hostname, domain)) continue
        const host = domain === '' ? url.hostname : domain
        const path = read.get('path')?.startsWith('/') ? (read.get('path') ?? '/') : '/'
        const key = `${name};${host};${path}`
        if (expired(read)) cookies.delete(key)
        else if (cookies.size < mostCookies || cookies.has(key)) {
          cookies.set(key, { value: `${name}=${pair.slice(at + 1).trim()}`, host, below: domain !== '', path, secure: read.has('secure') })
        }
      }
    },
    headerFor(url) {
      const sent = [...cookies.values()].filter(
        ({ host, below, path, secure }) =>
          (host === url.hostname || (below && belongs(url.hostname, host))) &&
          covers(path, url.pathname) &&
          (!secure || url.protocol === 'https:'),
      )
      const header = sent.map(({ value }) => value).join('; ')
      return header === '' || header.length > mostBytes ? null : header
    },
  }
}

function attributesOf(attributes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    attributes.map((attribute) => {
      const [name = '', ...value] = attribute.split('=')
      return [name.trim().toLowerCase(), value.join('=').trim()]
    }),
  )
}

/** A site clears a cookie by dating it back; other dates do not matter within one chain. */
function expired(read: ReadonlyMap<string, string>): boolean {
  const maxAge = read.get('max-age')
  if (maxAge !== undefined) return Number(maxAge) <= 0
  return /\b19[0-9]{2}\b/.test(read.get('expires') ?? '')
}

function belongs(hostname: string, domain: string): boolean {
  return hostname === domain || (domain.includes('.') && hostname.endsWith(`.${domain}`))
}

function covers(path: string, pathname: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
