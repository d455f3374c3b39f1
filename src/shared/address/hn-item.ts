// Hacker News items: one stands at an address, and a text that came from one may say so.

/** The number of the item an address leads to; null for any other address. */
export function hnItemOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { host, pathname, searchParams } = new URL(address)
  const id = searchParams.get('id') ?? ''
  return host === 'news.ycombinator.com' && pathname === '/item' && /^\d{1,12}$/.test(id) ? id : null
}

/** The item a text came from: where it says that it came from, else the one item it links to; of several, none is meant more than another. */
export function hnSource(came: string | null, links: readonly (string | null)[]): string | null {
  if (came !== null && hnItemOf(came) !== null) return came
  const named = new Map(links.flatMap((link) => (link === null ? [] : [[hnItemOf(link), link] as const])).filter(([id]) => id !== null))
  return named.size === 1 ? ([...named.values()][0] ?? null) : null
}
