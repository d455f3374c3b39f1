// Tells from an address alone, without the network, that it is a talk: whose, which one, from when to when.
// How each site spells its addresses is youtube-link.ts and talk-sites.ts.
import type { TalkLink } from '../talk.ts'
import { timesOf, withoutTimes } from './start-time.ts'
import { talkAddress } from './talk-address.ts'
import { talkSites } from './talk-sites.ts'
import { unwrapLink } from './wrapper-links.ts'
import { mendYoutube, youtubeLink } from './youtube-link.ts'

/**
 * The talk behind an address, or null when the address alone does not tell one. Wrappers (`attribution_link?u=`, `google.com/url?q=`)
 * are seen through. `url` of the answer is the site's own plain address: no start time, no tracking, no player.
 * Forms: reference talks-and-lists 2.1. Never throws.
 */
export function talkLink(address: string): TalkLink | null {
  const given = address.trim()
  if (!/^https?:/i.test(given) || !URL.canParse(given)) return null
  const inner = unwrapLink(mendYoutube(new URL(given).href))
  const url = new URL(mendYoutube(inner))
  const parts = talkAddress(url)
  for (const site of [youtubeLink, ...talkSites]) {
    const found = site(parts)
    if (found) return { ...found, ...timesOf(url), url: withoutTimes(found.url) }
  }
  return null
}
