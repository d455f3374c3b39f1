// Decides which addresses may be asked at all: public ones, and the private hosts the reader typed himself.
// It is asked twice: about the spelling of every address (here and at each redirect), and by connect.ts about the
// numbers a name resolved to, which are then the very numbers connected to.
import ipaddr from 'ipaddr.js'
import { Failure } from '../../shared/failure.ts'

/** Names that only mean something inside one network (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`, and old habits). */
const innerNames = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain', 'home.arpa']

/** Ports of other protocols, which a link could talk into mischief: the fetch standard's "bad ports". */
const badPorts = new Set(
  [
    '1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143',
    '161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659',
    '4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080',
  ].flatMap((line) => line.split(' ')),
)

/**
 * True when an IP address (as text) is out on the public internet.
 * Addresses that carry an IPv4 address inside (mapped, NAT64, 6to4) are judged by that one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const inside = embeddedIPv4(parsed)
  if (inside !== null) return isPublicAddress(inside)
  // Only 2000::/3 is given out at all; ipaddr.js calls everything without a special name `unicast`.
  return parsed.range() === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000
}

/** The IPv4 address inside a mapped, translated (RFC 6145), NAT64 (well-known and local prefix) or 6to4 address; else null. */
function embeddedIPv4(address: ipaddr.IPv6): string | null {
  const p = address.parts
  const spell = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.')
  switch (address.range()) {
    case 'ipv4Mapped':
    case 'rfc6145':
      return spell(p[6], p[7])
    case 'rfc6052':
      // 64:ff9b:1::/48 translates into the local network (RFC 8215): never public.
      return p[2] === 1 ? '0.0.0.0' : spell(p[6], p[7])
    case '6to4':
      return spell(p[1], p[2])
    default:
      return null
  }
}

/** A URL's host as this room compares it: without brackets and without the root's trailing dot. */
export function bareHost(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase()
}

/** True when the spelling alone says that a host is private: a private number, a name without a dot, an inner name. */
export function isPrivateName(hostname: string): boolean {
  const host = bareHost(hostname)
  if (ipaddr.isValid(host)) return !isPublicAddress(host)
  return !host.includes('.') || innerNames.some((name) => host.endsWith(`.${name}`))
}

/** True when an address leads into this machine or the private network by its spelling; asks no network. */
export function isPrivateLink(link: string): boolean {
  return URL.canParse(link) && isPrivateName(new URL(link).hostname)
}

/**
 * The entry of `privateHosts` that allows exactly this address: its host, with the port where it is not the scheme's own.
 * Give it for an address the reader typed; null when it is not an address.
 */
export function privateHostOf(link: string): string | null {
  return URL.canParse(link) ? new URL(link).host.toLowerCase() : null
}

/** True when `privateHosts` names the host of this address, with this port (an entry without a port means 80 and 443). */
export function isAllowedPrivate(url: URL, privateHosts: ReadonlySet<string> | undefined): boolean {
  if (privateHosts === undefined || privateHosts.size === 0) return false
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const spellings = [url.host.toLowerCase(), `${url.hostname.toLowerCase()}:${port}`]
  return spellings.some((spelling) => privateHosts.has(spelling))
}

/**
 * Reads an address and refuses what may not be asked: throws `link.invalid`, `link.unsupported` (scheme, port)
 * or `link.private`. Decimal, octal, hexadecimal and full-width spellings are already plain numbers in a URL.
 */
export function checkAddress(link: string, privateHosts: ReadonlySet<string> | undefined): URL {
  if (!URL.canParse(link)) throw new Failure('link.invalid')
  const url = new URL(link)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Failure('link.unsupported', { scheme: url.protocol })
  if (bareHost(url.hostname) === '') throw new Failure('link.invalid')
  if (isAllowedPrivate(url, privateHosts)) return url
  if (isPrivateName(url.hostname)) throw new Failure('link.private', { host: url.host })
  if (badPorts.has(url.port)) throw new Failure('link.unsupported', { scheme: `${url.protocol}//…:${url.port}`, host: url.host })
  return url
}

/**
 * What is left of a name's addresses when the private ones are taken away. Throws `link.private` when nothing is,
 * and `page.unreachable` for a name that a filtering resolver answered with 0.0.0.0 or ::.
 */
export function keepPublic<A extends { readonly address: string }>(host: string, addresses: readonly A[]): readonly A[] {
  const kept = addresses.filter(({ address }) => isPublicAddress(address) || isFakeAddress(address))
  if (kept.length > 0) return kept
  if (addresses.every(({ address }) => address === '0.0.0.0' || address === '::')) {
    throw new Failure('page.unreachable', { host, reason: 'blocked-name' })
  }
  throw new Failure('link.private', { host })
}

// Some VPN programs answer every name with an invented number of 198.18.0.0/15 (kept for benchmarks, RFC 2544) and route
// it themselves. No private network uses it, and refusing it would refuse the whole web there. Only as a name's answer.
function isFakeAddress(address: string): boolean {
  return /^198\.1[89]\.\d+\.\d+$/.test(address)
}
