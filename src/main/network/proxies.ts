// Which proxy an address goes through: the reader's setting, else the environment (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
import ipaddr from 'ipaddr.js'
import type { Log } from '../platform/log.ts'
import { bareHost } from './address-guard.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Answers the proxy's address for a URL, or null for the direct way.
 * `proxy` is the reader's own setting: it goes before the environment's; NO_PROXY counts for both. Lower-case names go first, as in curl.
 */
export function proxyChoice(proxy: string | null, env: Environment, log: Log): (url: URL) => string | null {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || null
  const all = read('ALL_PROXY')
  const http = asProxy(proxy ?? read('HTTP_PROXY') ?? all, log)
  const https = asProxy(proxy ?? read('HTTPS_PROXY') ?? all, log)
  const spared = (read('NO_PROXY') ?? '').split(/[\s,]+/).filter((entry) => entry !== '')
  return (url) => {
    const chosen = url.protocol === 'https:' ? https : http
    return chosen === null || spared.some((entry) => spares(entry, url)) ? null : chosen
  }
}

/** `host:port` alone is common in the environment and means http. */
function asProxy(text: string | null, log: Log): string | null {
  const said = text?.trim() ?? ''
  if (said === '') return null
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(said) ? said : `http://${said}`
  if (URL.canParse(address) && /^(https?|socks5?):$/.test(new URL(address).protocol)) return address
  // Never its text: it may hold a password.
  log.write('warn', 'the proxy setting is not an address that can be used; going without')
  return null
}

/** One entry of NO_PROXY: `*`, a name (with all below it), `.name`, `*.name`, an address, a range `10.0.0.0/8`; each with `:port` or without. */
function spares(entry: string, url: URL): boolean {
  if (entry === '*') return true
  const host = bareHost(url.hostname)
  const [, name = entry, port] = ipaddr.isValid(entry) ? [] : (/^(.+):(\d+)$/.exec(entry) ?? [])
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false
  const wanted = bareHost(name.replace(/^\*?\./, ''))
  if (host === wanted || host.endsWith(`.${wanted}`)) return true
  return inRange(host, entry)
}

function inRange(host: string, range: string): boolean {
  if (!range.includes('/') || !ipaddr.isValid(host) || !ipaddr.isValidCIDR(range)) return false
  const address = ipaddr.parse(host)
  const [net, bits] = ipaddr.parseCIDR(range)
  return address.kind() === net.kind() && address.match(net, bits)
}
